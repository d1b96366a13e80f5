import { hmacOf, isSameDigest, keyedDigest } from '../../platform/keyed-digest';

/** What of a key is kept: by it a key is known again, and nobody gets the key back. */
export function licenceHash(secret: string, key: string): string {
	return keyedDigest(secret, 'licence/v1', [key]);
}

/** A secret that is shared with the vendor counts from this length on. */
export const leastSecretLength = 32;

/** What the vendor knows a key by: HMAC-SHA-256 of `licence.` and the key, hex. Empty without a shared secret. */
export function vendorDigest(shared: string, key: string): string {
	return shared.length < leastSecretLength ? '' : hmacOf(shared, `licence.${key}`);
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
	return `v2=${hmacOf(shared, ['v2', timestamp, nonce, method, address, ''].join('\n'), body)}`;
}

/**
 * Takes the same time for every wrong signature of the right length; nothing is signed with too short a secret, nor
 * where a part of more than one line would pass for two.
 */
export function isSigned(shared: string, request: SignedRequest, given: string): boolean {
	const { timestamp, nonce, method, address } = request;
	return isSameDigest(signatureOf(shared, request), given) && shared.length >= leastSecretLength &&
		[timestamp, nonce, method, address].every(part => !part.includes('\n'));
}
