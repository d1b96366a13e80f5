import { createHash } from 'node:crypto';

function sha256(...parts: readonly Buffer[]): Buffer {
	return parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
}

/** RFC 6962, section 2.1: different prefixes for leaves and nodes, so that no node can pass for a leaf. */
export function leafHash(data: Buffer): Buffer {
	return sha256(Buffer.of(0), data);
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
	return sha256(Buffer.of(1), left, right);
}

/** The largest power of two below a number greater than one. */
function splitOf(count: number): number {
	return 2 ** Math.floor(Math.log2(count - 1));
}

/** Root over leaf hashes; the hash of nothing for an empty list. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
	const [first] = leaves;
	if (!first) {
		return sha256();
	}
	if (leaves.length === 1) {
		return first;
	}
	const split = splitOf(leaves.length);
	return nodeHash(merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)));
}

/** The hashes from one leaf up to the root (RFC 6962, section 2.1.1). */
export function inclusionPath(leaves: readonly Buffer[], index: number): Buffer[] {
	if (leaves.length <= 1) {
		return [];
	}
	const split = splitOf(leaves.length);
	return index < split ?
		[...inclusionPath(leaves.slice(0, split), index), merkleRoot(leaves.slice(split))] :
		[...inclusionPath(leaves.slice(split), index - split), merkleRoot(leaves.slice(0, split))];
}

/** The root that a leaf and its path lead to; a wrong leaf, index or path leads to a different root. */
export function rootOfPath(leaf: Buffer, index: number, count: number, path: readonly Buffer[]): Buffer {
	const above = path.at(-1);
	if (!above) {
		return leaf;
	}
	if (count <= 1) {
		// A path that is too long proves nothing.
		return sha256();
	}
	const split = splitOf(count);
	const rest = path.slice(0, -1);
	return index < split ? nodeHash(rootOfPath(leaf, index, split, rest), above) :
		nodeHash(above, rootOfPath(leaf, index - split, count - split, rest));
}
