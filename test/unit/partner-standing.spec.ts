import assert from 'node:assert/strict';
import fc from 'fast-check';
import { range, shuffle } from 'lodash';
import {
	countsFrom, holdsPosts, rankOf, standingAfter, standingOf, strikeState, weightAt, type Thresholds,
} from '../../lib/partners/strikes/standing-rules';
import { isAnswerable, type StrikeCase } from '../../lib/partners/strikes/strike';

const thresholds: Thresholds = {
	points: { notified: 3, held: 6, review: 9, referral: 12 }, severalPeople: 2, graveClauses: ['4.2', '4.4'],
};

/** A strike of moment 0 that may be answered until 10 and ends at 100. */
const strike = (parts: Partial<StrikeCase> = {}): StrikeCase => ({
	id: 1, partner: 'acme', pid: '5', cid: 3, uid: 8, clause: '4.1', points: 4, reason: 'advertising', by: 2,
	at: 0, answerBy: 10, expiresAt: 100, isTold: true, answer: null, decisions: [], decision: 1,
	reporters: [], ...parts,
});
const answer = { text: 'It was a quotation.', by: 7, at: 5 };
const decided = (counts: boolean, at: number) => ({
	counts, reason: 'looked at it', by: 2, at, isAlone: false, decision: 2,
});

const oneStrike = fc.record({
	uid: fc.integer({ min: 1, max: 4 }), points: fc.integer({ min: 1, max: 10 }),
	clause: fc.constantFrom<StrikeCase['clause']>('1', '4.1', '4.2', '4.12'), at: fc.integer({ min: 0, max: 50 }),
	wait: fc.integer({ min: 1, max: 20 }), lasts: fc.integer({ min: 21, max: 100 }), isAnswered: fc.boolean(),
	decision: fc.option(fc.record({ counts: fc.boolean(), after: fc.integer({ min: 0, max: 60 }) }), { nil: null }),
}).map(({ wait, lasts, isAnswered, decision, at, ...parts }) => strike({
	...parts, at, answerBy: at + wait, expiresAt: at + lasts, answer: isAnswered ? { ...answer, at } : null,
	// Without an answer nobody decides that a strike counts: time does.
	decisions: decision && (isAnswered || !decision.counts) ? [decided(decision.counts, at + decision.after)] : [],
}));
const strikes = fc.array(oneStrike, { maxLength: 12 });
const moment = fc.integer({ min: 0, max: 200 });

describe('a strike (clause 4.12)', () => {
	it('counts from the end of the time to answer on, by itself', () => {
		assert.deepEqual([9, 10, 99, 100].map(now => strikeState(strike(), now)), ['open', 'counts', 'counts', 'expired']);
	});

	it('law: never counts while its owner can still answer, and can be answered until it counts', () => {
		fc.assert(fc.property(oneStrike, moment, (one, now) => {
			const counts = (countsFrom(one) ?? Infinity) <= now;
			assert.equal(isAnswerable(one, now), !counts && one.answer === null && one.decisions.length === 0);
		}));
	});

	it('waits for a human for as long as it takes once it is answered', () => {
		assert.deepEqual([6, 50].map(now => strikeState(strike({ answer }), now)), ['answered', 'answered']);
		const counting = strike({ answer, decisions: [decided(true, 7)] });
		assert.deepEqual([countsFrom(counting), strikeState(counting, 7)], [7, 'counts']);
	});

	it('counts nothing when it was withdrawn, even after it counted', () => {
		const withdrawn = strike({ answer, decisions: [decided(true, 7), decided(false, 20)] });
		assert.deepEqual([strikeState(withdrawn, 30), weightAt(withdrawn, 30), weightAt(withdrawn, 8)], ['withdrawn', 0, 0]);
	});

	it('weighs in full for half of its time, half (rounded up) for the rest, nothing afterwards', () => {
		const weights = (points: number) => [9, 10, 49, 50, 99, 100].map(now => weightAt(strike({ points }), now));
		assert.deepEqual([weights(4), weights(1)], [[0, 4, 4, 2, 2, 0], [0, 1, 1, 1, 1, 0]]);
	});
});

