import assert from 'node:assert/strict';
import fc from 'fast-check';
import { effectOf, verdictOf, wilson } from '../../lib/checklist/effect/rules';
import { itemsAskedFor, questionsIn } from '../../lib/checklist/effect/follow-up-rules';
import { countsOf, itemMeasures, type ItemMeasure, type Visit } from '../../lib/checklist/effect/visit-rules';
import { items } from '../builders/checklist';

function visitOf(parts: Partial<Visit> = {}): Visit {
	return {
		id: 'v', uid: 7, cid: 1, profile: 'spec', version: 1, share: 'all', at: 1, shown: [],
		answered: [], opened: [], isPosted: false, ...parts,
	};
}

const keys = ['trunk', 'done', 'phone'];
const anyVisit = fc.record({
	share: fc.constantFrom<Visit['share']>('all', 'control', 'clean'), version: fc.integer({ min: 1, max: 3 }),
	shown: fc.uniqueArray(fc.constantFrom(...keys)), answered: fc.uniqueArray(fc.constantFrom(...keys)),
	opened: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }), isPosted: fc.boolean(),
}).map(visitOf);

describe('effect of a checklist', () => {
	const added = (visits: readonly Visit[]) => {
		const counts: Record<string, number> = {};
		visits.flatMap(visit => Object.entries(countsOf(visit))).forEach(([name, by]) => {
			counts[name] = (counts[name] ?? 0) + by;
		});
		return effectOf(items(...keys.map(key => ({ key }))), [{ day: '2026-01-01', counts }]);
	};

	it('adds up, in whatever order it was counted', () => {
		fc.assert(fc.property(fc.array(anyVisit, { maxLength: 20 }), (visits) => {
			assert.deepEqual(added(visits), added([...visits].reverse()));
			const { visits: sums, items: rows } = added(visits);
			assert.equal(sums.shown, visits.length);
			assert.equal(sums.posted + sums.abandoned, sums.shown);
			assert.ok(sums.deflected <= sums.abandoned);
			for (const { counts, skipRate } of rows) {
				assert.ok(itemMeasures.every(measure => counts[measure] >= 0));
				assert.equal(counts.answered + counts.skipped + counts.abandoned, counts.shown);
				assert.ok(counts.skipped <= counts.passed && skipRate >= 0 && skipRate <= 1);
			}
		}));
	});

	const shares = fc.double({ min: 0, max: 1, noNaN: true });
	it('gives every share an interval that holds it, narrower the more is known', () => {
		fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), shares, (of, share) => {
			const hits = Math.floor(of * share);
			const [one, ten] = [wilson(hits, of), wilson(hits * 10, of * 10)];
			assert.ok(one.low >= 0 && one.high <= 1 && one.low <= (hits / of) + 1e-9 && (hits / of) - 1e-9 <= one.high);
			assert.ok(ten.high - ten.low < one.high - one.low);
		}));
		assert.deepEqual(wilson(0, 0), { low: 0, high: 1 });
		// As tables have it: 10 of 20, 1 of 10.
		const rounded = (hits: number, of: number) => Object.values(wilson(hits, of)).map(share => share.toFixed(3));
		assert.deepEqual([rounded(10, 20), rounded(1, 10)], [['0.299', '0.701'], ['0.018', '0.404']]);
	});

	const judge = (here: [number, number], there: [number, number], parts: {
		warned?: number; always?: boolean; words?: string[];
	} = {}) => {
		const { warned = 0, always = false, words = ['trunk'] } = parts;
		const rate = ([questions, topics]: [number, number]) =>
			({ topics, questions, per100: (questions / topics) * 100 });
		const none = Object.fromEntries(itemMeasures.map(measure => [measure, 0])) as Record<ItemMeasure, number>;
		const { verdict, reason } = verdictOf({ always, words },
			{ counts: { ...none, warned }, asked: rate(here), compared: rate(there) });
		return `${verdict}: ${reason}`;
	};

	it('keeps an item that catches something or clearly spares questions', () => {
		assert.equal(judge([5, 400], [60, 400]), 'pays: spares');
		assert.equal(judge([60, 400], [5, 400], { warned: 1 }), 'pays: catches');
	});

	it('proposes to remove one that catches nothing while staff ask no less often', () => {
		assert.equal(judge([20, 200], [20, 200]), 'propose-removal: idle');
		assert.equal(judge([0, 200], [0, 200]), 'propose-removal: idle');
	});

	it('leaves everything else open and says why', () => {
		assert.deepEqual([judge([20, 99], [20, 200]), judge([1, 99], [90, 400])], ['open: few', 'open: few']);
		assert.equal(judge([5, 400], [60, 99]), 'open: no-comparison');
		assert.equal(judge([20, 200], [20, 99]), 'open: no-comparison');
		assert.equal(judge([19, 200], [20, 200]), 'open: unclear');
		assert.equal(judge([20, 200], [20, 200], { always: true }), 'open: always');
		assert.equal(judge([20, 200], [20, 200], { words: [] }), 'open: no-words');
	});
});

describe('follow-up questions of staff', () => {
	it('are sentences with a question mark that the author of the reply wrote themself', () => {
		assert.deepEqual(questionsIn('Thanks. Which trunk do you use? See https://a.example/?trunk=1 for more.\n> Which phone?\n`what?`'),
			['which trunk do you use']);
		assert.deepEqual(questionsIn('On 20.0.8 or later? Und läuft es über Docker?'), ['on 20 0 8 or later', 'und lauft es uber docker']);
		assert.deepEqual(questionsIn('No question here.'), []);
		assert.deepEqual(questionsIn('?'), []);
	});

	it('are about an item when one of its words stands in them, whole', () => {
		const list = items({ key: 'trunk', words: ['trunk', 'SIP provider'] }, { key: 'phone', words: ['phone'] }, { key: 'none' });
		const about = (content: string) => itemsAskedFor(list, questionsIn(content));
		assert.deepEqual(about('Which Trunk is it?'), ['trunk']);
		assert.deepEqual(about('Who is your SIP  provider, and which phone?'), ['trunk', 'phone']);
		assert.deepEqual(about('Are the microphones on? The trunk is fine.'), []);
	});
});
