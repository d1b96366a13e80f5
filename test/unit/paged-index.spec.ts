import assert from 'node:assert/strict';
import fc from 'fast-check';
import { range } from 'lodash';
import { cursorOf, positionIn } from '../../lib/platform/cursor';
import { numbersTo, pageOf, sortedSet, walk, type Index, type Position } from '../../lib/platform/paged-index';
import type { Database, Scored } from '../../lib/kernel/host/ports';

/** A sorted set as a database may answer it: what has one score comes in another order each time. */
function setOf(rows: readonly Scored[]) {
	const kept = new Map(rows.map(({ value, score }) => [value, score]));
	let turn = 0;
	let read = 0;
	const database: Pick<Database, 'sortedSetPage'> = {
		async sortedSetPage(_key, { count, min, max, isNewestFirst }) {
			turn += 1;
			const shuffled = [...kept].sort(([a], [b]) => (turn % 2 === 0 ? 1 : -1) * a.localeCompare(b));
			const inside = shuffled.filter(([, score]) => score >= min && score <= max)
				.sort(([, a], [, b]) => (isNewestFirst ? b - a : a - b));
			const found = inside.slice(0, count < 0 ? undefined : count).map(([value, score]) => ({ value, score }));
			read += found.length;
			return found;
		},
	};
	return { database, read: () => read, remove: (value: string) => void kept.delete(value) };
}

const orders = fc.constantFrom('oldest' as const, 'newest' as const);
/** Few scores, so that many have the same. */
const sets = fc.uniqueArray(fc.record({ value: fc.stringMatching(/^[a-z0-9:/é]{1,6}$/), score: fc.nat(12) }),
	{ selector: ({ value }) => value, maxLength: 60 });
const upTo = (max: number) => fc.integer({ min: 1, max });
const sizes = fc.record({ count: upTo(9), window: upTo(12), mostWindows: upTo(4) });

const inOrder = (rows: readonly Scored[], order: 'oldest' | 'newest') => [...rows].sort((a, b) =>
	(order === 'newest' ? -1 : 1) * (a.score - b.score || (a.value < b.value ? -1 : 1))).map(({ value }) => value);

/** Through its wire form, as every page after the first comes. */
const carried = (next: Position | null) => {
	const read = next && positionIn({ before: String(cursorOf(next)) }, 'before');
	return read ? read.ok ? read.value : assert.fail('no cursor') : null;
};

async function pagesOf(
	index: Index, size: { count: number; window?: number; mostWindows?: number },
	read: (values: string[]) => Promise<(string | null)[]>, between: () => void = () => undefined,
): Promise<string[][]> {
	const pages: string[][] = [];
	for (let from: Position | null = null; ;) {
		const { rows, next }: { rows: string[]; next: Position | null } = await pageOf(index, from, size, read);
		pages.push(rows);
		between();
		from = carried(next);
		if (!from) {
			return pages;
		}
		assert.ok(pages.length < 500, 'never ends');
	}
}