describe('standing of a partner account (feature 17)', () => {
	const of = (list: readonly StrikeCase[], now = 20) => standingOf(list, now, thresholds);

	it('goes from good over notified, held and review to referral as points of several people add up', () => {
		const stageWith = (points: number) => of([strike({ points: 2 }), strike({ uid: 9, points })]).stage;
		assert.equal(of([strike({ points: 2 })]).stage, 'good');
		assert.deepEqual([1, 4, 7, 10].map(stageWith), ['notified', 'held', 'review', 'referral']);
	});

	it('needs several people, or one strike for a grave clause', () => {
		const alone = range(5).map(() => strike({ points: 10 }));
		assert.deepEqual([of(alone).stage, of(alone).people], ['good', 1]);
		assert.equal(of([strike({ points: 7, clause: '4.4' })]).stage, 'held');
	});

	it('says what the next stage takes before it acts: points, people, or both', () => {
		assert.deepEqual(of([]).next, { stage: 'notified', points: 3, people: 2 });
		assert.deepEqual(of([strike({ points: 7 })]).next, { stage: 'held', points: 0, people: 1 });
		assert.deepEqual(of([strike(), strike({ uid: 9, points: 1 })]).next, { stage: 'held', points: 1, people: 0 });
		assert.equal(of([strike({ points: 10 }), strike({ uid: 9, points: 10 })]).next, null);
	});

	it('knows since when posts are held without a break', () => {
		const list = [strike({ points: 5 }), strike({ uid: 9, points: 5, at: 5, answerBy: 15, expiresAt: 205 })];
		assert.deepEqual([14, 15, 40].map(now => of(list, now).heldSince), [null, 15, 15]);
		// Half of the first is over: 3 and 5 points still hold; at 100 the first has ended.
		assert.deepEqual([60, 100].map(now => of(list, now).heldSince), [15, null]);
	});

	it('knows when the next strike weighs less or ends', () => {
		assert.deepEqual([of([]).easesAt, of([strike()], 5).easesAt], [null, null]);
		assert.deepEqual([20, 60].map(now => of([strike({ points: 4 })], now).easesAt), [50, 100]);
		assert.equal(of([strike({ points: 1 })]).easesAt, 100);
		assert.equal(of([strike(), strike({ uid: 9, at: 0, expiresAt: 60 })]).easesAt, 30);
	});

	it('shows what a strike would do if it counted', () => {
		const before = [strike({ points: 4 })];
		assert.equal(standingAfter(before, { uid: 9, clause: '4.1', points: 2 }, 20, thresholds).stage, 'held');
		assert.equal(standingAfter(before, { uid: 8, clause: '4.1', points: 2 }, 20, thresholds).stage, 'good');
		assert.equal(standingAfter(before, { uid: 8, clause: '4.2', points: 2 }, 20, thresholds).stage, 'held');
	});

	it('law: it is never worse with fewer strikes', () => {
		fc.assert(fc.property(strikes, fc.nat(), moment, (list, index, now) => {
			const fewer = list.filter((_strike, at) => at !== index % Math.max(1, list.length));
			assert.ok(rankOf(of(fewer, now).stage) <= rankOf(of(list, now).stage));
			assert.ok(of(fewer, now).points <= of(list, now).points);
		}));
	});

	it('law: without new strikes and decisions it only gets better with time', () => {
		fc.assert(fc.property(strikes, moment, fc.nat(200), (list, begin, more) => {
			const settled = list.filter(one => (countsFrom(one) ?? 0) <= begin);
			assert.ok(rankOf(of(settled, begin + more).stage) <= rankOf(of(settled, begin).stage));
		}));
	});

	it('law: points stay until the moment that is named, and are fewer from then on', () => {
		fc.assert(fc.property(strikes, moment, (list, now) => {
			const settled = list.filter(one => (countsFrom(one) ?? 0) <= now);
			const { points, easesAt } = of(settled, now);
			assert.equal(easesAt === null, points === 0);
			assert.ok(easesAt === null || of(settled, easesAt - 1).points === points);
			assert.ok(easesAt === null || of(settled, easesAt).points < points);
		}));
	});

	it('law: the order of strikes does not matter', () => {
		fc.assert(fc.property(strikes, moment, (list, now) => assert.deepEqual(of(shuffle(list), now), of(list, now))));
	});

	it('law: what was withdrawn, is over, or waits for an answer or a decision counts nothing', () => {
		fc.assert(fc.property(strikes, moment, (list, now) => {
			assert.deepEqual(of(list.filter(one => strikeState(one, now) === 'counts'), now).points, of(list, now).points);
		}));
	});

	it('law: one person alone never brings an account anywhere without a grave clause', () => {
		fc.assert(fc.property(strikes, moment, (list, now) => {
			const alone = list.map(one => ({ ...one, uid: 8, clause: one.clause === '4.2' ? '4.1' as const : one.clause }));
			assert.equal(of(alone, now).stage, 'good');
		}));
	});

	it('law: what is said to be missing is exactly what is missing', () => {
		fc.assert(fc.property(strikes, moment, (list, now) => {
			const { next } = of(list, now);
			// A person who is missing brings a point of their own at least.
			const enough = range(Math.max(1, next?.people ?? 1)).map(index => strike({
				uid: 100 + index, points: index === 0 ? Math.max(1, next?.points ?? 1) : 1,
				at: now, answerBy: now, expiresAt: now + 100,
			}));
			assert.ok(!next || rankOf(of([...list, ...enough], now).stage) >= rankOf(next.stage));
			assert.ok(!next || next.points + next.people > 0);
		}));
	});

	it('law: posts have been held from that moment until now, and not just before it', () => {
		fc.assert(fc.property(strikes, moment, (list, now) => {
			const { heldSince, stage } = of(list, now);
			assert.equal(heldSince !== null, holdsPosts(stage));
			for (const at of heldSince === null ? [] : range(heldSince, now + 1)) {
				assert.ok(holdsPosts(of(list, at).stage));
			}
			assert.ok(heldSince === null || heldSince === 0 || !holdsPosts(of(list, heldSince - 1).stage));
		}));
	});
});
