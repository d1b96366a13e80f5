import { range } from 'lodash';
import type { Database, Scored } from '../kernel/host/ports';

/**
 * Where a page begins: at a score. `behind`: within that score only after this value, if one score has more values than
 * a page.
 */
export interface Position { score: number; behind?: string }

/** Values in a stable order, found by score. */
export interface Index {
	/** The position after everything with this score; null if nothing can follow. */
	after(score: number): Position | null;
	/**
	 * At least `count` values from a position on (without one, from the beginning), plus all others with the score of
	 * the last one; fewer only at the end.
	 */
	read(from: Position | null, count: number): Promise<Scored[]>;
}

/** `next`: the position of the following page; null at the end. */
export interface Page<T> { rows: T[]; next: Position | null }

/** Up to this many values of the same score stay on one page, so that the cursor is a plain number. */
const mostTied = 200;

/** Databases order equal scores differently. */
const byValue = (a: Scored, b: Scored) => (a.value < b.value ? -1 : Number(a.value > b.value));

/** A sorted set with whole numbers as scores, optionally only those from `min` to `max`. */
export function sortedSet(
	database: Pick<Database, 'sortedSetPage'>, key: string,
	{ order = 'oldest', min = 0, max = Number.MAX_SAFE_INTEGER }: {
		order?: 'oldest' | 'newest'; min?: number | undefined; max?: number | undefined;
	} = {},
): Index {
	const isNewestFirst = order === 'newest';
	const step = isNewestFirst ? -1 : 1;
	const inOrder = (rows: readonly Scored[]) =>
		[...rows].sort((a, b) => step * (a.score - b.score || byValue(a, b)));
	const ask = (count: number, from: number, to: number) =>
		database.sortedSetPage(key, { count, min: from, max: to, isNewestFirst });
	const tiedAt = async (score: number) => inOrder(await ask(-1, score, score));

	async function rest(start: number, count: number): Promise<Scored[]> {
		const rows = await (isNewestFirst ? ask(count + 1, min, Math.min(max, start)) :
			ask(count + 1, Math.max(min, start), max));
		const [last, next] = [rows[count - 1]?.score, rows[count]?.score];
		if (last === undefined || next === undefined) {
			return inOrder(rows);
		}
		const whole = next === last ? await tiedAt(last) : rows.filter(({ score }) => score === last).slice(0, count);
		return [...inOrder(rows.filter(({ score }) => step * (last - score) > 0)), ...inOrder(whole)];
	}
	return {
		after: score => (isNewestFirst ? score > min : score < max) ? { score: score + step } : null,
		async read(from, count) {
			if (from?.behind === undefined) {
				return rest(from?.score ?? (isNewestFirst ? max : min), count);
			}
			const { score, behind } = from;
			const isInside = score >= min && score <= max;
			const tied = (isInside ? await tiedAt(score) : [])
				.filter(({ value }) => (isNewestFirst ? value < behind : value > behind));
			return tied.length >= count ? tied : [...tied, ...await rest(score + step, count - tied.length)];
		},
	};
}

/** The numbers from 1 to the given one, such as uids: an index without reads. */
export function numbersTo(last: number): Index {
	return {
		after: score => (score < last ? { score: score + 1 } : null),
		async read(from, count) {
			await Promise.resolve();
			const first = Math.max(1, from?.score ?? 1);
			return range(first, Math.max(first, Math.min(first + count, last + 1)))
				.map(score => ({ value: String(score), score }));
		},
	};
}

/** `window` and `mostWindows` bound how much of an index one page scans when a filter matches little. */
export interface PageSize { count: number; window?: number; mostWindows?: number }

/**
 * The rows of one page. `read` answers null for values whose row is gone or not for this reader; whether there is more
 * depends on the index alone. All pages together show each row once, in the order of the index; a page may be short or
 * empty if the scan reached its limit first, and `next` continues.
 */
export async function pageOf<T>(
	index: Index, from: Position | null, { count, window = count + 1, mostWindows = 10 }: PageSize,
	read: (values: string[]) => Promise<readonly (T | null | undefined)[]>,
): Promise<Page<T>> {
	const rows: T[] = [];
	let [next, lastTaken] = [from, NaN];
	for (let looks = 0; looks < mostWindows; looks += 1) {
		const found = await index.read(next, window);
		const stored = await read(found.map(({ value }) => value));
		for (const [place, { value, score }] of found.entries()) {
			const row = stored[place];
			const isFull = rows.length >= count && (score !== lastTaken || rows.length >= count + mostTied);
			if (row !== null && row !== undefined && isFull) {
				return { rows, next };
			}
			if (row !== null && row !== undefined) {
				rows.push(row);
				lastTaken = score;
			}
			next = found[place + 1]?.score === score ? { score, behind: value } : index.after(score);
		}
		if (found.length < window || next === null) {
			return { rows, next: null };
		}
	}
	return { rows, next };
}

/** The first `count` values of an index. */
export async function firstOf(index: Index, count: number): Promise<string[]> {
	return (await index.read(null, count)).slice(0, count).map(({ value }) => value);
}

/** All values of an index, for indexes that fit in memory. */
export async function allOf(index: Index): Promise<string[]> {
	const all: string[] = [];
	for await (const values of walk(index)) {
		all.push(...values);
	}
	return all;
}

/** A whole index in batches; values may be removed during the walk. */
export async function* walk(index: Index, batch = 500, from: Position | null = null): AsyncGenerator<string[]> {
	for (let next = from; ;) {
		const found = await index.read(next, batch);
		if (found.length > 0) {
			yield found.map(({ value }) => value);
		}
		const last = found.at(-1);
		next = last && found.length >= batch ? index.after(last.score) : null;
		if (!next) {
			return;
		}
	}
}
