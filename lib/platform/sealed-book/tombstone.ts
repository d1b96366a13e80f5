import { textOf } from '../../kernel/formats/text';
import { fingerprint, isSameFingerprint } from '../fingerprint';

/** What retention leaves of a row: its number and digest, if it has them, when it was reduced, and the forum's mark. */
export interface Tombstone { id?: number; digest?: string; purgedAt: number; mark: string }

const markOf = (secret: string, key: string, { id, digest, purgedAt }: Record<string, unknown>): string =>
	fingerprint(secret, 'tombstone/v1', [key, textOf(id), textOf(digest), textOf(purgedAt)]);

/** Only the forum can write one: somebody with access to the database cannot pass off a removal as retention. */
export function tombstoneOf(
	secret: string, key: string, left: { id?: number; digest?: string }, purgedAt: number,
): Tombstone {
	return { ...left, purgedAt, mark: markOf(secret, key, { ...left, purgedAt }) };
}

/** Whether the forum reduced the row of this key. */
export function isGenuineTombstone(secret: string, key: string, row: Record<string, unknown>): boolean {
	return isSameFingerprint(markOf(secret, key, row), textOf(row.mark));
}
