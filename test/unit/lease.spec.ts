import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leaseOrder, peopleLeases, type LeaseName } from '../../lib/kernel/host/lease';
import { leaseMs, patienceMs } from '../../lib/platform/lease';
import { leaseWorld, type Act, type Actor } from '../builders/lease-world';

const actor = (more: Partial<Actor> = {}): Actor => ({
	startsAt: 0, acts: [50, 50], names: ['partner:1'], diesAt: Infinity, standsAt: Infinity, standsFor: 0,
	isSuspended: false, skew: 0, ...more,
});

/** Who acted while somebody else was between the first and the last act. */
function overlaps(acts: readonly Act[]): string[] {
	const [first, last] = [new Map<number, number>(), new Map<number, number>()];
	acts.forEach((act, index) => {
		first.set(act.actor, first.get(act.actor) ?? index);
		last.set(act.actor, index);
	});
	return acts.flatMap(({ actor: who, at }, index) => [...first.keys()]
		.filter(other => other !== who && index > (first.get(other) ?? 0) && index < (last.get(other) ?? 0))
		.map(other => `${who} acts at ${at} while ${other} is at it`));
}

const names = fc.uniqueArray(fc.constantFrom<LeaseName>('partner:1', 'partner:2', 'member:7'), { minLength: 1 });
const actors = (name: fc.Arbitrary<LeaseName[]>) => fc.array(fc.record({
	startsAt: fc.nat(6000), names: name,
	acts: fc.array(fc.oneof(fc.nat(300), fc.nat(3000)), { minLength: 3, maxLength: 8 }),
	diesAt: fc.oneof({ weight: 3, arbitrary: fc.constant(Infinity) }, fc.nat(25_000)),
	standsAt: fc.nat(9000), standsFor: fc.oneof(fc.constant(0), fc.integer({ min: 3000, max: 12_000 })),
	isSuspended: fc.boolean(),
	skew: fc.integer({ min: -3_600_000, max: 3_600_000 }),
}), { minLength: 2, maxLength: 5 });
/** Of one way of a command: mostly quick, at times slow. */
const latencies = fc.array(fc.oneof({ weight: 6, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: fc.nat(900) }),
	{ minLength: 1, maxLength: 40 });

describe('a lease', () => {
	it('law: two holders never overlap, whoever dies, stands still or is slow, and however wrong the clocks are', async () => {
		await fc.assert(fc.asyncProperty(latencies, actors(fc.constant(['partner:1'])), async (ways, all) => {
			assert.deepEqual(overlaps((await leaseWorld(ways).run(all)).acts), []);
		}), { numRuns: 100, endOnFailure: true });
	});

	it('law: work that needs several is never waited for by what it waits for', async () => {
		const several = fc.array(names, { minLength: 2, maxLength: 4 });
		await fc.assert(fc.asyncProperty(latencies, several, async (ways, wanted) => {
			const { endings } = await leaseWorld(ways.map(way => way % 50)).run(
				wanted.map(some => actor({ names: some.reverse() })));
			assert.deepEqual(endings, wanted.map(() => 'done'));
		}), { numRuns: 100 });
	});

	it('of a dead node passes on to whoever waits, within one request', async () => {
		const world = leaseWorld([1]);
		const { endings, tookMs, acts } = await world.run([
			actor({ acts: [60_000], diesAt: 5000 }), actor({ startsAt: 6000 }),
		]);
		assert.deepEqual(endings, ['killed', 'done']);
		assert.ok((tookMs[1] ?? 0) >= leaseMs && (tookMs[1] ?? 0) < patienceMs, String(tookMs[1]));
		assert.deepEqual(acts.map(act => act.actor), [0, 1, 1, 1]);
	});

	it('over several names of one dead node passes on as fast as one', async () => {
		const both: LeaseName[] = ['partner:1', 'people:1', 'people:2', 'member:7'];
		const { endings } = await leaseWorld([1]).run([
			actor({ acts: [60_000], diesAt: 5000, names: both }), actor({ startsAt: 6000, names: both }),
		]);
		assert.deepEqual(endings, ['killed', 'done']);
	});

	it('that is renewed passes on to nobody: who waits too long is told that it is busy', async () => {
		const { endings, tookMs } = await leaseWorld([1]).run([
			actor({ acts: Array.from({ length: 60 }, () => 1000) }), actor({ startsAt: 1000 }),
		]);
		assert.deepEqual(endings, ['done', 'busy']);
		assert.ok((tookMs[1] ?? 0) >= patienceMs && (tookMs[1] ?? 0) < patienceMs + 500, String(tookMs[1]));
	});

	it('is not given back by somebody who never had it', async () => {
		const { endings, acts } = await leaseWorld([1]).run([
			actor({ acts: Array.from({ length: 30 }, () => 1000) }), actor({ startsAt: 100 }),
			actor({ startsAt: 13_000 }),
		]);
		assert.deepEqual(endings, ['done', 'busy', 'busy']);
		assert.deepEqual([...new Set(acts.map(act => act.actor))], [0]);
	});

	it('is lost to a node that stood still: its next write is not made', async () => {
		const { endings, acts } = await leaseWorld([1]).run([
			actor({ acts: [1000, 1000, 1000], standsAt: 1500, standsFor: 20_000 }), actor({ startsAt: 2000 }),
		]);
		assert.deepEqual(endings, ['busy', 'done']);
		assert.deepEqual(acts.map(act => act.actor), [0, 0, 1, 1, 1]);
	});

	it('is not taken from a living holder by a node that stood still between its question and the answer', async () => {
		const { endings, acts } = await leaseWorld([4]).run([
			actor({ startsAt: 946, acts: [7700] }),
			actor({ startsAt: 2370, acts: [6000], standsAt: 6452, standsFor: 5510 }),
			actor({ startsAt: 4335, standsAt: 5983, standsFor: 8418 }),
			actor({ startsAt: 4988 }),
		]);
		assert.deepEqual(endings.slice(0, 2), ['done', 'done']);
		assert.deepEqual(overlaps(acts), []);
	});

	it('leaves nothing behind', async () => {
		const { run, database } = leaseWorld([1]);
		await run([actor({ acts: [9000] }), actor(), actor({ names: ['member:7'] })]);
		assert.deepEqual(await database.getList('forum-terms:lease:partner:1'), []);
		assert.equal(await database.sortedSetCard('forum-terms:lease-renewals'), 0);
	});

	it('comes in one order, whatever order the names are given in', () => {
		const wanted: LeaseName[] = ['job:seal', 'document:forum', 'partner:1', 'partner:2', 'people:3', 'licence:a', 'member:7'];
		assert.deepEqual([...wanted].reverse().sort(leaseOrder), wanted);
	});

	it('over ten thousand people is a handful of names', () => {
		assert.equal(peopleLeases(Array.from({ length: 10_000 }, (_, index) => index + 1)).length, 32);
		assert.deepEqual(peopleLeases([7, 39]), peopleLeases([7]));
	});
});
