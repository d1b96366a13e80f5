import assert from 'node:assert/strict';
import { firstOf } from '../../lib/platform/paged-index';
import fc from 'fast-check';
import { range } from 'lodash';
import * as v from 'valibot';
import { isPartner, partnerInputSchema, type PartnerInput } from '../../lib/partners/company/account';
import { attributionHooks } from '../../lib/partners/posts/attribution';
import { partnerAccess } from '../../lib/partners/accounts/access';
import { consoleServices } from '../../lib/partners/console-services';
import { forgetPerson } from '../../lib/partners/forget';
import { pendingStore } from '../../lib/partners/accounts/pending-store';
import { peopleChange } from '../../lib/partners/company/change';
import { ownersIn, stateAt, type PartnerEvent } from '../../lib/partners/timeline/event';
import { partnerReviewer } from '../../lib/partners/reviewer';
import { partnerServices } from '../../lib/partners/services';
import { forumOf } from '../../lib/platform/forum/forum';
import type { Submission } from '../../lib/kernel/slice/review';
import { suspensionOf } from '../builders/company';
import { recordOver } from '../builders/decisions';
import { called } from '../builders/handlers';
import { hostInMemory } from '../builders/host';

const input = (parts: Partial<PartnerInput> = {}): PartnerInput => v.parse(partnerInputSchema, {
	company: 'Acme Telecom', level: 'Gold', owners: [7], staff: [{ uid: 8, role: 'support' }], ...parts,
});

function forum() {
	const memory = hostInMemory();
	const parts = partnerServices(memory.host, forumOf(memory.host), recordOver(memory.host));
	const reviewer = partnerReviewer({ ...parts, isSecurityPlace: async () => false, host: memory.host });
	return {
		...memory, ...parts, hooks: called(attributionHooks(parts), memory.host),
		forget: (uid: number) => forgetPerson({
			...parts, ...consoleServices(parts, { ...partnerAccess(parts), isSecurityPlace: () => false }),
			pending: pendingStore(memory.database),
		}, uid),
		put: (id: string, more: Partial<PartnerInput> = {}, ifMatch: number | null = null) =>
			parts.accounts.put(id, input(more), ifMatch, 1),
		async said(uid: number): Promise<string[]> {
			const submission: Submission = { act: 'reply', origin: 'api', author: { kind: 'member', uid }, place: {}, text: {}, answers: {} };
			return (await reviewer.review(submission, { dryRun: false })).map(({ refusal }) => `${refusal.code} ${refusal.clause}`);
		},
	};
}
const codeOf = (outcome: { ok: boolean; refusal?: { code: string; field?: string } }) =>
	(outcome.ok ? 'ok' : `${outcome.refusal?.code} ${outcome.refusal?.field ?? ''}`.trim());

