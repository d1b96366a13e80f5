import type { Database, Members } from '../../kernel/host/ports';
import { numbersTo, walk } from '../../platform/paged-index';
import { numberOf } from '../documents/keys';

const batchSize = 200;
// One run must not keep a node busy for long; the next one goes on where this one stopped.
const mostBatches = 20;

/** How far a walk through all accounts came in this run. */
export interface Walked { sent: number; isDone: boolean }

/**
 * Walks through the accounts by uid, a batch at a time, from where the last run stopped. A batch counts as done once
 * it is: a kill repeats at most the one that was cut.
 */
export function accountWalk(database: Database, members: Pick<Members, 'highestUid' | 'profiles'>) {
	return async (key: string, visit: (uids: number[]) => Promise<number>): Promise<Walked> => {
		const last = await members.highestUid();
		let next = numberOf((await database.getObject(key))?.cursor) || 1;
		const end = Math.min(last, next + (mostBatches * batchSize) - 1);
		let sent = 0;
		for await (const uids of walk(numbersTo(end), batchSize, { score: next })) {
			const profiles = await members.profiles(uids.map(Number));
			sent += await visit(profiles.flatMap(profile => (profile ? [profile.uid] : [])));
			next = Number(uids.at(-1)) + 1;
			await database.setObject(key, { cursor: next });
		}
		return { sent, isDone: next > last };
	};
}
