import { createHmac } from 'node:crypto';
import { isSameSeal } from '../kernel/encoding';

/** What of a key is kept: by it a key is known again, and nobody gets the key back. */
export function licenceHash(secret: string, key: string): string {
	return createHmac('sha256', secret).update(`licence/v1\n${key}`).digest('hex');
}

/** A secret that is shared with the vendor counts from this length on. */
export const leastSecretLength = 32;

/** What the vendor knows a key by: HMAC-SHA-256 of `licence.` and the key, hex. Empty without a shared secret. */
export function vendorDigest(shared: string, key: string): string {
	return shared.length < leastSecretLength ? '' : createHmac('sha256', shared).update(`licence.${key}`).digest('hex');
}

/** Headers of a signed request. */
export const signatureHeaders = {
	/** Seconds since 1970. */
	timestamp: 'x-forum-terms-timestamp',
	/** 16 to 64 letters, digits, `-`; another one each time. */
	nonce: 'x-forum-terms-nonce',
	/** `v1=` and HMAC-SHA-256 of `v1.<timestamp>.<nonce>.<body>`, hex. */
	signature: 'x-forum-terms-signature',
} as const;

export interface SignedText { timestamp: string; nonce: string; body: string }

export function signatureOf(shared: string, { timestamp, nonce, body }: SignedText): string {
	return `v1=${createHmac('sha256', shared).update(`v1.${timestamp}.${nonce}.${body}`).digest('hex')}`;
}

/** Takes the same time for every wrong signature of the right length. */
export function isSigned(shared: string, text: SignedText, given: string): boolean {
	return isSameSeal(signatureOf(shared, text), given);
}