describe('partner account (clause 4.12, definitions)', () => {
	it('is a Partner only with a level that still holds', () => {
		assert.equal(isPartner({ level: '', levelValidUntil: 0 }, 5), false);
		assert.equal(isPartner({ level: 'Gold', levelValidUntil: 0 }, 5), true);
		assert.deepEqual([isPartner({ level: 'Gold', levelValidUntil: 5 }, 5), isPartner({ level: 'Gold', levelValidUntil: 6 }, 5)], [false, true]);
	});

	it('takes no domain at which anybody can have an address, and none that only looks like one', () => {
		const fits = (domains: string[]) => v.safeParse(partnerInputSchema, { company: 'A', owners: [1], domains }).success;
		assert.equal(fits(['acme.example']), true);
		for (const domain of ['gmail.com', 'GMX.de', 'yahoo.co.uk', 'acme', 'аcme.example', 'acme..example', '-acme.example']) {
			assert.equal(fits([domain]), false, domain);
		}
	});

	it('law: what changes is exactly what differs', () => {
		const people = fc.dictionary(fc.constantFrom('1', '2', '3', '4'), fc.constantFrom('owner', 'sales', 'support'))
			.map(all => new Map(Object.entries(all).map(([uid, role]) => [Number(uid), role as 'owner' | 'sales'])));
		fc.assert(fc.property(people, people, (before, now) => {
			const { joined, left } = peopleChange(before, now);
			const after = new Map(before);
			left.forEach(({ uid }) => after.delete(uid));
			joined.forEach(({ uid, role }) => after.set(uid, role as 'owner'));
			assert.deepEqual(new Map([...after].sort()), new Map([...now].sort()));
		}));
	});

	it('is put as often as one likes: the second time nothing happens', async () => {
		const { put, store, database } = forum();
		assert.equal(codeOf(await put('acme')), 'ok');
		const [events, writes] = [(await store.lastEvents('acme', 1000)).length, database.writes.length];
		const again = await put('acme');
		assert.deepEqual([again.ok && again.value.revision, (await store.lastEvents('acme', 1000)).length, database.writes.length], [1, events, writes]);
	});

	it('is not overwritten by somebody who knows an older state', async () => {
		const { put } = forum();
		await put('acme');
		assert.equal(codeOf(await put('acme', { company: 'Acme' }, 1)), 'ok');
		assert.equal(codeOf(await put('acme', { company: 'Old' }, 1)), 'partner-stale');
	});

	it('takes only levels of the list, and people who are there and free', async () => {
		const { put, host } = forum();
		host.members.profiles = async uids => uids.map(uid => (uid === 99 ? null : { uid, username: `m${uid}`, userslug: `m${uid}` }));
		assert.equal(codeOf(await put('acme', { level: 'Diamond' })), 'partner-level-unknown level');
		assert.equal(codeOf(await put('acme', { staff: [{ uid: 99, role: 'sales' }] })), 'member-unknown staff.0.uid');
		await put('acme');
		assert.equal(codeOf(await put('other', { owners: [9, 8], staff: [] })), 'partner-member-elsewhere owners.1');
	});

	it('finishes what was cut off when it is put again', async () => {
		const { put, database, store } = forum();
		database.killBefore = 'forum-terms:partners';
		await assert.rejects(put('acme'), /killed/);
		database.killBefore = '';
		assert.equal(codeOf(await put('acme')), 'ok');
		assert.deepEqual((await store.people('acme')).map(({ uid, role }) => [uid, role]).sort(), [[7, 'owner'], [8, 'support']]);
	});

	it('keeps the groups in step: a lost level takes its people out, edits by hand are undone', async () => {
		const { put, inGroup, groups, time } = forum();
		await put('acme', { levelValidUntil: time.at + 1000 });
		assert.deepEqual([inGroup.get('Partners')?.sort(), inGroup.get('Partners Gold')?.sort()], [[7, 8], [7, 8]]);
		inGroup.set('Partners', [7, 55]);
		assert.equal(await groups.repair(), 2);
		assert.deepEqual(inGroup.get('Partners')?.sort(), [7, 8]);
		time.at += 1001;
		await groups.repair();
		assert.deepEqual([inGroup.get('Partners'), inGroup.get('Partners Gold')], [[], []]);
		await put('acme', { level: 'Silver', staff: [] });
		assert.deepEqual([inGroup.get('Partners Silver'), inGroup.get('Partners Gold')], [[7], []]);
	});

	it('is suspended for everybody by one record, whatever its size, and lifted to exactly what was', async () => {
		const { put, accounts, said, database, store } = forum();
		await put('acme', { staff: range(100, 1100).map(uid => ({ uid, role: 'sales' as const })) });
		const before = await store.people('acme');
		const writes = database.writes.length;
		await accounts.suspend('acme', suspensionOf({ clause: '1' }));
		// With its record and the indexes of that.
		assert.ok(database.writes.length - writes <= 24, String(database.writes.length - writes));
		assert.deepEqual([await said(7), await said(555), await said(5)], [['partner-suspended 1'], ['partner-suspended 1'], []]);
		assert.equal(codeOf(await accounts.suspend('acme', suspensionOf({ clause: '1', reason: 'again' }))), 'partner-suspended-already');
		await accounts.lift('acme', 'sorted out', 1);
		assert.deepEqual([await said(555), await store.people('acme')], [[], before]);
		assert.equal(codeOf(await accounts.lift('acme', 'again', 1)), 'partner-not-suspended');
	});

	it('lets its owner stop one of their people, but not an owner and nobody else', async () => {
		const { put, accounts, said } = forum();
		await put('acme');
		assert.equal(codeOf(await accounts.halt('acme', 8, true, 'left the team', 7)), 'ok');
		assert.deepEqual(await said(8), ['partner-staff-halted 4.12']);
		await accounts.halt('acme', 8, false, 'is back', 7);
		assert.deepEqual(await said(8), []);
		assert.equal(codeOf(await accounts.halt('acme', 7, true, 'coup', 7)), 'partner-owner-protected uid');
		// Global moderators may resume a person, but not themselves.
		await accounts.halt('acme', 8, true, 'asked to stop', 7);
		assert.equal(codeOf(await accounts.halt('acme', 8, false, 'am back', 8)), 'partner-strike-own');
		assert.deepEqual(await said(8), ['partner-staff-halted 4.12']);
		assert.equal(codeOf(await accounts.halt('acme', 5, true, 'stranger', 7)), 'partner-member-unknown uid');
	});

	it('never locks an administrator out', async () => {
		const { put, accounts, said } = forum();
		await put('acme', { owners: [1] });
		await accounts.suspend('acme', suspensionOf({ notice: 'none' }));
		assert.deepEqual(await said(1), []);
	});

	it('stamps each post with partner and role of its moment; they stay when people leave', async () => {
		const { put, hooks, store, host, database } = forum();
		await put('acme');
		const made = await hooks.post({ post: { pid: 5, timestamp: 50, forumTermsPartner: 'forged' }, data: { uid: 8 } });
		assert.deepEqual(made.post, {
			pid: 5, timestamp: 50, forumTermsPartner: 'acme', forumTermsPartnerRole: 'support',
		});
		await hooks.saved({ post: made.post });
		await put('acme', { staff: [] });
		const { posts } = await hooks.page({ posts: [{ ...made.post }, { pid: 6 }] });
		// A page has the badge alone.
		assert.deepEqual(posts, [{
			pid: 5, timestamp: 50,
			forumTermsPartnerBadge: { id: 'acme', company: 'Acme Telecom', role: 'support', level: 'Gold' },
		}, { pid: 6 }]);
		assert.deepEqual(await firstOf(store.posts('acme'), 10), ['5']);
		await hooks.owner({ posts: [made.post], toUid: 5 });
		assert.deepEqual(await firstOf(store.posts('acme'), 10), []);
		assert.equal((await database.getObject('post:5'))?.forumTermsPartner, '');
		assert.ok(host);
	});

	it('tells administrators when the last owner leaves the forum', async () => {
		const { put, forget, sent, store } = forum();
		await put('acme');
		await forget(8);
		assert.deepEqual(sent, []);
		await forget(7);
		assert.deepEqual([sent.map(({ uid, kind }) => [uid, kind]), await store.people('acme')], [[[1, 'partner-ownerless']], []]);
	});
});

