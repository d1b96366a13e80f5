import assert from 'node:assert/strict';
import fc from 'fast-check';
import { after, all, atOnce, inTurn, now, type Soon } from '../../lib/kernel/host/soon';

/** Each value here or on its way, a failure among them or not. */
const given = fc.record({ value: fc.integer(), isHere: fc.boolean(), fails: fc.boolean() });

function of({ value, isHere, fails }: { value: number; isHere: boolean; fails: boolean }): Soon<number> {
	if (isHere && fails) {
		throw new Error(`failed ${value}`);
	}
	return isHere ? value : fails ? Promise.reject(new Error(`failed ${value}`)) : Promise.resolve(value);
}

const outcome = async (work: () => Soon<unknown>) => {
	try {
		return { value: await work() };
	} catch (error) {
		return { error: (error as Error).message };
	}
};

describe('soon', () => {
	it('answers at once what is here', () => {
		assert.equal(atOnce(function* () {
			return 1 + (yield* now(2)) + (yield* now(all([3, 4]))).length;
		})(), 5);
		assert.equal(after(1, one => one + 1), 2);
	});

	it('makes a function that answers each call by itself, however many wait', async () => {
		const sum = atOnce(function* (first: Soon<number>, second: Soon<number>) {
			return (yield* now(first)) + (yield* now(second));
		});
		const [slow, slower] = [sum(1, Promise.resolve(2)), sum(Promise.resolve(10), Promise.resolve(20))];
		assert.equal(sum(100, 200), 300);
		assert.deepEqual(await Promise.all([slow, slower]), [3, 30]);
	});

	it('law: does what an async function does, whichever of its values are here', async () => {
		await fc.assert(fc.asyncProperty(fc.array(given, { maxLength: 6 }), fc.boolean(), async (values, catches) => {
			const seen: [unknown[], unknown[]] = [[], []];
			const ours = await outcome(atOnce(function* () {
				for (const one of values) {
					try {
						seen[0].push(yield* now(of(one)));
					} catch (error) {
						if (!catches) {
							throw error;
						}
						seen[0].push((error as Error).message);
					}
				}
				return seen[0].length;
			}));
			const theirs = await outcome(async () => {
				for (const one of values) {
					try {
						seen[1].push(await of(one));
					} catch (error) {
						if (!catches) {
							throw error;
						}
						seen[1].push((error as Error).message);
					}
				}
				return seen[1].length;
			});
			assert.deepEqual(ours, theirs);
			assert.deepEqual(seen[0], seen[1]);
		}));
	});

	it('law: leaves no failure unheard of what was started beside one that fails at once', async () => {
		const unheard: string[] = [];
		const others = process.listeners('unhandledRejection');
		process.removeAllListeners('unhandledRejection');
		process.on('unhandledRejection', error => void unheard.push((error as Error).message));
		try {
			const made = atOnce(function* (one: Parameters<typeof of>[0]) {
				return yield* now(of(one));
			});
			await fc.assert(fc.asyncProperty(fc.array(given, { maxLength: 5 }), async (values) => {
				await outcome(() => all(values.map(made)));
				await outcome(() => Promise.all(values.map(async one => made(one))));
				await outcome(async () => all([Promise.reject(new Error('late')), ...values.map(made)]));
			}));
			await new Promise(setImmediate);
			assert.deepEqual(unheard, []);
		} finally {
			process.removeAllListeners('unhandledRejection');
			others.forEach(listener => process.on('unhandledRejection', listener));
		}
	});

	it('law: costs a promise only if one of its values does', () => {
		const here = fc.record({ value: fc.integer(), isHere: fc.boolean() });
		fc.assert(fc.property(fc.array(here, { maxLength: 6 }), (values) => {
			const answer = atOnce(function* () {
				let sum = 0;
				for (const one of values) {
					sum += yield* now(of({ ...one, fails: false }));
				}
				return sum;
			})();
			assert.equal(answer instanceof Promise, values.some(({ isHere }) => !isHere));
		}));
	});

	it('law: one after the other keeps the order, ends at the first failure, and waits only where it must', async () => {
		const visit = fc.record({ isHere: fc.boolean(), fails: fc.boolean() });
		await fc.assert(fc.asyncProperty(fc.array(visit, { maxLength: 6 }), async (visits) => {
			const seen: number[] = [];
			const over = inTurn(visits, ({ isHere, fails }) => after(isHere ? 0 : Promise.resolve(0), () => {
				seen.push(seen.length);
				if (fails) {
					throw new Error('no');
				}
			}));
			const [failing, isWaiting] = [visits.findIndex(({ fails }) => fails), over instanceof Promise];
			const isOver = await Promise.resolve(over).then(() => true, () => false);
			assert.equal(isOver, failing < 0);
			assert.equal(seen.length, failing < 0 ? visits.length : failing + 1);
			assert.equal(isWaiting, failing >= 0 || visits.some(({ isHere }) => !isHere));
		}));
	});

	it('collects values like Promise.all', async () => {
		assert.deepEqual(all([1, 'two']), [1, 'two']);
		assert.deepEqual(await all([1, Promise.resolve('two')]), [1, 'two']);
		await assert.rejects(async () => all([1, Promise.reject(new Error('no'))]), /no/);
	});
});