describe('pages of an index', () => {
	it('law: are together exactly the visible rows, each once, in order, whatever is gone, hidden or tied', async () => {
		const visible = fc.func(fc.boolean());
		await fc.assert(fc.asyncProperty(sets, orders, sizes, visible, async (rows, order, size, isShown) => {
			const { database } = setOf(rows);
			const read = async (values: string[]) => values.map(value => (isShown(value) ? value : null));
			const pages = await pagesOf(sortedSet(database, 'key', { order }), size, read);
			assert.deepEqual(pages.flat(), inOrder(rows, order).filter(value => isShown(value)));
		}));
	});

	it('law: are so too where hundreds have one moment', async () => {
		const moments = fc.array(fc.nat(1), { minLength: 600, maxLength: 900 });
		const count = fc.integer({ min: 1, max: 60 });
		await fc.assert(fc.asyncProperty(moments, orders, count, fc.nat(4), async (scores, order, size, every) => {
			const rows = scores.map((score, index) => ({ value: String(index), score }));
			const isShown = (value: string) => Number(value) % 5 !== every;
			const read = async (values: string[]) => values.map(value => (isShown(value) ? value : null));
			const pages = await pagesOf(sortedSet(setOf(rows).database, 'key', { order }), { count: size }, read);
			assert.deepEqual(pages.flat(), inOrder(rows, order).filter(isShown));
		}), { numRuns: 30 });
	});

	it('law: lose nothing, and repeat nothing, when rows leave the index between two of them', async () => {
		const places = fc.array(fc.nat(59));
		await fc.assert(fc.asyncProperty(sets, orders, sizes, places, async (rows, order, size, leaving) => {
			const { database, remove } = setOf(rows);
			const left = new Set<string>();
			const shown = (await pagesOf(sortedSet(database, 'key', { order }), size, async values => values, () => {
				const value = rows[leaving.pop() ?? -1]?.value;
				if (value !== undefined) {
					remove(value);
					left.add(value);
				}
			})).flat();
			assert.equal(new Set(shown).size, shown.length);
			const stayed = (values: string[]) => values.filter(value => !left.has(value));
			assert.deepEqual(stayed(shown), stayed(inOrder(rows, order)));
		}));
	});

	it('law: hold only what lies between two bounds, wherever a cursor that nobody gave out points to', async () => {
		const bounds = fc.record({ min: fc.nat(12), max: fc.nat(12) });
		const forged = fc.record({ score: fc.nat(14), behind: fc.string({ maxLength: 4 }) }, { requiredKeys: ['score'] });
		await fc.assert(fc.asyncProperty(sets, orders, bounds, forged, async (rows, order, { min, max }, from) => {
			const index = sortedSet(setOf(rows).database, 'key', { order, min, max });
			const { rows: found } = await pageOf(index, from, { count: 99 }, async values => values);
			const inside = inOrder(rows.filter(row => row.score >= min && row.score <= max), order);
			assert.deepEqual(found, inside.slice(inside.length - found.length));
		}));
	});

	it('keep what has one moment on one page, as far as that is no burden, so that most cursors are numbers', async () => {
		const of = (count: number) => setOf(range(count).map(i => ({ value: String(i).padStart(4, '0'), score: 5 })));
		const read = async (values: string[]) => values;
		assert.deepEqual((await pagesOf(sortedSet(of(90).database, 'key'), { count: 20 }, read)).map(page => page.length), [90]);
		const pages = await pagesOf(sortedSet(of(1000).database, 'key', { order: 'newest' }), { count: 20 }, read);
		assert.deepEqual(pages.map(page => page.length), [220, 220, 220, 220, 120]);
	});

	it('read no more than they show where nothing is hidden, and end where a filter finds nothing', async () => {
		const rows = range(5000).map(i => ({ value: String(i), score: i }));
		const one = setOf(rows);
		await pageOf(sortedSet(one.database, 'key'), null, { count: 20 }, async values => values);
		assert.ok(one.read() <= 22, String(one.read()));
		const { rows: found, next } = await pageOf(sortedSet(one.database, 'key'), null, { count: 20, window: 100 },
			async values => values.map(() => null));
		assert.deepEqual([found, next], [[], { score: 1000 }]);
	});
});

describe('a walk through an index', () => {
	it('law: comes to every value once, however large a batch is and whatever is taken out on the way', async () => {
		await fc.assert(fc.asyncProperty(sets, orders, fc.integer({ min: 1, max: 9 }), async (rows, order, batch) => {
			const { database, remove } = setOf(rows);
			const seen: string[] = [];
			for await (const values of walk(sortedSet(database, 'key', { order }), batch)) {
				seen.push(...values);
				values.forEach(remove);
			}
			assert.deepEqual(seen, inOrder(rows, order));
		}));
	});

	it('of numbers ends with the last one that was given', async () => {
		const seen: string[] = [];
		for await (const values of walk(numbersTo(10), 4, { score: 3 })) {
			seen.push(values.join(' '));
		}
		assert.deepEqual(seen, ['3 4 5 6', '7 8 9 10']);
	});
});

describe('a cursor', () => {
	it('law: says the position it was made of, whatever a value looks like', () => {
		const behind = fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' });
		const positions = fc.record({ score: fc.maxSafeNat(), behind }, { requiredKeys: ['score'] });
		fc.assert(fc.property(positions, (position) => {
			const read = positionIn({ before: String(cursorOf(position)) }, 'before');
			assert.deepEqual(read.ok && read.value, { ...position });
		}));
	});

	it('law: is refused by the name of its field where it is none, and never anything but a position', () => {
		fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,18}(\.[\w=-]{0,8})?$/)), (text) => {
			const read = positionIn({ after: text }, 'after');
			assert.ok(read.ok ? read.value === null || Number.isSafeInteger(read.value.score) : read.refusal.field === 'after');
		}));
		for (const wrong of ['-1', '1.', 'x', '1.5.6', '9007199254740993', '1e3', ' 1', '1.=', '1.ab=']) {
			assert.equal(positionIn({ after: wrong }, 'after').ok, false, wrong);
		}
		assert.deepEqual(positionIn({}, 'after'), { ok: true, value: null });
	});
});