describe('timeline of a partner account (feature 16)', () => {
	const event = (at: number, parts: object): PartnerEvent => ({ id: at, partner: 'acme', at, by: 1, ...parts }) as PartnerEvent;

	it('answers who owned and who spoke for an account on any day', () => {
		const events = [
			event(10, { kind: 'described', company: 'Acme', level: 'Gold', levelValidUntil: 0 }), event(10, { kind: 'joined', uid: 7, role: 'owner' }),
			event(20, { kind: 'joined', uid: 8, role: 'support' }), event(30, { kind: 'left', uid: 7, role: 'owner' }),
			event(30, { kind: 'left', uid: 8, role: 'support' }), event(30, { kind: 'joined', uid: 8, role: 'owner' }), event(40, { kind: 'suspended', clause: '1' }),
		];
		const at = (moment: number) => stateAt(events, moment);
		assert.deepEqual([5, 15, 25, 35].map(moment => ownersIn(at(moment))), [[], [7], [7], [8]]);
		assert.deepEqual([[...at(25).people.keys()], at(35).isSuspended, at(45).isSuspended, at(45).level], [[7, 8], false, true, 'Gold']);
	});

	it('law: what happens later changes no answer about before', () => {
		const one = fc.record({ at: fc.integer({ min: 0, max: 100 }), uid: fc.integer({ min: 1, max: 4 }), kind: fc.constantFrom('joined', 'left') });
		fc.assert(fc.property(fc.array(one), fc.integer({ min: 0, max: 100 }), (all, moment) => {
			const events = [...all].sort((a, b) => a.at - b.at).map(({ at, ...parts }) => event(at, { ...parts, role: 'owner' }));
			const known = events.filter(({ at }) => at <= moment);
			assert.deepEqual(stateAt(events, moment), stateAt(known, moment));
		}));
	});
});
