import assert from 'node:assert/strict';
import fc from 'fast-check';
import { confirmationDue, unconfirmedHold } from '../../lib/partners/people/confirmation';
import { ownersIn, stateAt } from '../../lib/partners/timeline/event';
import { partnerReviewer } from '../../lib/partners/reviewer';
import { administrator, codeOf, company, owner, suspensionOf } from '../builders/company';

const day = 86_400_000;

describe('leaving and handing over (clause 4.12)', () => {
	it('lets staff go by themselves, and the last owner only with a successor who accepted for the company', async () => {
		const { put, ownership, roles, told, accepted, store, time } = company();
		await put('acme', { staff: [{ uid: 8, role: 'support' }, { uid: 9, role: 'sales' }] });
		assert.equal(codeOf(await ownership.depart('acme', 9, null)), 'ok');
		assert.equal(codeOf(await ownership.depart('acme', 7, null)), 'partner-owner-needed');
		assert.equal(codeOf(await ownership.depart('acme', 7, 9)), 'partner-successor-unknown');
		time.at += 10;
		assert.equal(codeOf(await ownership.depart('acme', 7, 8)), 'ok');
		await ownership.depart('acme', 7, 8);
		assert.deepEqual([await roles(), told(8)], [{ 7: 'owner', 8: 'support' }, ['partner-offered']]);
		const before = time.at;
		time.at += 10;
		assert.equal(codeOf(await ownership.answer('acme', 8, { accept: true, versions: [] }, 'de')), 'partner-terms-owed');
		assert.equal(codeOf(await ownership.answer('acme', 8, { accept: true, versions: ['forum-2'] }, 'de')), 'ok');
		assert.deepEqual([await roles(), accepted], [{ 8: 'owner' }, ['8 forum-2 partner account acme']]);
		const events = await store.lastEvents('acme', 1000);
		assert.deepEqual([ownersIn(stateAt(events, before)), ownersIn(stateAt(events, time.at))], [[7], [8]]);
	});

	it('counts an acceptance for the company once for each owner, in their own name', async () => {
		const { put, acceptances, accepted, store } = company();
		await put('acme', { owners: [6, 7] });
		for (const uid of [7, 7, 6]) {
			const account = await store.account('acme') ?? assert.fail();
			assert.equal(codeOf(await acceptances.accept(account, uid, 'forum-2', 'de')), 'ok');
		}
		assert.deepEqual(accepted, [7, 6].map(uid => `${uid} forum-2 partner account acme`));
	});

	it('ends an offer with a no, or when whoever made it is no owner any more', async () => {
		const { put, ownership, told } = company();
		await put('acme', { owners: [6, 7] });
		await ownership.depart('acme', 7, 8);
		assert.equal(codeOf(await ownership.answer('acme', 8, { accept: false, versions: [] }, 'de')), 'ok');
		assert.deepEqual(told(7), ['partner-declined']);
		await ownership.assign('acme', 8, 'owner', owner);
		await ownership.depart('acme', 7, null);
		assert.equal(codeOf(await ownership.answer('acme', 8, { accept: true, versions: ['forum-2'] }, 'de')), 'partner-offer-unknown');
	});

	it('keeps an owner from removing another; two who try at once, or leave at once, never leave none', async () => {
		const { put, ownership, roles } = company();
		await put('acme', { owners: [6, 7], staff: [] });
		const removals = await Promise.all([[6, 7], [7, 6]].map(([by = 0, uid = 0]) =>
			ownership.remove('acme', uid, 'a quarrel', { uid: by, isForum: false })));
		assert.deepEqual(removals.map(codeOf), ['partner-owner-consent', 'partner-owner-consent']);
		const leaving = await Promise.all([6, 7].map(uid => ownership.depart('acme', uid, null)));
		assert.deepEqual(leaving.map(codeOf).sort(), ['ok', 'partner-owner-needed']);
		assert.equal(Object.keys(await roles()).length, 1);
		const [left = 0] = Object.keys(await roles()).map(Number);
		assert.equal(codeOf(await ownership.remove('acme', left, 'all gone', administrator)), 'partner-owner-needed');
	});

	it('changes roles without undoing a stop', async () => {
		const { put, ownership, accounts, store } = company();
		await put('acme');
		await accounts.halt('acme', 8, true, 'left the team', 7);
		await ownership.assign('acme', 8, 'sales', owner);
		const [membership] = await store.memberships([8]);
		assert.deepEqual([membership?.role, membership?.isHalted], ['sales', true]);
	});

	it('law: whatever people do, everybody belongs to one company at most and no company loses its last owner', async () => {
		const uid = fc.integer({ min: 6, max: 11 });
		const id = fc.constantFrom('acme', 'other');
		const act = fc.oneof(
			fc.record({ act: fc.constant('depart' as const), id, uid, other: fc.option(uid) }),
			fc.record({ act: fc.constantFrom('remove' as const, 'promote' as const, 'demote' as const, 'invite' as const), id, uid, other: uid }),
			fc.record({ act: fc.constantFrom('answer' as const, 'ask' as const, 'admit' as const), id, uid, other: uid }),
		);
		await fc.assert(fc.asyncProperty(fc.array(act, { maxLength: 25 }), fc.boolean(), async (acts, isAtOnce) => {
			const forum = company();
			await forum.put('acme', { owners: [6, 7], staff: [{ uid: 8, role: 'sales' }] });
			await forum.put('other', { owners: [9], staff: [] });
			const isOwner = async (where: string, who: number) => (await forum.roles(where))[who] === 'owner';
			const play = async (step: (typeof acts)[number]) => {
				const [where, who, other] = [step.id, step.uid, step.other ?? 0];
				const acting = { uid: who, isForum: false };
				if (step.act === 'depart') {
					await forum.ownership.depart(where, who, step.other);
				} else if (step.act === 'ask') {
					await forum.requests.ask(where, who, 'sales', '');
				} else if (step.act === 'answer') {
					await forum.ownership.answer(where, who, { accept: true, versions: ['forum-2'] }, 'en-GB');
				} else if (await isOwner(where, who)) {
					await ({
						remove: () => forum.ownership.remove(where, other, 'why not', acting),
						promote: () => forum.ownership.assign(where, other, 'owner', acting),
						demote: () => forum.ownership.assign(where, other, 'sales', acting),
						admit: () => forum.requests.decide(where, other, { accept: true, reason: '' }, who),
						invite: async () => {
							const made = await forum.invitations.invite(where, { username: `member ${other}` }, 'sales', who);
							return made.ok ? forum.invitations.accept(`m${made.value.id}`, other) : made;
						},
					})[step.act]();
				}
			};
			if (isAtOnce) {
				await Promise.all(acts.map(play));
			} else {
				for (const step of acts) {
					await play(step);
				}
			}
			const all = await Promise.all(['acme', 'other'].map(one => forum.roles(one)));
			const uids = all.flatMap(one => Object.keys(one));
			assert.equal(new Set(uids).size, uids.length);
			for (const [index, one] of ['acme', 'other'].entries()) {
				const owners = Object.entries(all[index] ?? {}).filter(([, role]) => role === 'owner').map(([who]) => Number(who));
				assert.ok(owners.length > 0, one);
				assert.deepEqual((await forum.store.account(one))?.owners, owners.sort((a, b) => a - b));
				// The timeline tells the same story.
				assert.deepEqual(ownersIn(stateAt(await forum.store.lastEvents(one, 1000), forum.time.at)), owners);
			}
		}), { numRuns: 60 });
	}).timeout(20_000);
});

