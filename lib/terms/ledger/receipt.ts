import { sign, verify } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { canonicalJson, type Json } from '../../kernel/formats/canonical';
import { base64urlBytes, hexBytes } from '../../kernel/formats/encoding';
import { rootOfPath } from '../../kernel/formats/merkle';
import type { Keyring } from '../../platform/sealed-book/keyring';
import type { LedgerRecord } from './record';
import { isGenuineSeal, recordLeaf, type InclusionProof } from '../../platform/sealed-book/seals';

/** The data controller, as set by the administrator. */
export interface Issuer {
	/** Public address of the forum. */
	forum: string;
	controller: string;
	contact: string;
	/** Country or region whose law applies; empty if not set. */
	jurisdiction: string;
}

/** A member's own copy of an acceptance: what they agreed to, when and how, signed by the forum. */
export type Receipt = Record<string, Json> & { key: string; signature: string; proof?: Json };

const events = { shown: 'requested', accepted: 'given', declined: 'refused', recalled: 'requested' } as const;

/** Field names of the Kantara consent receipt 1.1, for its readers. */
function kantara(record: LedgerRecord, issuer: Issuer, keyring: Keyring): Json {
	return {
		version: 'KI-CR-v1.1.0', jurisdiction: issuer.jurisdiction, consentTimestamp: Math.floor(record.at / 1000),
		collectionMethod: record.method, consentReceiptID: `${issuer.forum}/forum-terms/record/${record.id}`,
		publicKey: keyring.publicKey, language: record.language, piiPrincipalId: record.subject,
		piiControllers: [{ piiController: issuer.controller, contact: issuer.contact }],
		policyUrl: `${issuer.forum}/forum-terms/${record.version}`,
		services: [{
			service: issuer.forum,
			purposes: [{
				purpose: `agreement to ${record.version}`, consentType: 'EXPLICIT', primaryPurpose: true,
				termination: 'with the next version that asks again', thirdPartyDisclosure: false,
			}],
		}],
		sensitive: false, spiCat: [],
	};
}

/** Sections of ISO/IEC TS 27560: header, notice, and the event with its state. */
function iso27560(record: LedgerRecord, issuer: Issuer): Json {
	return {
		schema_version: 'ISO/IEC TS 27560:2023', record_id: String(record.id), pii_principal_id: record.subject,
		notice: {
			notice_reference: `${issuer.forum}/forum-terms/${record.version}`, version: record.version,
			language: record.language, hash: record.hash,
		},
		events: [{
			event_time: new Date(record.at).toISOString(), event_state: events[record.event], event_type: 'explicit',
			entity_id: record.by || record.subject, method: record.method,
		}],
	};
}

/** The signed part: everything but the signature and the proof, which is added later. */
function signedBytes({ signature: _signature, proof: _proof, ...signed }: Receipt): Buffer {
	return Buffer.from(canonicalJson(signed), 'utf8');
}

/** Makes the receipt of a record; deterministic for a given key. */
export function receiptOf(
	record: LedgerRecord, issuer: Issuer, keyring: Keyring, proof: InclusionProof | null = null,
): Receipt {
	const unsigned: Record<string, Json> & { key: string } = {
		schema: 'forum-terms-receipt/1', forum: issuer.forum, record: record.id, uid: record.uid, subject: record.subject,
		event: record.event, document: record.document, version: record.version, language: record.language,
		hash: record.hash, method: record.method, at: new Date(record.at).toISOString(), digest: record.digest,
		...(record.by ? { by: record.by, reason: record.reason } : {}),
		kantara: kantara(record, issuer, keyring), iso27560: iso27560(record, issuer), key: keyring.id,
	};
	const bytes = signedBytes({ ...unsigned, signature: '' });
	const signature = sign(null, bytes, keyring.privateKey).toString('base64url');
	return { ...unsigned, signature, ...(proof ? { proof: proof as unknown as Json } : {}) };
}

export type ReceiptVerdict = 'valid' | 'altered' | 'unknown-key';

const text = v.pipe(v.string(), v.maxLength(500));
const hex = v.pipe(text, v.check(value => hexBytes(value) !== null));
const base64url = v.pipe(text, v.check(value => base64urlBytes(value) !== null));
const whole = v.pipe(v.number(), v.safeInteger());

/** Only what the check needs; the signature covers everything else. */
const receiptSchema = v.looseObject({ schema: v.literal('forum-terms-receipt/1'), key: text, signature: base64url });

/** The fields that every receipt has. */
export const receiptFields = v.looseObject({ schema: v.string(), key: v.string(), signature: v.string() });

/** A receipt as given: a schema with fields would drop unknown ones, and hide a change. */
export const givenReceipt = v.custom<object>(value => v.is(receiptFields, value), 'Object');

const proofSchema = v.strictObject({
	seal: v.strictObject({
		number: whole, from: whole, to: whole, root: hex, previous: hex, at: whole, key: text, signature: base64url,
	}),
	index: whole, count: whole, path: v.pipe(v.array(hex), v.maxLength(64)),
});

/** Whether the proof leads from this record to a root that the forum sealed. */
function isProven(receipt: Receipt, proof: unknown, keyring: Pick<Keyring, 'all'>): boolean {
	const decoded = v.safeParse(proofSchema, proof);
	// valibot ignores keys such as `constructor`, so the decoded proof must equal the given one.
	if (!decoded.success || !isDeepStrictEqual(decoded.output, proof) || typeof receipt.digest !== 'string') {
		return false;
	}
	const { seal, index, count, path } = decoded.output;
	const root = rootOfPath(recordLeaf(receipt.digest), index, count, path.map(hash => Buffer.from(hash, 'hex')));
	return root.toString('hex') === seal.root && seal.from + index === receipt.record &&
		seal.to - seal.from + 1 === count && isGenuineSeal(seal, keyring);
}

/** Whether a value survives JSON unchanged; `-0` does not. */
function isPlain(value: unknown): boolean {
	return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);
}

/** Whether a receipt is exactly what this forum signed, with a current or retired key. */
export function checkReceipt(receipt: unknown, keyring: Pick<Keyring, 'all'>): ReceiptVerdict {
	if (!v.is(receiptSchema, receipt) || !isPlain(receipt)) {
		return 'altered';
	}
	const given = receipt as Receipt;
	const key = keyring.all.find(({ id }) => id === given.key);
	if (!key) {
		return 'unknown-key';
	}
	const isSigned = verify(null, signedBytes(given), key.publicKey, Buffer.from(given.signature, 'base64url'));
	return isSigned && (given.proof === undefined || isProven(given, given.proof, keyring)) ? 'valid' : 'altered';
}

function countKeys(value: unknown): number {
	return typeof value === 'object' && value !== null ? Object.values(value).reduce<number>(
		(sum, inner) => sum + countKeys(inner), Array.isArray(value) ? 0 : Object.keys(value).length) : 0;
}

/** The same for a receipt as text; `unreadable` if it is not JSON. */
export function checkReceiptText(json: string, keyring: Pick<Keyring, 'all'>): ReceiptVerdict | 'unreadable' {
	let receipt: unknown;
	try {
		receipt = JSON.parse(json);
	} catch {
		return 'unreadable';
	}
	// A duplicate field could show its first value to people and its last to programs.
	const written = json.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1;
	return written === countKeys(receipt) ? checkReceipt(receipt, keyring) : 'altered';
}
