import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { partnerInputSchema } from '../../lib/partners/company/account';
import { partnerJobs } from '../../lib/partners/jobs';
import { partnerReviewer } from '../../lib/partners/reviewer';
import { partnerServices } from '../../lib/partners/services';
import { forumOf } from '../../lib/platform/forum/forum';
import type { StrikeInput } from '../../lib/partners/strikes/strike';
import type { Submission } from '../../lib/kernel/slice/review';
import { recordOver } from '../builders/decisions';
import { scheduled } from '../builders/handlers';
import { hostInMemory } from '../builders/host';

const dayMs = 86_400_000;
/** Acme (owner 7, staff 8 and 9, post 50 of 8, post 51 of 9); 2 moderates category 3, where the posts are. */
async function forum() {
	const memory = hostInMemory();
	const parts = partnerServices(memory.host, forumOf(memory.host), recordOver(memory.host));
	memory.moderators.set(2, [3]);
	memory.posts.set('50', { uid: '8', cid: '3', forumTermsPartner: 'acme' });
	memory.posts.set('51', { uid: '9', cid: '3', forumTermsPartner: 'acme' });
	memory.posts.set('52', { uid: '5', cid: '3' });
	const saved = await parts.accounts.put('acme', v.parse(partnerInputSchema, {
		company: 'Acme', level: 'Gold', owners: [7],
		staff: [{ uid: 8, role: 'support' }, { uid: 9, role: 'sales' }],
	}), null, 1);
	assert.ok(saved.ok);
	const { value: account } = saved;
	const reviewer = partnerReviewer({
		...parts, isSecurityPlace: async ({ cid }) => cid === '66', host: memory.host,
	});
	const submission: Submission = {
		act: 'topic', origin: 'api', author: { kind: 'member', uid: 8 }, place: { cid: '3' }, text: {}, answers: {},
	};
	return {
		...memory, ...parts, account, stored: memory.settings,
		give: (more: Partial<StrikeInput> = {}, by = 2) =>
			parts.strikes.give(account, { pid: '50', clause: '4.1', points: 4, reason: 'An advertisement.', ...more }, by),
		answer: (id: number, by = 7) => parts.strikes.answer(account, id, 'It was asked for.', by),
		decide: (id: number, counts: boolean, by = 2) => parts.strikes.decide(account, id, counts, 'Read it again.', by),
		said: async (more: Partial<Submission> = {}) =>
			(await reviewer.review({ ...submission, ...more }, { dryRun: true }))
				.map(({ outcome, refusal }) => `${outcome} ${refusal.code}`),
		told: () => memory.sent.map(({ uid, kind }) => `${kind} ${uid}`),
		job: async () => {
			await scheduled(partnerJobs(parts), memory.host);
			await memory.jobs.get('forum-terms-partner-standing')?.();
		},
	};
}
const codeOf = (outcome: { ok: boolean; refusal?: { code: string; field?: string } }) =>
	(outcome.ok ? 'ok' : `${outcome.refusal?.code} ${outcome.refusal?.field ?? ''}`.trim());
const toldOfOne = ['partner-strike 7', 'partner-strike-author 8'];

describe('giving a strike (clause 4.12)', () => {
	it('is for who moderates there, for a post of this partner, within the days that are allowed', async () => {
		const { give } = await forum();
		assert.equal(codeOf(await give({}, 5)), 'permission-missing');
		assert.equal(codeOf(await give({ pid: '52' })), 'partner-strike-other pid');
		assert.equal(codeOf(await give({ pid: '99' })), 'post-unknown pid');
		assert.deepEqual([codeOf(await give({ days: 366 })), codeOf(await give({ days: 29 }))], ['body-invalid days', 'body-invalid days']);
		const given = await give();
		assert.ok(given.ok);
		const { uid, cid, answerBy, expiresAt, at } = given.value;
		assert.deepEqual([uid, cid, answerBy - at, expiresAt - at], [8, 3, 7 * dayMs, 180 * dayMs]);
	});

	it('is not for somebody of the same company, whatever else they are', async () => {
		const { give, moderators, decide } = await forum();
		moderators.set(9, [3]);
		assert.equal(codeOf(await give({}, 9)), 'partner-strike-own');
		await give();
		assert.equal(codeOf(await decide(1, false, 9)), 'partner-strike-own');
	});

	it('happens once for a post and a clause, however often it is sent', async () => {
		const { give, told, strikeStore } = await forum();
		assert.deepEqual([codeOf(await give()), codeOf(await give())], ['ok', 'ok']);
		assert.equal(codeOf(await give({ points: 9 })), 'partner-strike-given clause');
		assert.equal(codeOf(await give({}, 1)), 'partner-strike-given clause');
		assert.equal(codeOf(await give({ clause: '4.4' })), 'ok');
		assert.equal((await strikeStore.history('acme')).strikes.length, 2);
		assert.deepEqual(told(), [...toldOfOne, ...toldOfOne]);
	});

	it('is finished when it was cut off: the owner and the author are told all the same', async () => {
		const { give, database, told, job } = await forum();
		database.killBefore = 'forum-terms:partner-strike-events-of:acme';
		await assert.rejects(give(), /killed/);
		database.killBefore = '';
		await job();
		await job();
		assert.deepEqual(told(), [...toldOfOne, ...toldOfOne]);
	});
});

