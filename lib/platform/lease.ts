import { LeaseLost, leaseOrder, type LeaseName, type Leases } from '../kernel/host/lease';
import type { Database } from '../kernel/host/ports';

/** A holder that has not renewed for this long counts as dead, by the clock of the waiting process. */
export const leaseMs = 8000;
const renewEveryMs = 2000;
/** A holder stops this long after its last renewal; the rest of the lease lets its last write arrive. */
const ownMs = 6000;
/** Longer than a lease, so that a request that waits for a dead node still gets its turn. */
export const patienceMs = 12_000;
const pollEveryMs = 100;
const mostSeen = 1000;

const keys = {
	/** List: the token of the holder, followed by the waiting ones. */
	queue: (name: LeaseName) => `forum-terms:lease:${name}`,
	/** Sorted set: the number of renewals of each token. */
	renewals: 'forum-terms:lease-renewals',
} as const;

type LeaseDatabase = Pick<Database,
	'listAppend' | 'listRemoveAll' | 'getList' | 'sortedSetAdd' | 'sortedSetRemove' | 'sortedSetScores'>;

/** Clocks of one process; nodes never compare them. */
export interface LeaseTime {
	/** Monotonic milliseconds. */
	elapsed(): number;
	/** Milliseconds since 1970; continues while the machine is suspended. */
	now(): number;
	pause(milliseconds: number): Promise<void>;
	/** Answers a function that stops it. */
	every(milliseconds: number, work: () => void): () => void;
}

/** Renews a token until stopped; `isHeld` turns false, permanently, before anybody else can consider it dead. */
function renewal(database: LeaseDatabase, { elapsed, now, every }: LeaseTime, token: string) {
	const moment = () => ({ elapsed: elapsed(), now: now() });
	let [last, count, running] = [moment(), 0, null as Promise<void> | null];
	const isWithin = (at: typeof last) => Math.max(at.elapsed - last.elapsed, at.now - last.now) < ownMs;
	async function renew(): Promise<void> {
		const at = moment();
		count += 1;
		// Without a database nothing is renewed, and the lease expires.
		await database.sortedSetAdd(keys.renewals, count, token).then(() => {
			last = isWithin(at) ? at : last;
		}, () => undefined);
		running = null;
	}
	const stop = every(renewEveryMs, () => {
		running ??= renew();
	});
	return {
		isHeld: () => isWithin(moment()),
		async end(): Promise<void> {
			stop();
			await running;
			await (count > 0 ? database.sortedSetRemove(keys.renewals, token) : undefined);
		},
	};
}

/**
 * Leases over NodeBB's database. The queue is a list, because Redis, MongoDB and PostgreSQL all append to lists
 * atomically. Nothing depends on data that may be stale: no hashes, which NodeBB caches, and no clock of another
 * machine.
 */
export function leases({ database, time, token: newToken }: {
	database: LeaseDatabase; time: LeaseTime;
	/** Unique in the whole forum. */
	token(): string;
}): Leases {
	const { elapsed, pause } = time;
	/** The renewals last seen per token, for all names: a token that is dead for one name is dead for all. */
	const seen = new Map<string, { renewals: number | null; at: number }>();

	/** Removes tokens that have not renewed for the length of a lease, as observed by this process. */
	async function removeDead(name: LeaseName, tokens: readonly string[]): Promise<void> {
		// Taken before the read: this process may stall before it sees the answer.
		const asked = elapsed();
		const scores = await database.sortedSetScores(keys.renewals, tokens);
		for (const [index, token] of tokens.entries()) {
			const [before, renewals] = [seen.get(token), scores[index] ?? null];
			if (!before || before.renewals !== renewals) {
				seen.set(token, { renewals, at: elapsed() });
			} else if (asked - before.at >= leaseMs) {
				await database.listRemoveAll(keys.queue(name), token);
				await database.sortedSetRemove(keys.renewals, token);
				seen.set(token, { renewals: null, at: before.at });
			}
		}
		// Forgetting a token only delays when it counts as dead.
		void (seen.size > mostSeen && seen.clear());
	}

	/** Waits until the token is first in the queue; false after the deadline. */
	async function take(name: LeaseName, token: string, until: number): Promise<boolean> {
		await database.listAppend(keys.queue(name), token);
		for (;;) {
			const queue = await database.getList(keys.queue(name));
			const place = queue.indexOf(token);
			if (place === 0 || elapsed() >= until) {
				return place === 0;
			}
			if (place < 0) {
				// Removed as dead while this process stalled: queue again at the end.
				await database.listAppend(keys.queue(name), token);
			}
			await removeDead(name, queue.slice(0, Math.max(0, place)));
			await pause(pollEveryMs);
		}
	}

	return {
		async withLease(names, work, busy) {
			const token = newToken();
			const wanted = [...new Set(typeof names === 'string' ? [names] : names)].sort(leaseOrder);
			const until = elapsed() + patienceMs;
			const { isHeld, end } = renewal(database, time, token);
			const check = () => {
				if (!isHeld()) {
					throw new LeaseLost(wanted.join(', '));
				}
			};
			const entered: LeaseName[] = [];
			try {
				for (const name of wanted) {
					entered.push(name);
					if (!await take(name, token, until)) {
						return await busy();
					}
				}
				check();
				return await work({ check });
			} catch (error) {
				if (error instanceof LeaseLost) {
					return busy();
				}
				throw error;
			} finally {
				// A token that cannot be removed now expires by itself.
				await Promise.allSettled(entered.map(name => database.listRemoveAll(keys.queue(name), token)));
				await end().catch(() => undefined);
			}
		},
	};
}
