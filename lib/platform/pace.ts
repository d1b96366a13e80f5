import type { ClauseId } from '../kernel/clause';
import type { Clock, Database } from '../kernel/host/ports';
import { refuse, type Refusal } from '../kernel/refusal';
import type { Rate } from '../kernel/edge/routes';

const minuteMs = 60_000;

/** Hash: how often a member did something in one stretch of time, and the record that stands for all of it. */
const countKey = (act: string, uid: number, stretch: number) => `forum-terms:pace:${act}:${uid}:${stretch}`;

/**
 * What one member can cause without an end is limited or folded. Both count acts of a kind in stretches of time that
 * are the same for everybody; the database drops a count when its stretch is over.
 */
export interface Pace {
	/** Counts one more act of this kind. Null within the rate; beyond it a refusal that says when to try again. */
	limit(act: string, uid: number, rate: Rate, clause: ClauseId): Promise<Refusal | null>;
	/**
	 * One record for all acts of a kind in an hour: the first act writes it and names its key, each later one adds one
	 * to its field `again`. Acts while it is being written are not added.
	 */
	fold(act: string, uid: number, write: () => Promise<string>): Promise<void>;
}

export function paceOf({ database, clock }: {
	database: Pick<Database, 'getObject' | 'setObject' | 'incrObjectField' | 'expireAt'>; clock: Clock;
}): Pace {
	async function count(act: string, uid: number, minutes: number) {
		const stretch = Math.floor(clock.now() / (minutes * minuteMs));
		const [key, endsAt] = [countKey(act, uid, stretch), (stretch + 1) * minutes * minuteMs];
		const number = await database.incrObjectField(key, 'count');
		if (number === 1) {
			await database.expireAt(key, endsAt + minuteMs);
		}
		return { key, number, endsAt };
	}

	return {
		async limit(act, uid, { most, minutes }, clause) {
			const { number, endsAt } = await count(act, uid, minutes);
			const left = Math.max(1, Math.ceil((endsAt - clock.now()) / minuteMs));
			return number <= most ? null : refuse('too-often', [left, clause], { clause, retryAt: endsAt });
		},
		async fold(act, uid, write) {
			const { key, number } = await count(act, uid, 60);
			if (number === 1) {
				await database.setObject(key, { record: await write() });
				return;
			}
			const record = (await database.getObject(key))?.record;
			if (typeof record === 'string') {
				await database.incrObjectField(record, 'again');
			}
		},
	};
}
