import { sign, verify } from 'node:crypto';
import * as v from 'valibot';
import type { Keyring } from './keyring';
import type { LedgerRecord } from './ledger';

const text = v.pipe(v.string(), v.maxLength(500));

/** An acceptance in the member's own hands: what he agreed to, when and how, signed by the forum. */
export const receiptSchema = v.strictObject({
	schema: v.literal('forum-terms-receipt/1'),
	forum: text,
	record: v.pipe(v.number(), v.integer()),
	uid: v.pipe(v.number(), v.integer()),
	event: text,
	document: text,
	version: text,
	language: text,
	/** SHA-256 of exactly the text that was shown. */
	hash: text,
	method: text,
	/** ISO 8601, UTC. */
	at: text,
	/** Id of the signing key. */
	key: text,
	/** Ed25519 over the other fields, base64url. */
	signature: text,
});

export type Receipt = v.InferOutput<typeof receiptSchema>;

/** The signed bytes: the fields in alphabetical order as JSON (of RFC 8785 only strings and integers). */
function signedBytes(receipt: Omit<Receipt, 'signature'>): Buffer {
	const sorted = Object.entries(receipt).filter(([key]) => key !== 'signature').sort(([a], [b]) => (a < b ? -1 : 1));
	return Buffer.from(JSON.stringify(Object.fromEntries(sorted)), 'utf8');
}

/** Makes the receipt of a record; the same record always gives the same receipt. */
export function receiptOf(record: LedgerRecord, forum: string, keyring: Keyring): Receipt {
	const unsigned = {
		schema: 'forum-terms-receipt/1' as const,
		forum,
		record: record.id,
		uid: record.uid,
		event: record.event,
		document: record.document,
		version: record.version,
		language: record.language,
		hash: record.hash,
		method: record.method,
		at: new Date(record.at).toISOString(),
		key: keyring.id,
	};
	const signature = sign(null, signedBytes(unsigned), keyring.privateKey).toString('base64url');
	return { ...unsigned, signature };
}

export type ReceiptVerdict = 'valid' | 'altered' | 'unknown-key';

/** Whether a receipt is exactly what this forum signed. */
export function checkReceipt(receipt: Receipt, keyring: Keyring): ReceiptVerdict {
	if (receipt.key !== keyring.id) {
		return 'unknown-key';
	}
	const signature = Buffer.from(receipt.signature, 'base64url');
	return verify(null, signedBytes(receipt), keyring.publicKey, signature) ? 'valid' : 'altered';
}
