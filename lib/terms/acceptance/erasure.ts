import { range } from 'lodash';
import type { Clock, Database } from '../../kernel/host/ports';
import { sortedSet, walk } from '../../platform/paged-index';
import { tombstoneOf } from '../../platform/sealed-book/tombstone';
import { keys, numberOf } from '../documents/keys';
import { isTombstone, readRecord } from '../ledger/record';
import type { TermsSettings } from '../documents/settings';
import type { Soon } from '../../kernel/host/soon';

const batch = 200;
/** Records per night; the following nights continue, then start again at the beginning. */
const mostANight = 100_000;
const dayMs = 86_400_000;
const removed = [
	'uid', 'subject', 'event', 'document', 'version', 'n', 'language', 'hash', 'method', 'at', 'by', 'reason',
];

interface Parts {
	database: Database;
	clock: Clock;
	secret(): Promise<string>;
	pseudonym: (uid: number) => Promise<string>;
	settings: () => Soon<TermsSettings>;
}

/** What happens to records when an account is deleted, and when they expire. */
export interface Erasure {
	/**
	 * Keeps the proof under a pseudonym and removes every link to the person: the uid in each record, the member's own
	 * index and summary. Safe to repeat and to interrupt.
	 */
	forget(uid: number): Promise<void>;
	/**
	 * Replaces expired records by tombstones with number and digest only; answers how many. Looks at `most` records,
	 * starting after those of the last run.
	 */
	purgeExpired(most?: number): Promise<number>;
}

export function erasure({ database, clock, pseudonym, secret, settings }: Parts): Erasure {
	async function moveRecords(uid: number, subject: string): Promise<void> {
		for await (const ids of walk(sortedSet(database, keys.memberRecords(uid)), batch)) {
			for (const id of ids) {
				// The new index first: after a crash in between, a record is found twice instead of lost.
				await database.sortedSetAdd(keys.subjectRecords(subject), Number(id), id);
				await database.deleteObjectField(keys.record(Number(id)), 'uid');
			}
		}
	}

	/** How long a record of this kind is kept, in milliseconds; 0: forever. */
	function lifetime(event: string, isErased: boolean, { keepShownDays, keepErasedDays }: TermsSettings): number {
		const days = isErased ? keepErasedDays : event === 'shown' ? keepShownDays : 0;
		return days * dayMs;
	}

	async function purgeBatch(from: number, to: number, current: TermsSettings): Promise<number> {
		const ids = range(from, to + 1);
		const rows = await database.getObjects(ids.map(id => keys.record(id)));
		let purged = 0;
		for (const [index, id] of ids.entries()) {
			const row = rows[index] ?? null;
			const record = row && readRecord(database, id, row);
			const keep = record ? lifetime(record.event, record.uid === 0, current) : 0;
			if (record && keep > 0 && clock.now() - record.at > keep) {
				// Digest and mark first: after a crash in between, the seals are still valid.
				await database.setObject(keys.record(id), { ...tombstoneOf(
					await secret(), keys.record(id), { id, digest: record.digest }, clock.now()) });
				await database.deleteObjectFields(keys.record(id), [...removed]);
				purged += 1;
			} else if (row && isTombstone(row) && row.event !== undefined) {
				// A crash in between left these.
				await database.deleteObjectFields(keys.record(id), [...removed]);
			}
		}
		return purged;
	}

	return {
		async forget(uid) {
			const subject = await pseudonym(uid);
			await moveRecords(uid, subject);
			await Promise.all([
				database.delete(keys.member(uid)), database.delete(keys.memberClaims(uid)),
				database.delete(keys.reminders(uid)),
			]);
			await database.delete(keys.memberRecords(uid));
		},
		async purgeExpired(most = mostANight) {
			const current = await settings();
			if (current.keepShownDays === 0 && current.keepErasedDays === 0) {
				return 0;
			}
			// Sealed records only: an unsealed tombstone would prove nothing.
			const row = await database.getObject(keys.ledger);
			const [last, before] = [numberOf(row?.lastSealed), numberOf(row?.lookedTo)];
			const start = before < last ? before + 1 : 1;
			const end = Math.min(last, start + most - 1);
			let count = 0;
			for (let from = start; from <= end; from += batch) {
				const to = Math.min(end, from + batch - 1);
				count += await purgeBatch(from, to, current);
				await database.setObject(keys.ledger, { lookedTo: to });
			}
			return count;
		},
	};
}
