import { range } from 'lodash';
import type { Database, Scored } from '../kernel/host/ports';

/**
 * Where a page begins: at a score, with everything that has it. `behind`: at that score only with what stands behind
 * this value, where more have one score than a page takes.
 */
export interface Position { score: number; behind?: string }

/** Values in a lasting order, found by score. */
export interface Index {
	/** What follows after everything with this score; null where nothing can. */
	after(score: number): Position | null;
	/**
	 * At least `count` values from a position on, and all that have the score of the last one; fewer only at the end.
	 * From the beginning without a position.
	 */
	read(from: Position | null, count: number): Promise<Scored[]>;
}

/** `next`: where the following page begins; null at the end. */
export interface Page<T> { rows: T[]; next: Position | null }

/** Values of one moment stay on one page, so that a cursor is a number, up to this many more than were asked for. */
const mostTied = 200;

/** Databases order what has one score in ways of their own. */
const byValue = (a: Scored, b: Scored) => (a.value < b.value ? -1 : Number(a.value > b.value));

/** A sorted set with whole numbers as scores, all of it or those from `min` to `max`. */
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

/** The numbers from 1 to the last that was given, such as uids: without an index, and without a read. */
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

/** How much of an index one page looks through, so that a filter that hardly anything fits ends. */
export interface PageSize { count: number; window?: number; mostWindows?: number }

/**
 * The rows of one page: `read` answers null for values whose row is gone or not for this reader. Whether there is more
 * is the index's word, never theirs. All pages together show each row once, in the order of the index; a page may be
 * short, or empty, where the limit was reached first, and `next` goes on.
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

/** The first values of an index, `count` at most. */
export async function firstOf(index: Index, count: number): Promise<string[]> {
	return (await index.read(null, count)).slice(0, count).map(({ value }) => value);
}

/** All values of an index that is never longer than what is held anyway. */
export async function allOf(index: Index): Promise<string[]> {
	const all: string[] = [];
	for await (const values of walk(index)) {
		all.push(...values);
	}
	return all;
}

/** A whole index, a batch of values at a time; what is taken out of it on the way does no harm. */
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
