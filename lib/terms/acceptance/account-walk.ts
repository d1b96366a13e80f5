import type { Database, Members } from '../../kernel/host/ports';
import { numbersTo, walk } from '../../platform/paged-index';
import { numberOf } from '../documents/keys';

const batchSize = 200;
// Bounds how long one run keeps a node busy; the next run continues.
const mostBatches = 20;

/** The progress of a walk through all accounts in one run. */
export interface Walked { sent: number; isDone: boolean }

/**
 * Walks through the accounts by uid in batches, from where the last run stopped. A batch counts as done when it is
 * finished: after a crash at most one batch is repeated.
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
