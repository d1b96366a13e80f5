import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/formats/canonical';
import { textOf } from '../../kernel/formats/text';
import { numberOf } from '../documents/keys';

/** A time of a record as pages print it. */
export function iso(milliseconds: number): string {
	return milliseconds > 0 ? new Date(milliseconds).toISOString() : '';
}

/** What a record says happened. */
export type LedgerEvent = 'shown' | 'accepted' | 'declined' | 'recalled';

/** The way it happened; `implied` is use itself (clause 2), `behalf` somebody with the right to speak for another. */
export type Method = 'registration' | 'page' | 'post' | 'api' | 'no-script' | 'implied' | 'behalf';

/** One event of one member and one version. Append-only: never changed, never overwritten. */
export interface LedgerRecord {
	/** Number from one counter for the whole forum, without gaps but for a crash. */
	id: number;
	/** The member; 0 once their account is gone. Not part of the digest. */
	uid: number;
	/** Their pseudonym: the same for all their records, and all that is left of them after their account is gone. */
	subject: string;
	event: LedgerEvent;
	document: string;
	version: string;
	n: number;
	/** Language of the text that was on screen. */
	language: string;
	/** Hash of exactly that text. */
	hash: string;
	method: Method;
	/** Server time, milliseconds since 1970. */
	at: number;
	/** Pseudonym of whoever spoke on their behalf; empty when they did themself. */
	by: string;
	/** Why somebody else spoke for them. */
	reason: string;
	/** SHA-256 over everything but uid, hex. */
	digest: string;
}

export type UndigestedRecord = Omit<LedgerRecord, 'digest'>;

/** The digest that a record must carry. Without the uid, so that it holds after the account is gone. */
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