describe('answering a strike', () => {
	it('keeps it from counting until a human decides; the moderator hears of it', async () => {
		const { give, answer, standings, time, told, decide } = await forum();
		await give({ clause: '4.4', points: 6 });
		assert.deepEqual([codeOf(await answer(1)), codeOf(await answer(1))], ['ok', 'ok']);
		time.at += 8 * dayMs;
		assert.equal((await standings.of('acme')).points, 0);
		assert.equal(codeOf(await decide(1, true, 1)), 'ok');
		assert.equal((await standings.of('acme')).points, 6);
		assert.deepEqual(told().slice(2), ['partner-strike-decide 1', 'partner-strike-answered 2', 'partner-strike-counts 7', 'partner-held 7']);
	});

	it('leaves the decision to another person than the giver, named, who may take it back at any time', async () => {
		const { give, answer, decide } = await forum();
		await give();
		await answer(1);
		assert.equal(codeOf(await decide(1, true, 2)), 'decision-own');
		assert.equal(codeOf(await decide(1, false, 2)), 'ok');
	});

	for (const [able, isAlone] of [[[2], false], [[], true], [[8], true]] as const) {
		it(`lets an administrator decide about their own strike only where nobody else, not of the company, can: ${able.join() || 'nobody'}`, async () => {
			const { give, answer, decide, told, moderators } = await forum();
			moderators.delete(2);
			able.forEach(uid => moderators.set(uid, [3]));
			await give({}, 1);
			const decided = await answer(1).then(() => decide(1, true, 1));
			assert.deepEqual(decided.ok ? decided.value.decisions[0]?.isAlone : codeOf(decided), isAlone || 'decision-own');
			assert.ok(told().includes(isAlone ? 'partner-strike-decide 1' : 'partner-strike-answered 1'));
		});
	}

	it('is for all who may decide, and for nobody of the same company; every message leads to the strikes', async () => {
		const { give, answer, moderators, sent } = await forum();
		moderators.set(9, [3]).set(4, [3]).set(6, [5]);
		await give();
		await answer(1);
		const told = sent.map(({ uid, kind, path }) => `${uid} ${kind} ${path}`).slice(2);
		const path = '/forum-terms/partner?id=acme&tab=strikes';
		assert.deepEqual(told, ['1', '4'].map(uid => `${uid} partner-strike-decide ${path}`).concat(`2 partner-strike-answered ${path}`));
	});

	it('is possible once, and not when it counts already', async () => {
		const { give, strikes, account, answer, time } = await forum();
		await give();
		await answer(1);
		assert.equal(codeOf(await strikes.answer(account, 1, 'Another word.', 7)), 'partner-strike-answered');
		await give({ pid: '51' });
		time.at += 7 * dayMs;
		assert.deepEqual([codeOf(await answer(2)), codeOf(await answer(3))], ['partner-answer-late', 'partner-strike-unknown strike']);
	});

	it('is not overtaken: nobody lets a strike count while the owner can still answer', async () => {
		const { give, decide } = await forum();
		await give();
		assert.deepEqual([codeOf(await decide(1, true)), codeOf(await decide(1, false))], ['partner-answer-open', 'ok']);
		assert.equal(codeOf(await decide(1, false)), 'ok');
		assert.equal(codeOf(await decide(1, false, 1)), 'partner-strike-decided');
	});
});

