import { range } from 'lodash';
import type { Clock, Database } from '../../kernel/host/ports';
import type { Audience } from './audience';
import { keys, numberOf } from '../documents/keys';
import type { LedgerEvent } from '../ledger/record';
import { shouldPause } from '../documents/rollout';
import { sufficientFrom, undecided, type Standing } from '../documents/rules';
import type { Version } from '../documents/version';

const dayMs = 86_400_000;

interface Parts {
	database: Database;
	audience: Audience;
	clock: Clock;
	pauseRollout: (version: Version, at: number) => Promise<void>;
}

const chartDays = 90;

export interface DecisionDay { day: string; accepted: number; declined: number }

/** Decisions per day (UTC) within the past ninety days, including days without any. */
export async function decisionDays(database: Database, document: string, now: number): Promise<DecisionDay[]> {
	const row = await database.getObject(keys.days(document)) ?? {};
	const days = range(chartDays - 1, -1, -1).map(back => new Date(now - (back * dayMs)).toISOString().slice(0, 10))
		.map(day => ({ day, accepted: numberOf(row[`accepted:${day}`]), declined: numberOf(row[`declined:${day}`]) }));
	const first = days.findIndex(({ accepted, declined }) => accepted + declined > 0);
	return first < 0 ? [] : days.slice(first);
}

/** Counts decisions about a version, and decisions that failed because of an error of ours. */
export interface DecisionCounts {
	/** `standing` is the member's standing before. */
	count(uid: number, version: Version, standing: Standing, event: LedgerEvent): Promise<void>;
	countError(version: Version): Promise<void>;
}

/** Keeps the numbers of acceptances and refusals, so that nobody has to count members. */
export function decisionCounts({ database, audience, clock, pauseRollout }: Parts): DecisionCounts {
	/** Pauses the rollout if too many decline or run into errors (feature 2); a person then decides. */
	async function pauseIfRefused(version: Version, needed: number): Promise<void> {
		const row = await database.getObject(keys.counts(version.document));
		const of = (name: string) => numberOf(row?.[`${name}:${needed}`]);
		if (needed === version.n && shouldPause(version.rollout, of('accepted'), of('declined') + of('errors'))) {
			await pauseRollout(version, clock.now());
		}
	}

	async function count(uid: number, version: Version, standing: Standing, event: LedgerEvent): Promise<void> {
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
	}

	return {
		count,
		async countError(version) {
			if (version.rollout.declineLimit > 0) {
				await database.incrObjectField(keys.counts(version.document), `errors:${version.n}`);
				await pauseIfRefused(version, version.n);
			}
		},
	};
}
