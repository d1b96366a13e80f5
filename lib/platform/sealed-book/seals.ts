import { createHash, sign, verify } from 'node:crypto';
import { range } from 'lodash';
import * as v from 'valibot';
import { canonicalJson } from '../../kernel/formats/canonical';
import { base64urlBytes } from '../../kernel/formats/encoding';
import { inclusionPath, leafHash, merkleRoot } from '../../kernel/formats/merkle';
import type { Leases } from '../../kernel/host/lease';
import type { Clock, Database } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { decoded, number as numeric, storedRow, text, type StoredField } from '../stored-row';
import type { Keyring } from './keyring';
import type { SealedRows } from './rows';

/**
 * A signed range of records. Two nodes cannot safely extend one hash chain on NodeBB's databases, so each record has
 * its own digest, and one node at a time seals ranges (RFC 6962 tree, hash of the previous seal, time, Ed25519).
 */
export interface Seal {
	number: number;
	/** First and last record number, without gaps. */
	from: number;
	to: number;
	/** Merkle root over the leaves, hex. */
	root: string;
	/** Hash of the previous seal, hex; empty for the first. */
	previous: string;
	/** Milliseconds since 1970. */
	at: number;
	/** Id of the signing key. */
	key: string;
	signature: string;
}

/** A seal with its leaves, 32 bytes each in order. */
export interface SealedRange { seal: Seal; leaves: Buffer[] }

const mostLeaves = 512;
/** A number without a record for this long was lost in a crash. */
const inFlightMs = 60_000;

/** The leaf of a lost number: nobody can insert a record there later without breaking the root. */
export function voidLeaf(id: number): Buffer {
	return leafHash(Buffer.from(`void ${id}`, 'utf8'));
}

export function recordLeaf(digest: string): Buffer {
	return leafHash(Buffer.from(digest, 'hex'));
}

const unsigned = ({ signature: _signature, ...rest }: Seal): string => canonicalJson({ schema: 'seal/v1', ...rest });

export function headOf(seal: Seal): string {
	return createHash('sha256').update(unsigned(seal) + seal.signature, 'utf8').digest('hex');
}

/** Whether the forum signed a seal, with a current or retired key. */
export function isGenuineSeal(seal: Seal, keyring: Pick<Keyring, 'all'>): boolean {
	const key = keyring.all.find(({ id }) => id === seal.key);
	const signature = base64urlBytes(seal.signature);
	return key !== undefined && signature !== null &&
		verify(null, Buffer.from(unsigned(seal), 'utf8'), key.publicKey, signature);
}

/** The leaves of a range, concatenated. */
const leavesField: StoredField<Buffer[]> = {
	schema: v.pipe(v.unknown(), v.transform((value) => {
		const bytes = Buffer.from(textOf(value), 'base64');
		return range(Math.ceil(bytes.length / 32)).map(index => bytes.subarray(index * 32, (index + 1) * 32));
	})),
	write: leaves => Buffer.concat(leaves).toString('base64'),
};
const sealRow = storedRow<Seal & { leaves: Buffer[] }>({
	number: numeric, from: numeric, to: numeric, root: text, previous: text, at: numeric, key: text, signature: text,
	leaves: leavesField,
});

const counters = storedRow({ lastSeal: numeric, lastSealed: numeric, horizon: numeric, horizonAt: numeric });
const nothing = { lastSeal: 0, lastSealed: 0, horizon: 0, horizonAt: 0 };

/** The proof that a record was in its book when its range was sealed. */
export interface InclusionProof { seal: Seal; index: number; count: number; path: string[] }

export interface Seals {
	/** Seals everything possible; answers how many records. Safe to repeat and to interrupt. */
	sealNow(): Promise<number>;
	read(number: number): Promise<SealedRange | null>;
	/** All zero before the first record, and if the counters are damaged: then nothing is sealed or proven. */
	state(): Promise<{ lastSeal: number; lastSealed: number; lastRecord: number; isDamaged: boolean }>;
	proofOf(id: number): Promise<InclusionProof | null>;
}

interface Parts { database: Database; clock: Clock; leases: Leases; keyring: () => Promise<Keyring> }

