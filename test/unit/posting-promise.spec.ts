import assert from 'node:assert/strict';
import { promises } from '../../lib/posting/promise';
import { door } from '../../lib/posting/door';
import { refuse } from '../../lib/kernel/refusals/refusal';
import type { Submission, Reviewer } from '../../lib/kernel/slice/review';
import { hostInMemory } from '../builders/host';

const minute = 60_000;

function promising() {
	const { host, time, database } = hostInMemory();
	/** Categories of topics; everything else is where it says. */
	const topics = new Map<string, number>();
	return {
		time, database, topics,
		...promises({
			database, clock: host.clock, nonce: () => host.nonce(), secret: async () => 'secret',
			categoryOf: async ({ cid, tid }) => Number(cid ?? topics.get(tid ?? '') ?? 0) || null,
		}),
	};
}

const submission = (parts: Partial<Submission> = {}): Submission => ({
	act: 'topic', origin: 'api', author: { kind: 'member', uid: 7 }, place: { cid: '3' },
	text: { title: 'Calls drop', content: 'They drop.', tags: ['b', 'a'] }, answers: {}, ...parts,
});
const withToken = (token: string, parts: Partial<Submission> = {}): Submission => {
	const made = submission(parts);
	return { ...made, answers: { ...made.answers, token } };
};

describe('promise of a check', () => {
	it('holds for the same text of the same author at the same place, whatever the order of tags and blanks at the ends', async () => {
		const { make, holds } = promising();
		const token = await make(submission());
		assert.equal(await holds(withToken(token)), true);
		const text = { title: ' Calls drop ', content: 'They drop.\n', tags: ['a', 'b'] };
		assert.equal(await holds(withToken(token, { text })), true);
	});

	it('holds for nothing else: text, title, tags, answers, place, author, act', async () => {
		const { make, holds } = promising();
		const token = await make(submission());
		const { text } = submission();
		for (const other of [
			{ text: { ...text, content: 'They drop?' } }, { text: { ...text, title: 'Calls' } }, { text: { ...text, tags: [] } },
			{ text: { ...text, sourceContent: 'x' } }, { answers: { accept: ['forum-1'] } }, { place: { cid: '4' } },
			{ author: { kind: 'member' as const, uid: 8 } }, { act: 'reply' as const },
		]) {
			assert.equal(await holds(withToken(token, other)), false, JSON.stringify(other));
		}
	});

	it('holds for five minutes, and cannot be stretched', async () => {
		const { make, holds, time } = promising();
		const token = await make(submission());
		time.at += 5 * minute;
		assert.equal(await holds(withToken(token)), true);
		time.at += 1;
		assert.equal(await holds(withToken(token)), false);
		const [, once, seal] = token.split('.');
		assert.equal(await holds(withToken(`${time.at + minute}.${once}.${seal}`)), false);
		assert.equal(await holds(withToken('rubbish')), false);
	});

	it('is good once: a replay is judged like any other post', async () => {
		const { make, holds, redeem } = promising();
		const token = await make(submission());
		assert.equal(await redeem(withToken(token)), true);
		assert.deepEqual([await redeem(withToken(token)), await holds(withToken(token))], [false, false]);
	});

	it('lets the used ones be forgotten once their time is over', async () => {
		const { make, redeem, sweep, time, database } = promising();
		await redeem(withToken(await make(submission())));
		const key = database.writes.at(-1) ?? '';
		time.at += 3 * 60 * minute;
		await sweep();
		assert.equal(await database.getObject(key), null);
	});

	it('goes before every refusal but a decision about access, and what is recorded is recorded all the same', async () => {
		const seen: string[] = [];
		const refusing = (slice: Reviewer['slice']): Reviewer => ({
			slice, mayHold: () => slice === 'screening',
			review: async () => {
				seen.push(slice);
				return [{ outcome: slice === 'screening' ? 'hold' : 'ask', refusal: refuse('terms-unaccepted') }];
			},
		});
		const post = { uid: 7, cid: 3, title: 'Calls drop', content: 'They drop.', tags: ['a', 'b'], req: { body: {} } };
		const made = promising();
		const slices = ['terms', 'checklist', 'screening'] as const;
		const open = door(slices.map(refusing), { promised: made });
		const promised = async () => ({ ...post, forumTerms: { token: await made.make(submission()) } });
		const judged = await open.judgePost('topic', await promised(), 'api');
		assert.deepEqual([judged.ok && judged.value.outcome, seen], ['allow', [...slices]]);
		assert.equal(await open.holds('topic', await promised(), 'api'), false);
		assert.equal(await open.holds('topic', post, 'api'), true);
	});

	it('goes before no decision about access: a restriction, a suspension, a halt, a hold', async () => {
		const made = promising();
		for (const [outcome, slice] of [['refuse', 'access'], ['refuse', 'partners'], ['hold', 'partners']] as const) {
			const deciding: Reviewer = {
				slice, mayHold: () => true,
				review: async () => [{ outcome, refusal: refuse('partner-held'), isAboutAccess: true }],
			};
			const token = await made.make(submission());
			const post = { uid: 7, cid: 3, ...submission().text, req: {}, forumTerms: { token } };
			const closed = door([deciding], { promised: made });
			assert.equal(await closed.holds('topic', post, 'api'), outcome === 'hold', slice);
			const judged = await closed.judgePost('topic', post, 'api');
			assert.equal(judged.ok && judged.value.outcome, outcome, slice);
		}
	});

	it('ends when the topic has moved: the category was judged too', async () => {
		const { make, holds, topics } = promising();
		const reply = { act: 'reply' as const, place: { tid: '6' } };
		topics.set('6', 2);
		const token = await make(submission(reply));
		assert.equal(await holds(withToken(token, reply)), true);
		topics.set('6', 3);
		assert.equal(await holds(withToken(token, reply)), false);
	});
});
