import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/formats/canonical';
import type { Database } from '../../kernel/host/ports';
import { number, oneOf, storedRow, text } from '../../platform/stored-row';
import { keys, numberOf } from '../documents/keys';

/** A time of a record, as pages print it. */
export function iso(milliseconds: number): string {
	return milliseconds > 0 ? new Date(milliseconds).toISOString() : '';
}

/** The event of a record. */
const ledgerEvents = ['shown', 'accepted', 'declined', 'recalled'] as const;
export type LedgerEvent = typeof ledgerEvents[number];

/** How it happened; `implied`: by use (clause 2), `behalf`: by somebody entitled to act for the member. */
const methods = ['registration', 'page', 'post', 'api', 'no-script', 'implied', 'behalf'] as const;
export type Method = typeof methods[number];

/** One event of one member and one version. Append-only, never changed. */
export interface LedgerRecord {
	/** From one counter for the whole forum; gaps only after crashes. */
	id: number;
	/** The member; 0 after their account was deleted. Not part of the digest. */
	uid: number;
	/** Their pseudonym: the same in all their records, and all that remains after their account is deleted. */
	subject: string;
	event: LedgerEvent;
	document: string;
	version: string;
	n: number;
	/** Language of the displayed text. */
	language: string;
	/** Hash of exactly that text. */
	hash: string;
	method: Method;
	/** Server time, milliseconds since 1970. */
	at: number;
	/** Pseudonym of the person who acted on their behalf; empty if they did themselves. */
	by: string;
	/** Why somebody acted on their behalf. */
	reason: string;
	/** SHA-256 over everything but uid, hex. */
	digest: string;
}

export type UnhashedRecord = Omit<LedgerRecord, 'digest'>;

/** The digest of a record, without the uid, so that it stays valid after the account is deleted. */
export function recordHash(record: UnhashedRecord): string {
	const { id, subject, event, document, version, n, language, hash, method, at, by, reason } = record;
	return createHash('sha256').update(canonicalJson({
		schema: 'record/v1', id, subject, event, document, version, n, language, hash, method, at, by, reason,
	}), 'utf8').digest('hex');
}

export const recordRow = storedRow<LedgerRecord>({
	id: number, uid: number, subject: text, event: oneOf(ledgerEvents), document: text, version: text, n: number,
	language: text, hash: text, method: oneOf(methods), at: number, by: text, reason: text, digest: text,
});

/** The record with a number, if the row matches its digest; otherwise null. */
export function recordIn(row: Record<string, unknown>, id: number): LedgerRecord | null {
	const record = recordRow.decode(row);
	return record?.id === id && record.digest === recordHash(record) ? record : null;
}

/** A tombstone keeps number and digest, so that the seals around it stay valid. */
export const isTombstone = (row: Record<string, unknown>): boolean => numberOf(row.purgedAt) > 0;

type Rows = Pick<Database, 'getObjects' | 'unreadable'>;

/** The record in a row; null for a tombstone, and for a damaged row, which is logged once. */
export function readRecord(
	database: Pick<Rows, 'unreadable'>, id: number, row: Record<string, unknown>,
): LedgerRecord | null {
	const record = isTombstone(row) ? null : recordIn(row, id);
	if (!record && !isTombstone(row)) {
		database.unreadable(keys.record(id));
	}
	return record;
}

/** Records by number, in the given order; null for missing and damaged ones. */
export async function recordsUnder(database: Rows, ids: readonly number[]): Promise<(LedgerRecord | null)[]> {
	const rows = await database.getObjects(ids.map(keys.record));
	return ids.map((id, index) => {
		const row = rows[index];
		return row ? readRecord(database, id, row) : null;
	});
}
