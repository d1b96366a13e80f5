import { range } from 'lodash';
import { merkleRoot } from '../../kernel/formats/merkle';
import type { Keyring } from './keyring';
import type { ExaminedRow, SealedRows } from './rows';
import { headOf, isGenuineSeal, recordLeaf, voidLeaf, type SealedRange, type Seals } from './seals';

/**
 * `altered`: a record does not match its digest or seal; `missing`: it is gone; `appeared`: it has a number that was
 * sealed as lost; `seal`: a seal is not signed by the forum or does not follow the previous one.
 */
export type Breakage = 'altered' | 'missing' | 'appeared' | 'seal';

export interface BookVerdict {
	intact: boolean;
	/** Checked records. */
	records: number;
	/** How many of them are sealed. */
	sealed: number;
	firstBroken?: { record: number; kind: Breakage; seal?: number };
}

const batch = 512;

/** Why a row is not the record that was written with this number; null if it is. */
function breakageOf(row: ExaminedRow | null, id: number, leaf: Buffer | undefined): Breakage | null {
	if (!row) {
		return !leaf || leaf.equals(voidLeaf(id)) ? null : 'missing';
	}
	if (leaf?.equals(voidLeaf(id))) {
		return 'appeared';
	}
	const isSealed = !leaf || leaf.equals(recordLeaf(row.digest));
	return row.isGenuine && isSealed ? null : 'altered';
}

/** Reads a whole book and names the first record or seal that was changed. Read-only. */
export function bookCheck(
	book: Pick<SealedRows, 'examined'>, seals: Pick<Seals, 'state' | 'read'>, keyring: () => Promise<Keyring>,
) {
	async function firstIn(from: number, to: number, leaves: readonly Buffer[]) {
		const ids = range(from, to + 1);
		const rows = await book.examined(ids);
		for (const [index, id] of ids.entries()) {
			const kind = breakageOf(rows[index] ?? null, id, leaves[index]);
			if (kind) {
				return { record: id, kind };
			}
		}
		return null;
	}

	function isWhole({ seal, leaves }: SealedRange, number: number, from: number, previous: string): boolean {
		return seal.number === number && seal.from === from && seal.to === from + leaves.length - 1 &&
			seal.previous === previous && merkleRoot(leaves).toString('hex') === seal.root;
	}

	return async (): Promise<BookVerdict> => {
		const [{ lastSeal, lastSealed, lastRecord, isDamaged }, ring] = await Promise.all([seals.state(), keyring()]);
		const broken = (firstBroken: NonNullable<BookVerdict['firstBroken']>): BookVerdict =>
			({ intact: false, records: firstBroken.record, sealed: lastSealed, firstBroken });
		if (isDamaged) {
			// Without the counters the number of seals is unknown.
			return broken({ record: 1, kind: 'seal', seal: 1 });
		}
		let next = 1;
		let previous = '';
		for (let number = 1; number <= lastSeal; number += 1) {
			const sealed = await seals.read(number);
			if (!sealed || !isWhole(sealed, number, next, previous) || !isGenuineSeal(sealed.seal, ring)) {
				return broken({ record: next, kind: 'seal', seal: number });
			}
			const found = await firstIn(sealed.seal.from, sealed.seal.to, sealed.leaves);
			if (found) {
				return broken({ ...found, seal: number });
			}
			next = sealed.seal.to + 1;
			previous = headOf(sealed.seal);
		}
		for (; next <= lastRecord; next += batch) {
			// Not sealed yet: a gap may be a record that is being written, but existing ones must match their digests.
			const found = await firstIn(next, Math.min(lastRecord, next + batch - 1), []);
			if (found) {
				return broken(found);
			}
		}
		return { intact: true, records: lastRecord, sealed: lastSealed };
	};
}
