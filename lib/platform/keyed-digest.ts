import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../kernel/formats/canonical';

/** What a digest is for, with the version of its parts; used in one file, so that it is good nowhere else. */
export type Purpose = `${string}/v${number}`;

/**
 * HMAC-SHA-256, hex, of a purpose and its parts. The parts are written as a list in JSON: whatever one of them holds,
 * it cannot be taken for another.
 */
export function keyedDigest(secret: string, purpose: Purpose, parts: readonly string[]): string {
	return hmacOf(secret, canonicalJson([purpose, ...parts]));
}

/** HMAC-SHA-256, hex, over bytes whose form is not ours to choose: the vendor's, and what signed records rest on. */
export function hmacOf(secret: string, ...bytes: readonly (string | Buffer)[]): string {
	return bytes.reduce((hmac, part) => hmac.update(part), createHmac('sha256', secret)).digest('hex');
}

/** Whether a text that somebody sent is exactly the one that only we can make; every wrong one takes the same time. */
export function isSameDigest(expected: string, given: string): boolean {
	const [ours, theirs] = [Buffer.from(expected, 'utf8'), Buffer.from(given, 'utf8')];
	return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