describe('an owner answers for the list and the terms (clause 4.12)', () => {
	it('accepts for the account once, on record, and not for their staff', async () => {
		const { put, acceptances, accepted, store } = company();
		await put('acme');
		const account = await store.account('acme');
		assert.ok(account);
		assert.deepEqual((await acceptances.state(account, 'en-GB')).owed.map(({ version }) => version), ['forum-2']);
		await acceptances.accept(account, 7, 'forum-2', 'de');
		await acceptances.accept(account, 7, 'forum-2', 'de');
		assert.deepEqual(accepted, ['7 forum-2 partner account acme']);
		const { terms, owed } = await acceptances.state(account, 'en-GB');
		assert.deepEqual([terms.map(({ version, by }) => [version, by]), owed], [[['forum-2', 7]], []]);
		assert.equal((await store.lastEvents('acme', 1000)).filter(({ kind }) => kind === 'accepted').length, 1);
	});

	it('confirms the list that they saw, not a later one', async () => {
		const { put, confirmations, store, ownership, time } = company();
		await put('acme');
		const seen = (await store.account('acme'))?.revision ?? 0;
		await ownership.assign('acme', 8, 'sales', owner);
		assert.equal(codeOf(await confirmations.confirm('acme', 7, seen)), 'partner-list-stale');
		time.at += 5;
		assert.equal(codeOf(await confirmations.confirm('acme', 7, seen + 1)), 'ok');
		assert.equal(codeOf(await confirmations.confirm('acme', 7, seen + 1)), 'ok');
		const account = await store.account('acme');
		assert.deepEqual([account?.confirmedAt, account?.confirmedBy], [time.at, 7]);
	});

	it('is reminded once it is due, and again after a week at the earliest', async () => {
		const { put, confirmations, told, time } = company();
		await put('acme');
		time.at += 89 * day;
		assert.equal(await confirmations.remind(), 0);
		time.at += day;
		assert.equal(await confirmations.remind(), 1);
		assert.equal(await confirmations.remind(), 0);
		time.at += 7 * day;
		assert.equal(await confirmations.remind(), 1);
		assert.deepEqual(told(7), ['partner-confirm', 'partner-confirm']);
	});

	it('lets the posts of unconfirmed staff wait, and neither silences them nor touches owners', async () => {
		const forum = company();
		await forum.put('acme');
		const reviewer = partnerReviewer({ ...forum, isSecurityPlace: async () => false, host: forum.host });
		const said = async (uid: number) => (await reviewer.review({
			act: 'reply', origin: 'api', author: { kind: 'member', uid }, place: {}, text: {}, answers: {},
		}, { dryRun: true })).map(({ outcome, refusal }) => `${outcome} ${refusal.code}`);
		forum.time.at += (104 * day) - 1;
		assert.deepEqual(await said(8), []);
		forum.time.at += 1;
		assert.deepEqual([await said(8), await said(7), await said(99)], [['hold partner-unconfirmed'], [], []]);
		await forum.confirmations.confirm('acme', 7, 1);
		assert.deepEqual(await said(8), []);
	});

	it('asks nobody where the days are 0', () => {
		const [account, off] = [{ confirmedAt: 0, createdAt: 5, company: 'A' }, { partnerConfirmDays: 0 }];
		assert.equal(confirmationDue(account, off), null);
		assert.equal(unconfirmedHold(account, 1e14, off), null);
		assert.deepEqual(confirmationDue(account, { partnerConfirmDays: 1 }),
			{ dueAt: 5 + day, heldFrom: 5 + (15 * day) });
	});
});

