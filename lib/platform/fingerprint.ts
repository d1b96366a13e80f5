import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../kernel/formats/canonical';

/** What a fingerprint is for, with the version of its parts; each purpose is used in one file only. */
export type Purpose = `${string}/v${number}`;

/**
 * HMAC-SHA-256, hex, of a purpose and its parts. The parts are encoded as a JSON list, so that no part can run into
 * another.
 */
export function fingerprint(secret: string, purpose: Purpose, parts: readonly string[]): string {
	return hmacOf(secret, canonicalJson([purpose, ...parts]));
}

/** HMAC-SHA-256, hex, over bytes whose format others define: the vendor's, and that of signed records. */
export function hmacOf(secret: string, ...bytes: readonly (string | Buffer)[]): string {
	return bytes.reduce((hmac, part) => hmac.update(part), createHmac('sha256', secret)).digest('hex');
}

/** Compares in constant time. */
export function isSameFingerprint(expected: string, given: string): boolean {
	const [ours, theirs] = [Buffer.from(expected, 'utf8'), Buffer.from(given, 'utf8')];
	return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

/**
 * The pseudonym of a member in records that outlive their account: always the same, and meaningless without the secret.
 * Digests and receipts depend on it, so its bytes must not change.
 */
export function pseudonymOf(secret: string, uid: number): string {
	return hmacOf(secret, `subject/v1\n${uid}`).slice(0, 32);
}
