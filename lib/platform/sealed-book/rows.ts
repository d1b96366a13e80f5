/** A numbered row as its seal covers it. */
export interface SealedRow {
	/** What the leaf is made of: SHA-256, hex. */
	digest: string;
	/** What it says may still change: it is sealed later. */
	isOpen: boolean;
}

/** A row and everything that belongs to it, examined. */
export interface ExaminedRow extends SealedRow {
	/** It is the row of this number, every field as it was written; or what retention left of it. */
	isGenuine: boolean;
}

/** A kind of record whose numbers have no gaps but those of crashes; each kind has its own ranges of seals. */
export interface SealedRows {
	name: string;
	/**
	 * Hash: the number of the latest row in the field `last`; for sealing lastSeal, lastSealed, horizon, horizonAt.
	 */
	counter: string;
	last: string;
	sealKey(number: number): string;
	/** In the order of the numbers; null for missing ones. */
	rows(ids: readonly number[]): Promise<(SealedRow | null)[]>;
	examined(ids: readonly number[]): Promise<(ExaminedRow | null)[]>;
}
