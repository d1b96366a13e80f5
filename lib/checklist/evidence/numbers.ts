import { range } from 'lodash';
import type { Clock, Database } from '../../kernel/host/ports';
import { atOnce, now, type Soon } from '../../kernel/host/soon';

/** Hash: the highest number that was given out. */
const counter = 'forum-terms:evidence';

/** A reserved number is used within this time or never; missing records are given up much later (`indexes.ts`). */
const reservedMs = 120_000;
const mostReserved = 32;

/** Gives out the numbers of records. A number is due (`expect`) before anybody has it. */
export interface EvidenceNumbers {
	/** The highest so far. */
	next(): Promise<number>;
	/** Any unused one; mostly one that this process has reserved, without a command. */
	any(): Soon<number>;
	last(): Promise<number>;
}

/**
 * A process that needs many reserves some, twice as many each time that they were used up soon; on a quiet forum none.
 * Those of a process that dies are left out.
 */
export function evidenceNumbers(
	{ database, clock, expect }: { database: Database; clock: Clock; expect(ids: readonly number[]): Promise<void> },
): EvidenceNumbers {
	let reserved: { id: number; until: number }[] = [];
	/** How many the last reservation had, and until when they could be used. */
	let [before, usableUntil] = [0, 0];

	async function draw(count: number): Promise<number[]> {
		const last = await database.incrObjectFieldBy(counter, 'lastId', count);
		const ids = range(last - count + 1, last + 1);
		await expect(ids);
		return ids;
	}
	async function reserve(): Promise<number> {
		const at = clock.now();
		before = at < usableUntil ? Math.min(before * 2, mostReserved) : 1;
		usableUntil = at + reservedMs;
		const [first = 0, ...others] = await draw(before);
		reserved.push(...others.map(id => ({ id, until: at + reservedMs })));
		return first;
	}

	return {
		next: async () => (await draw(1))[0] ?? 0,
		any: atOnce(function* () {
			const at = clock.now();
			reserved = reserved.filter(({ until }) => at < until);
			return reserved.shift()?.id ?? (yield* now(reserve()));
		}),
		last: async () => Number((await database.getObject(counter))?.lastId ?? 0),
	};
}
