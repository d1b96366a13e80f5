import { range } from 'lodash';
import type { Clock, Database } from '../kernel/ports';
import type { Audience } from './audience';
import { keys, numberOf } from './keys';
import type { Standing } from './ledger';
import type { LedgerEvent } from './record';
import { shouldPause } from './rollout';
import { sufficientFrom, undecided } from './rules';
import type { Version } from './version';

const dayMs = 86_400_000;

interface Parts {
	database: Database;
	audience: Audience;
	clock: Clock;
	pauseRollout: (version: Version, at: number) => Promise<void>;
}

const chartDays = 90;

export interface DecisionDay { day: string; accepted: number; declined: number }

/** Decisions per day (UTC) from the first to the last one of the past ninety days, days without one included. */
export async function decisionDays(database: Database, document: string, now: number): Promise<DecisionDay[]> {
	const row = await database.getObject(keys.days(document)) ?? {};
	const days = range(chartDays - 1, -1, -1).map(back => new Date(now - (back * dayMs)).toISOString().slice(0, 10))
		.map(day => ({ day, accepted: numberOf(row[`accepted:${day}`]), declined: numberOf(row[`declined:${day}`]) }));
	const first = days.findIndex(({ accepted, declined }) => accepted + declined > 0);
	return first < 0 ? [] : days.slice(first);
}

/** Keeps how many have accepted and declined what was asked, so that nobody has to count members. */
export function decisionCounts({ database, audience, clock, pauseRollout }: Parts) {
	/** Stops asking by itself when too many say no (feature 2): a human looks, and goes on or publishes anew. */
	async function pauseIfRefused(version: Version, needed: number): Promise<void> {
		const row = await database.getObject(keys.counts(version.document));
		const [accepted, declined] = [numberOf(row?.[`accepted:${needed}`]), numberOf(row?.[`declined:${needed}`])];
		if (needed === version.n && shouldPause(version.rollout, accepted, declined)) {
			await pauseRollout(version, clock.now());
		}
	}

	return async (uid: number, version: Version, standing: Standing, event: LedgerEvent): Promise<void> => {
		const versions = (await audience.documentOf(version.document, uid))?.versions ?? [];
		const needed = sufficientFrom(versions, clock.now()) ?? version.n;
		const before = standing[version.document] ?? undecided;
		const wasDeclined = before.declinedId > before.acceptedId && before.declinedN >= needed;
		const wasAccepted = !wasDeclined && before.acceptedN >= needed;
		const key = keys.counts(version.document);
		await Promise.all([
			event === 'accepted' && !wasAccepted && database.incrObjectFieldBy(key, `accepted:${needed}`, 1),
			event === 'accepted' && wasDeclined && database.incrObjectFieldBy(key, `declined:${needed}`, -1),
			event === 'declined' && !wasDeclined && database.incrObjectFieldBy(key, `declined:${needed}`, 1),
			event === 'declined' && wasAccepted && database.incrObjectFieldBy(key, `accepted:${needed}`, -1),
		]);
		const day = new Date(clock.now()).toISOString().slice(0, 10);
		if (event === 'accepted' || event === 'declined') {
			await database.incrObjectField(keys.days(version.document), `${event}:${day}`);
		}
		if (event === 'declined' && version.rollout.declineLimit > 0) {
			await pauseIfRefused(version, needed);
		}
	};
}
