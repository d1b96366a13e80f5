import type { Database } from '../../kernel/host/ports';
import type { Counts } from './visit-rules';

const dayMs = 86_400_000;

/** Hash: counters of one profile on one day; they are only ever incremented. */
const counters = (profile: string, day: string) => `forum-terms:checklist-effect:${profile}:${day}`;

/** The day of a time, `2026-01-31`, in UTC. */
export function dayOf(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}

/** Counters of one day. */
export interface CountedDay { day: string; counts: Counts }

/** Counters per profile and day. */
export interface EffectStore {
	add(profile: string, day: string, counts: Counts): Promise<void>;
	/** The last `count` days up to a time, oldest first. */
	days(profile: string, count: number, until: number): Promise<CountedDay[]>;
}

function numbersIn(row: Record<string, unknown> | null | undefined): Counts {
	return Object.fromEntries(Object.entries(row ?? {}).map(([field, value]) => [field, Number(value) || 0]));
}

export function effectStore(database: Database): EffectStore {
	return {
		async add(profile, day, counts) {
			await Promise.all(Object.entries(counts).map(([field, by]) =>
				database.incrObjectFieldBy(counters(profile, day), field, by)));
		},
		async days(profile, count, until) {
			const days = Array.from({ length: count }, (_, index) => dayOf(until - ((count - 1 - index) * dayMs)));
			const rows = await database.getObjects(days.map(day => counters(profile, day)));
			return days.map((day, index) => ({ day, counts: numbersIn(rows[index]) }));
		},
	};
}
