import { createHmac } from 'node:crypto';
import { isSameSeal } from '../kernel/formats/encoding';

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

/** Headers of a signed request; docs/vendor-webhook.md says how they are made. */
export const signatureHeaders = {
	/** Seconds since 1970. */
	timestamp: 'x-forum-terms-timestamp',
	/** 16 to 64 letters, digits, `-`; another one each time. */
	nonce: 'x-forum-terms-nonce',
	/** `v2=` and HMAC-SHA-256, hex. */
	signature: 'x-forum-terms-signature',
} as const;

/** All that a signature covers. */
export interface SignedRequest {
	timestamp: string;
	nonce: string;
	/** In capitals. */
	method: string;
	/** Path and query as the caller wrote them, with the forum's own prefix. */
	address: string;
	/** The bytes as they came; empty for `GET`. */
	body: Buffer;
}

/** `v2=` and HMAC-SHA-256 over version, timestamp, nonce, method, address and body, each on a line of its own, hex. */
export function signatureOf(shared: string, { timestamp, nonce, method, address, body }: SignedRequest): string {
	const lines = ['v2', timestamp, nonce, method, address, ''].join('\n');
	return `v2=${createHmac('sha256', shared).update(lines, 'utf8').update(body).digest('hex')}`;
}

/** Takes the same time for every wrong signature of the right length; nothing is signed with too short a secret. */
export function isSigned(shared: string, request: SignedRequest, given: string): boolean {
	return isSameSeal(signatureOf(shared, request), given) && shared.length >= leastSecretLength;
}
