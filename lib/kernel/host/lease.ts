/**
 * What work can be alone on, in the order in which work that needs several takes them, so that no two wait for each
 * other. `job` is what the forum does by itself, `round` a walk through records that people can begin too; `people` and
 * `member` are accounts of the forum.
 */
const kinds = [
	'job', 'round', 'import', 'blueprint', 'document', 'partner', 'people', 'group', 'announcement', 'standing', 'licence',
	'member',
] as const;

type Kind = (typeof kinds)[number];

/** One account, document, member or the like: `partner:4711`, `document:forum`, `member:12`. */
export type LeaseName = `${Kind}:${string | number}`;

const kindOf = (name: LeaseName) => kinds.findIndex(kind => name.startsWith(`${kind}:`));

/** Negative when `a` has to be taken before `b`. */
export function leaseOrder(a: LeaseName, b: LeaseName): number {
	return kindOf(a) - kindOf(b) || (a < b ? -1 : Number(a > b));
}

const stripes = 32;

/** Names for people who join something, never more than 32: a list of thousands is taken as fast as a short one. */
export function peopleLeases(uids: readonly number[]): LeaseName[] {
	return [...new Set(uids.map(uid => uid % stripes))].map(stripe => `people:${stripe}` as const);
}

/** Thrown by `check` inside the work; `withLease` answers it like a busy name. */
export class LeaseLost extends Error {}

/** What the work has of its lease. */
export interface Lease {
	/** Before a write that would do harm once somebody else is at work: throws `LeaseLost` when that may be so. */
	check(): void;
}

/** One after the other over all nodes of the forum; a node that dies is succeeded within seconds. */
export interface Leases {
	/**
	 * Does the work while nobody else holds any of the names. `busy` answers when somebody else does for more than
	 * twelve seconds, or when the lease is lost on the way.
	 */
	withLease<T>(
		names: LeaseName | readonly LeaseName[], work: (lease: Lease) => Promise<T>, busy: () => T | Promise<T>,
	): Promise<T>;
}
