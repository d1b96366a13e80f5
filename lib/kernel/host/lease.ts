/**
 * The kinds of leases, in the order in which work takes several of them, so that no two wait for each other. `job` is a
 * scheduled job, `round` a walk through records that people can start too; `people` and `member` are forum accounts.
 */
const kinds = [
	'job', 'round', 'import', 'blueprint', 'document', 'partner', 'people', 'group', 'announcement', 'standing', 'licence',
	'member',
] as const;

type Kind = (typeof kinds)[number];

/** A lease name, for example `partner:4711`, `document:forum`, `member:12`. */
export type LeaseName = `${Kind}:${string | number}`;

const kindOf = (name: LeaseName) => kinds.findIndex(kind => name.startsWith(`${kind}:`));

/** Negative if `a` must be taken before `b`. */
export function leaseOrder(a: LeaseName, b: LeaseName): number {
	return kindOf(a) - kindOf(b) || (a < b ? -1 : Number(a > b));
}

const stripes = 32;

/** Lease names for people who join something, at most 32, so that a list of thousands is as fast as a short one. */
export function peopleLeases(uids: readonly number[]): LeaseName[] {
	return [...new Set(uids.map(uid => uid % stripes))].map(stripe => `people:${stripe}` as const);
}

/** Thrown by `check` during the work; `withLease` then answers as for a busy name. */
export class LeaseLost extends Error {}

/** What the work can do with its lease. */
export interface Lease {
	/** Call before a write that must not overlap with another holder; throws `LeaseLost` if that is possible. */
	check(): void;
}

/** Mutual exclusion over all nodes of the forum; if a node dies, the next one takes over within seconds. */
export interface Leases {
	/**
	 * Runs the work while nobody else holds any of the names. Answers `busy` if another holder keeps one for more than
	 * twelve seconds, or if the lease is lost during the work.
	 */
	withLease<T>(
		names: LeaseName | readonly LeaseName[], work: (lease: Lease) => Promise<T>, busy: () => T | Promise<T>,
	): Promise<T>;
}
