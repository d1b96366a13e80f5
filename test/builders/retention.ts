import assert from 'node:assert/strict';
import type { OwnDecisionBook } from '../../lib/records/decisions/book';
import { decisionRetention } from '../../lib/records/decisions/retention';
import type { memoryDatabase } from './memory-database';

const dayMs = 86_400_000;

/** Whatever has decisions on record. */
export interface Kept {
	book: OwnDecisionBook; time: { at: number }; database: ReturnType<typeof memoryDatabase>;
	host: { clock: { now(): number } };
}

export const fine = async (outcome: Promise<{ ok: boolean }>) => {
	const answer = await outcome;
	assert.ok(answer.ok, JSON.stringify(answer));
	return answer;
};

/** Lets days pass, and then two nights; everything is sealed. */
export async function purged({ book, time, database, host }: Kept, days: number, settings: object): Promise<void> {
	time.at += days * dayMs;
	const retention = decisionRetention({
		database, clock: host.clock, store: book.store, book, keyOf: uid => book.keyOf(uid), secret: async () => 'secret',
		lastSealed: async () => 1000,
		settings: () => ({ keepDecisionTextDays: 0, keepDecisionDays: 0, keepHoldDays: 0, ...settings }),
	});
	await retention.purgeExpired();
	await retention.purgeExpired();
}

/** What people said; `Later`: the title of a scheduled topic that a restriction took. */
export const words = (stored: string) => [...new Set(stored.match(/\b(?:said|why)-\w+|\bLater\b/g))].sort();
