import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readThrough } from '../../lib/kernel/host/read-through';

/** A cache without a bound of its own, and a database whose answers come when the spec says so. */
function slowShelf() {
	const kept = new Map<string, unknown>();
	const cache = {
		get: (key: string) => kept.get(key), set: (key: string, value: unknown) => void kept.set(key, value),
		del: (key: string) => void kept.delete(key), clear: () => kept.clear(),
	};
	const state = { value: 0 };
	const waiting: (() => void)[] = [];
	const shelf = readThrough<{ value: number }>(cache, async () => {
		const { value } = state;
		await new Promise<void>(resolve => void waiting.push(resolve));
		return { value };
	});
	return { shelf, kept, state, waiting };
}

const none = (): undefined => undefined;
/** A cache that keeps nothing. */
const forgetful = () => ({ get: none, set: none, del: none, clear: none });

describe('read-through', () => {
	it('keeps what it loaded', async () => {
		const { shelf, waiting, state } = slowShelf();
		const first = shelf.get('a');
		waiting.pop()?.();
		assert.deepEqual(await first, { value: 0 });
		state.value = 1;
		assert.deepEqual(await shelf.get('a'), { value: 0 });
	});

	it('hands out, but does not keep, what was overtaken by a change', async () => {
		const { shelf, waiting, state, kept } = slowShelf();
		const slow = shelf.get('a');
		state.value = 1;
		shelf.forget('a');
		const fresh = shelf.get('a');
		waiting[1]?.();
		assert.deepEqual(await fresh, { value: 1 });
		waiting[0]?.();
		assert.deepEqual(await slow, { value: 0 });
		assert.deepEqual(kept.get('a'), { value: 1 });
	});

	it('does not keep what another process has changed while it was loaded: the forum drops the key, and tells nobody', async () => {
		const { shelf, waiting, state, kept } = slowShelf();
		const slow = shelf.get('a');
		state.value = 1;
		kept.delete('a');
		waiting[0]?.();
		assert.deepEqual(await slow, { value: 0 });
		const next = shelf.get('a');
		waiting[1]?.();
		assert.deepEqual(await next, { value: 1 });
	});

	it('forgets everything at once, also what only another process has asked for', () => {
		const { shelf, kept } = slowShelf();
		kept.set('of another process', { value: 0 });
		shelf.forgetAll();
		assert.equal(kept.size, 0);
	});

	it('law: in whatever order loads, changes and answers come, what is kept is never older than the last change', async () => {
		const step = fc.oneof(fc.constantFrom('get' as const, 'change' as const, 'change all' as const, 'change elsewhere' as const), fc.nat(5));
		await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
			const { shelf, waiting, state, kept } = slowShelf();
			const loads: Promise<unknown>[] = [];
			for (const one of steps) {
				if (one === 'get') {
					loads.push(Promise.resolve(shelf.get('a')));
				} else if (one === 'change elsewhere') {
					state.value += 1;
					kept.delete('a');
				} else if (one === 'change' || one === 'change all') {
					state.value += 1;
					void (one === 'change' ? shelf.forget('a') : shelf.forgetAll());
				} else {
					waiting[one]?.();
					await new Promise(setImmediate);
				}
				// Where a load has begun, its place has no value yet.
				const { value = state.value } = (kept.get('a') ?? {}) as { value?: number };
				assert.equal(value, state.value);
			}
			waiting.forEach(answer => answer());
			await Promise.all(loads);
		}));
	});

	it('holds nothing of a key that nobody loads, however many were forgotten', async () => {
		const sizes: number[] = [];
		const maps: Map<unknown, unknown>[] = [];
		const real = globalThis.Map;
		globalThis.Map = class extends real<unknown, unknown> {
			constructor(...given: ConstructorParameters<typeof real>) {
				super(...given);
				maps.push(this);
			}
		};
		try {
			const nothing = forgetful();
			const shelf = readThrough(nothing, async () => ({}));
			for (let key = 0; key < 1000; key += 1) {
				await shelf.get(String(key));
				shelf.forget(String(key));
			}
			sizes.push(...maps.map(({ size }) => size));
		} finally {
			globalThis.Map = real;
		}
		assert.deepEqual(sizes.filter(size => size > 0), []);
	});

	it('keeps what it loaded also while others never stop asking for it', async () => {
		const { shelf, waiting, kept } = slowShelf();
		const loads: Promise<unknown>[] = [];
		for (let i = 0; i < 10; i += 1) {
			loads.push(Promise.resolve(shelf.get('a')));
		}
		waiting[0]?.();
		await loads[0];
		assert.deepEqual(kept.get('a'), { value: 0 });
		waiting.forEach(answer => answer());
		await Promise.all(loads);
	});

	it('goes on after a load that failed', async () => {
		const shelf = readThrough<object>(forgetful(),
			async key => (key === 'bad' ? assert.fail('no database') : {}));
		await assert.rejects(async () => shelf.get('bad'), /no database/);
		assert.deepEqual(await shelf.get('good'), {});
	});
});
