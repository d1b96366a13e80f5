import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { codeOf, struckForum } from '../builders/strikes';

const dayMs = 86_400_000;
const toldOfOne = ['partner-strike 7', 'partner-strike-author 8'];

describe('giving a strike (clause 4.12)', () => {
	it('is for who moderates there, for a post of this partner, within the days that are allowed', async () => {
		const { give } = await struckForum();
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
		const { give, moderators, decide } = await struckForum();
		moderators.set(9, [3]);
		assert.equal(codeOf(await give({}, 9)), 'partner-strike-own');
		await give();
		assert.equal(codeOf(await decide(1, false, 9)), 'partner-strike-own');
	});

	it('happens once for a post and a clause, however often it is sent', async () => {
		const { give, told, strikeStore } = await struckForum();
		assert.deepEqual([codeOf(await give()), codeOf(await give())], ['ok', 'ok']);
		assert.equal(codeOf(await give({ points: 9 })), 'partner-strike-given clause');
		assert.equal(codeOf(await give({}, 1)), 'partner-strike-given clause');
		assert.equal(codeOf(await give({ clause: '4.4' })), 'ok');
		assert.equal((await strikeStore.history('acme')).strikes.length, 2);
		assert.deepEqual(told(), [...toldOfOne, ...toldOfOne]);
	});

	it('is finished when it was cut off: the owner and the author are told all the same', async () => {
		const { give, database, told, job } = await struckForum();
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
		const { give, answer, standings, time, told, decide } = await struckForum();
		await give({ clause: '4.4', points: 6 });
		assert.deepEqual([codeOf(await answer(1)), codeOf(await answer(1))], ['ok', 'ok']);
		time.at += 8 * dayMs;
		assert.equal((await standings.of('acme')).points, 0);
		assert.equal(codeOf(await decide(1, true, 1)), 'ok');
		assert.equal((await standings.of('acme')).points, 6);
		assert.deepEqual(told().slice(2), ['partner-strike-decide 1', 'partner-strike-answered 2', 'partner-strike-counts 7', 'partner-strike-author-counts 8', 'partner-held 7']);
	});

	it('leaves the decision to another person than the giver, named, who may take it back at any time', async () => {
		const { give, answer, decide } = await struckForum();
		await give();
		await answer(1);
		assert.equal(codeOf(await decide(1, true, 2)), 'decision-own');
		assert.equal(codeOf(await decide(1, false, 2)), 'ok');
	});

	for (const [able, isAlone] of [[[2], false], [[], true], [[8], true]] as const) {
		it(`lets an administrator decide about their own strike only where nobody else, not of the company, can: ${able.join() || 'nobody'}`, async () => {
			const { give, answer, decide, told, moderators } = await struckForum();
			moderators.delete(2);
			able.forEach(uid => moderators.set(uid, [3]));
			await give({}, 1);
			const decided = await answer(1).then(() => decide(1, true, 1));
			assert.deepEqual(decided.ok ? decided.value.decisions[0]?.isAlone : codeOf(decided), isAlone || 'decision-own');
			assert.ok(told().includes(isAlone ? 'partner-strike-decide 1' : 'partner-strike-answered 1'));
		});
	}

	it('is for all who may decide, and for nobody of the same company; every message leads to the strikes', async () => {
		const { give, answer, moderators, sent } = await struckForum();
		moderators.set(9, [3]).set(4, [3]).set(6, [5]);
		await give();
		await answer(1);
		const told = sent.map(({ uid, kind, path }) => `${uid} ${kind} ${path}`).slice(2);
		const path = '/forum-terms/partner?id=acme&tab=strikes';
		assert.deepEqual(told, ['1', '4'].map(uid => `${uid} partner-strike-decide ${path}`).concat(`2 partner-strike-answered ${path}`));
	});

	it('is possible once, and not when it counts already', async () => {
		const { give, strikes, account, answer, time } = await struckForum();
		await give();
		await answer(1);
		assert.equal(codeOf(await strikes.answer(account, 1, 'Another word.', 7)), 'partner-strike-answered');
		await give({ pid: '51' });
		time.at += 7 * dayMs;
		assert.deepEqual([codeOf(await answer(2)), codeOf(await answer(3))], ['partner-answer-late', 'partner-strike-unknown strike']);
	});

	it('is not overtaken: nobody lets a strike count while the owner can still answer', async () => {
		const { give, decide } = await struckForum();
		await give();
		assert.deepEqual([codeOf(await decide(1, true)), codeOf(await decide(1, false))], ['partner-answer-open', 'ok']);
		assert.equal(codeOf(await decide(1, false)), 'ok');
		assert.equal(codeOf(await decide(1, false, 1)), 'partner-strike-decided');
	});
});

describe('referring an account to the partner team (clause 1, R1.6)', () => {
	it('is a record, a letter to the configured address and a word to the owner, once', async () => {
		const { referrals, account, stored, letters, told, strikeStore, book } = await struckForum();
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
		assert.deepEqual((await book.of({ kind: 'partner', id: 'acme' }, 5)).map(({ note }) => note), ['', '']);
	});

	it('is kept when there is no address or no mail, and the letter is tried again', async () => {
		const { referrals, account, stored, letters } = await struckForum();
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