describe('what a standing does', () => {
	it('holds new posts of an account as soon as enough counts, and lets go when a strike is withdrawn', async () => {
		const { give, time, said, decide, told, job } = await forum();
		await give({ points: 4 });
		await give({ pid: '51', points: 3 });
		assert.deepEqual(await said(), []);
		time.at += 7 * dayMs;
		assert.deepEqual([await said(), await said({ act: 'reply' })], [['hold partner-held'], ['hold partner-held']]);
		await job();
		await job();
		await decide(2, false);
		assert.deepEqual(await said(), []);
		assert.deepEqual(told().slice(4), ['partner-held 7', 'partner-strike-withdrawn 7', 'partner-released 7']);
	});

	it('never holds a security report, an administrator, an edit or what staff have approved', async () => {
		const { give, time, said, account, accounts } = await forum();
		await give({ clause: '4.2', points: 10 });
		time.at += 7 * dayMs;
		assert.deepEqual(await said(), ['hold partner-held']);
		for (const more of [{ place: { cid: '66' } }, { act: 'edit' }, { origin: 'queue-approval' }] as const) {
			assert.deepEqual(await said(more), []);
		}
		await accounts.put('acme', { ...account, domains: [], owners: [7, 1], staff: [{ uid: 8, role: 'support' }] }, null, 1);
		assert.deepEqual(await said({ author: { kind: 'member', uid: 1 } }), []);
	});

	it('reads nothing for members of no partner, and nothing new for staff of one', async () => {
		const { host, said } = await forum();
		await said();
		await said({ author: { kind: 'member', uid: 5 } });
		const asked: string[] = [];
		for (const name of ['getObject', 'getObjects', 'sortedSetPage'] as const) {
			host.database[name] = async (key: string | string[]) => {
				asked.push(String(key));
				return [] as never;
			};
		}
		await said();
		await said({ author: { kind: 'member', uid: 5 } });
		assert.deepEqual(asked, []);
	});

	it('goes no further than holding by itself: administrators are told, and the account stays as it is', async () => {
		const { give, time, told, job, directory } = await forum();
		await give({ clause: '4.2', points: 10 });
		await give({ pid: '51', points: 5 });
		time.at += 7 * dayMs;
		await job();
		assert.deepEqual(told().slice(4), ['partner-referral 7', 'partner-referral-staff 1']);
		assert.equal((await directory.account('acme'))?.suspension, null);
	});
});

describe('referring an account to the partner team (clause 1, R1.6)', () => {
	it('is a record, a letter to the configured address and a word to the owner, once', async () => {
		const { referrals, account, stored, letters, told, strikeStore } = await forum();
		stored.partnerTeamEmail = 'partners@vendor.example';
		const refer = (reason: string) => referrals.refer(account, { reason, posts: [], restriction: 0 }, 1);
		const first = await refer('Goes on after three talks.');
		assert.ok(first.ok && first.value.mailedAt > 0);
		assert.equal(first.value.mailedTo, 'partners@vendor.example');
		await refer('Goes on after three talks.');
		assert.deepEqual([(await strikeStore.history('acme')).referrals.length, letters.map(({ address }) => address), told()],
			[1, ['partners@vendor.example'], ['partner-told-referred 7']]);
		await refer('And again.');
		assert.equal((await strikeStore.history('acme')).referrals.length, 2);
	});

	it('is kept when there is no address or no mail, and the letter is tried again', async () => {
		const { referrals, account, stored, letters } = await forum();
		const refer = async () => {
			const made = await referrals.refer(account, { reason: 'Please have a look.', posts: [], restriction: 0 }, 1);
			return made.ok && [made.value.id, made.value.mailedAt > 0];
		};
		const [id] = await refer() || [];
		stored.partnerTeamEmail = 'broken@vendor.example';
		assert.deepEqual(await refer(), [id, false]);
		stored.partnerTeamEmail = 'partners@vendor.example';
		assert.deepEqual([await refer(), letters.length], [[id, true], 2]);
	});

	it('never says that the forum ends an account of the vendor', () => {
		for (const language of ['en-GB', 'de']) {
			const strings = JSON.parse(readFileSync(`languages/${language}/forum-terms.json`, 'utf8')) as Record<string, string>;
			assert.match(strings['mail.partner-referred-body'] ?? '', /changed nothing|nichts geändert/);
			for (const key of ['mail.partner-referred', 'mail.partner-referred-body', 'mail.partner-told-referred-body']) {
				assert.doesNotMatch(strings[key] ?? '', /terminat|ended|cancel|beendet|gekündigt/i, `${language} ${key}`);
			}
		}
	});
});
