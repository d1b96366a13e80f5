import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/formats/canonical';
import { textOf } from '../../kernel/formats/text';
import { numberOf } from '../documents/keys';

/** A time of a record, as pages print it. */
export function iso(milliseconds: number): string {
	return milliseconds > 0 ? new Date(milliseconds).toISOString() : '';
}

/** The event of a record. */
export type LedgerEvent = 'shown' | 'accepted' | 'declined' | 'recalled';

/** How it happened; `implied`: by use (clause 2), `behalf`: by somebody entitled to act for the member. */
export type Method = 'registration' | 'page' | 'post' | 'api' | 'no-script' | 'implied' | 'behalf';

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

export type UndigestedRecord = Omit<LedgerRecord, 'digest'>;

/** The digest of a record, without the uid, so that it stays valid after the account is deleted. */
export function digestOf(record: UndigestedRecord): string {
	const { id, subject, event, document, version, n, language, hash, method, at, by, reason } = record;
	return createHash('sha256').update(canonicalJson({
		schema: 'record/v1', id, subject, event, document, version, n, language, hash, method, at, by, reason,
	}), 'utf8').digest('hex');
}

/** A stored row as a record. */
export function recordFrom(row: Record<string, unknown>): LedgerRecord {
	return {
		id: numberOf(row.id),
		uid: numberOf(row.uid),
		subject: textOf(row.subject),
		event: textOf(row.event) as LedgerEvent,
		document: textOf(row.document),
		version: textOf(row.version),
		n: numberOf(row.n),
		language: textOf(row.language),
		hash: textOf(row.hash),
		method: textOf(row.method) as Method,
		at: numberOf(row.at),
		by: textOf(row.by),
		reason: textOf(row.reason),
		digest: textOf(row.digest),
	};
}
