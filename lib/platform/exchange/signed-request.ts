import { hmacOf, isSameFingerprint } from '../fingerprint';

/** Minimum length of a shared secret. */
export const leastSecretLength = 32;
/** Maximum length of a shared secret. */
export const mostSecretLength = 200;

/** Headers of a signed request, to the forum and from it; see docs/vendor-webhook.md. */
export const signatureHeaders = {
	/** Seconds since 1970. */
	timestamp: 'x-forum-terms-timestamp',
	/** 16 to 64 letters, digits, `-`; different each time. */
	nonce: 'x-forum-terms-nonce',
	/** `v2=` and HMAC-SHA-256, hex. */
	signature: 'x-forum-terms-signature',
} as const;

/** Everything that a signature covers. */
export interface SignedRequest {
	timestamp: string;
	nonce: string;
	/** Upper case. */
	method: string;
	/** Path and query as sent, with the forum's prefix. */
	address: string;
	/** The raw body; empty for `GET`. */
	body: Buffer;
}

/** `v2=` and HMAC-SHA-256 over version, timestamp, nonce, method, address and body, one per line, hex. */
export function signatureOf(shared: string, { timestamp, nonce, method, address, body }: SignedRequest): string {
	return `v2=${hmacOf(shared, ['v2', timestamp, nonce, method, address, ''].join('\n'), body)}`;
}

/** The headers of a request that the forum sends. */
export function signedHeaders(shared: string, request: SignedRequest): Record<string, string> {
	return {
		[signatureHeaders.timestamp]: request.timestamp, [signatureHeaders.nonce]: request.nonce,
		[signatureHeaders.signature]: signatureOf(shared, request),
	};
}

/**
 * Constant time for signatures of the right length. False if the secret is too short, or if a part contains a line
 * break and could pass for two.
 */
export function isSigned(shared: string, request: SignedRequest, given: string): boolean {
	const { timestamp, nonce, method, address } = request;
	return isSameFingerprint(signatureOf(shared, request), given) && shared.length >= leastSecretLength &&
		[timestamp, nonce, method, address].every(part => !part.includes('\n'));
}
