import { LeaseLost, leaseOrder, type LeaseName, type Leases } from '../kernel/host/lease';
import type { Database } from '../kernel/host/ports';

/** Who has not renewed for so long counts as dead, by the clock of whoever waits. */
export const leaseMs = 8000;
const renewEveryMs = 2000;
/** A holder stops so long after its last renewal; the rest of the lease is for its last write to arrive. */
const ownMs = 6000;
/** Longer than a lease, so that whoever waits for a dead node gets a turn within one request. */
export const patienceMs = 12_000;
const lookEveryMs = 100;
const mostSeen = 1000;

const keys = {
	/** List: the token that holds a name, and behind it those that wait for it. */
	queue: (name: LeaseName) => `forum-terms:lease:${name}`,
	/** Sorted set: how often each token was renewed. */
	renewals: 'forum-terms:lease-renewals',
} as const;

type LeaseDatabase = Pick<Database,
	'listAppend' | 'listRemoveAll' | 'getList' | 'sortedSetAdd' | 'sortedSetRemove' | 'sortedSetScores'>;

/** Time of one process; nodes never compare theirs. */
export interface LeaseTime {
	/** Milliseconds that only go forward. */
	elapsed(): number;
	/** Milliseconds since 1970; unlike the others, they go on while a machine is suspended. */
	now(): number;
	pause(milliseconds: number): Promise<void>;
	/** Answers what ends it. */
	every(milliseconds: number, work: () => void): () => void;
}

/** Renews a token until it is ended; `isHeld` is false for good before anybody can take it for dead. */
function renewal(database: LeaseDatabase, { elapsed, now, every }: LeaseTime, token: string) {
	const moment = () => ({ elapsed: elapsed(), now: now() });
	let [last, count, running] = [moment(), 0, null as Promise<void> | null];
	const isWithin = (at: typeof last) => Math.max(at.elapsed - last.elapsed, at.now - last.now) < ownMs;
	async function renew(): Promise<void> {
		const at = moment();
		count += 1;
		// Without a database nothing is renewed, and the lease ends by itself.
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
 * Leases over NodeBB's database. A list, to which it appends atomically on Redis, MongoDB and PostgreSQL alike, says
 * whose turn it is. Nothing rests on what may be older than it looks: no hash, which NodeBB caches, and no other
 * machine's clock.
 */
export function leases({ database, time, token: newToken }: {
	database: LeaseDatabase; time: LeaseTime;
	/** Comes once in the whole forum. */
	token(): string;
}): Leases {
	const { elapsed, pause } = time;
	/** What was seen of others, whatever they hold: who is dead for one name is dead for all. */
	const seen = new Map<string, { renewals: number | null; at: number }>();

	/** Removes tokens that did not renew for the length of a lease, as seen from here. */
	async function removeDead(name: LeaseName, tokens: readonly string[]): Promise<void> {
		// The moment before the question: this process may stand still before it reads the answer.
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
		// Whom it forgets it takes for dead a little later.
		void (seen.size > mostSeen && seen.clear());
	}

	/** Waits until the token is the first; false when that takes too long. */
	async function take(name: LeaseName, token: string, until: number): Promise<boolean> {
		await database.listAppend(keys.queue(name), token);
		for (;;) {
			const queue = await database.getList(keys.queue(name));
			const place = queue.indexOf(token);
			if (place === 0 || elapsed() >= until) {
				return place === 0;
			}
			if (place < 0) {
				// Taken for dead while this process stood still: to the end of the queue.
				await database.listAppend(keys.queue(name), token);
			}
			await removeDead(name, queue.slice(0, Math.max(0, place)));
			await pause(lookEveryMs);
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
				// What cannot be given back now ends by itself.
				await Promise.allSettled(entered.map(name => database.listRemoveAll(keys.queue(name), token)));
				await end().catch(() => undefined);
			}
		},
	};
}