describe('getting out of a decision about the company or about oneself (clause 4.12)', () => {
	it('is impossible while the account is suspended: nobody leaves, is let go or hands over, except by the forum', async () => {
		const { put, ownership, accounts, roles } = company();
		await put('acme', { owners: [6, 7], staff: [{ uid: 8, role: 'support' }, { uid: 9, role: 'sales' }] });
		await ownership.depart('acme', 7, 9);
		await accounts.suspend('acme', suspensionOf());
		const before = await roles();
		for (const tried of [
			await ownership.depart('acme', 8, null), await ownership.depart('acme', 7, null),
			await ownership.depart('acme', 7, 8), await ownership.remove('acme', 8, 'no longer here', owner),
			await ownership.answer('acme', 9, { accept: true, versions: ['forum-2'] }, 'de'),
		]) {
			assert.equal(codeOf(tried), 'partner-suspended-people');
		}
		assert.deepEqual(await roles(), before);
		assert.equal(codeOf(await ownership.remove('acme', 8, 'no longer here', administrator)), 'ok');
		await accounts.lift('acme', 'Cleared up.', 1);
		assert.equal(codeOf(await ownership.depart('acme', 9, null)), 'ok');
	});

	it('is no way back without the pause: whoever leaves while paused asks an owner first', async () => {
		const { put, ownership, accounts, requests, fields, chosen, roles } = company();
		chosen.partnerDomainJoin = 'join';
		await put('acme', { domains: ['acme.example'] });
		fields.set('8 email', 'eight@acme.example');
		await accounts.halt('acme', 8, true, 'Asked to stop.', 7);
		await ownership.depart('acme', 8, null);
		const asked = await requests.ask('acme', 8, 'support', '');
		assert.deepEqual([asked.ok && asked.value.state, (await roles())[8]], ['requested', undefined]);
	});

	it('is no invitation that one made before: it ends with the right of whoever made it', async () => {
		const { put, invitations, ownership, mailed, roles, pending, views, time } = company();
		await put('acme', { owners: [6, 7] });
		await invitations.invite('acme', { email: 'mine@elsewhere.example' }, 'sales', 7);
		const code = mailed();
		await invitations.invite('acme', { username: 'member 20' }, 'sales', 7);
		await ownership.remove('acme', 7, 'Not an owner.', administrator);
		assert.equal(await invitations.find(code, 30), null);
		assert.equal(codeOf(await invitations.accept(code, 30)), 'partner-invitation-unknown');
		assert.deepEqual((await views.ofMember(20, 'en-GB')).invitations, []);
		// Who may invite now does so anew, and the old one is gone.
		const again = await invitations.invite('acme', { username: 'member 20' }, 'sales', 6);
		assert.equal((await pending.invitationsOf('acme', time.at)).filter(({ uid }) => uid === 20).length, 1);
		assert.equal(codeOf(await invitations.accept(`m${again.ok ? again.value.id : 0}`, 20)), 'ok');
		assert.equal((await roles())[20], 'sales');
	});
});
