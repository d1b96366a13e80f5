import type { ClauseId } from '../kernel/refusals/clause';
import type { Clock, Database } from '../kernel/host/ports';
import { refuse, type Refusal } from '../kernel/refusals/refusal';
import type { Rate } from '../kernel/slice/routes';

const minuteMs = 60_000;

/** Hash: how often a member did something in one period, and the record that stands for all of it. */
const countKey = (act: string, uid: number, stretch: number) => `forum-terms:pace:${act}:${uid}:${stretch}`;

/**
 * Limits or folds what one member could otherwise cause without end. Both count acts of a kind per fixed period; the
 * database drops a count after its period.
 */
export interface Pace {
	/** Counts one more act of this kind. Null within the rate; otherwise a refusal that says when to try again. */
	limit(act: string, uid: number, rate: Rate, clause: ClauseId): Promise<Refusal | null>;
	/**
	 * One record for all acts of a kind in an hour: the first act writes it and returns its key, each later one
	 * increments its field `again`. Acts during that first write are not counted.
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
			return number <= most ? null : refuse('too-often', [left], { clause, retryAt: endsAt });
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