export function seals(book: SealedRows, { database, clock, leases, keyring }: Parts): Seals {
	const sealRows = sealRow.in(database);

	async function state() {
		const row = await database.getObject(book.counter) ?? {};
		const [known, lastRecord] = [counters.decode(row), decoded(numeric, row[book.last])];
		const isDamaged = known === null || lastRecord === null;
		if (isDamaged) {
			database.unreadable(book.counter);
		}
		return isDamaged ? { ...nothing, lastRecord: 0, isDamaged } : { ...known, lastRecord, isDamaged };
	}

	async function read(number: number): Promise<SealedRange | null> {
		const row = await sealRows.get(book.sealKey(number));
		const { leaves = [], ...seal } = row ?? {};
		return row && { leaves, seal: seal as Seal };
	}

	/** Leaves from a number on, up to the first record that may still be in flight, or may still change. */
	async function leavesFrom(from: number, last: number, lost: number): Promise<Buffer[]> {
		const ids = range(from, Math.min(from + mostLeaves, last + 1));
		const rows = await book.rows(ids);
		const leaves: Buffer[] = [];
		for (const [index, id] of ids.entries()) {
			const row = rows[index];
			if (row ? row.isOpen : id > lost) {
				break;
			}
			leaves.push(row ? recordLeaf(row.digest) : voidLeaf(id));
		}
		return leaves;
	}

	async function sealRange(
		number: number, from: number, leaves: Buffer[], before: SealedRange | null,
	): Promise<void> {
		const ring = await keyring();
		const made: Seal = {
			number, from, to: from + leaves.length - 1, root: merkleRoot(leaves).toString('hex'),
			previous: before ? headOf(before.seal) : '', at: clock.now(), key: ring.id, signature: '',
		};
		const signature = sign(null, Buffer.from(unsigned(made), 'utf8'), ring.privateKey).toString('base64url');
		await sealRows.set(book.sealKey(number), { ...made, signature, leaves });
		// The seal counts from this write on; after a crash before it, the next run makes the seal again.
		await database.setObject(book.counter, { lastSeal: number, lastSealed: made.to });
	}

	return {
		read,
		state,
		async sealNow() {
			return leases.withLease(`round:seal-${book.name}`, async ({ check }) => {
				let count = 0;
				const start = await state();
				if (start.isDamaged) {
					return 0;
				}
				const isOld = start.horizonAt > 0 && clock.now() - start.horizonAt >= inFlightMs;
				const lost = isOld ? start.horizon : 0;
				for (let { lastSeal, lastSealed } = start; ;) {
					const [leaves, before] = await Promise.all([
						leavesFrom(lastSealed + 1, start.lastRecord, lost), lastSeal > 0 ? read(lastSeal) : null,
					]);
					// No seal follows a damaged one.
					if (leaves.length === 0 || (lastSeal > 0 && !before)) {
						break;
					}
					check();
					await sealRange(lastSeal + 1, lastSealed + 1, leaves, before);
					lastSeal += 1;
					lastSealed += leaves.length;
					count += leaves.length;
				}
				if (isOld || start.horizonAt === 0) {
					await database.setObject(book.counter, { horizon: start.lastRecord, horizonAt: clock.now() });
				}
				return count;
			}, () => 0);
		},
		async proofOf(id) {
			const { lastSeal, lastSealed } = await state();
			if (id < 1 || id > lastSealed) {
				return null;
			}
			// Ranges are in order, so a binary search finds the one with the record.
			for (let low = 1, high = lastSeal; low <= high;) {
				const middle = Math.floor((low + high) / 2);
				const found = await read(middle);
				if (!found) {
					return null;
				}
				const { seal, leaves } = found;
				if (leaves.length !== seal.to - seal.from + 1) {
					return null;
				}
				if (id >= seal.from && id <= seal.to) {
					const index = id - seal.from;
					const path = inclusionPath(leaves, index).map(hash => hash.toString('hex'));
					return { seal, index, count: leaves.length, path };
				}
				[low, high] = id < seal.from ? [low, middle - 1] : [middle + 1, high];
			}
			return null;
		},
	};
}
