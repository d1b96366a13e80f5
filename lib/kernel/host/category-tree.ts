/** A category as the forum stores it, without fields that depend on the reader. */
export interface StoredCategory {
	cid: number;
	/** The category's key in a blueprint; empty if it was made by hand. */
	key: string;
	name: string;
	description: string;
	/** 0 at the top. */
	parentCid: number;
	order: number;
	icon: string;
	background: string;
	colour: string;
	isSection: boolean;
	isDisabled: boolean;
	link: string;
	/** Text that a new topic's composer starts with, with `\n` line ends; empty if none. */
	template: string;
	postQueue: boolean;
	tags: readonly string[];
	minTags: number;
	maxTags: number;
}

/** The fields of a category that can change; an absent field stays as it is. */
export type CategoryChange = Partial<Omit<StoredCategory, 'cid'>>;

/** Rights of groups in a category: privileges without NodeBB's `groups:` prefix. */
export type Grants = Readonly<Record<string, readonly string[]>>;

/** The forum's own categories, without those of other forums. */
export interface CategoryTree {
	/** In the forum's order. */
	all(): Promise<StoredCategory[]>;
	exists(cid: number): Promise<boolean>;
	/** The given privileges of the given groups, per category; one read. */
	grants(cids: readonly number[], groups: readonly string[], privileges: readonly string[]): Promise<Grants[]>;
	/** With the forum's default rights; the key and most other fields are stored in the same write as the category. */
	create(category: CategoryChange & { key: string; name: string; parentCid: number; order: number }): Promise<number>;
	change(cid: number, change: CategoryChange): Promise<void>;
	give(cid: number, group: string, privileges: readonly string[]): Promise<void>;
	take(cid: number, group: string, privileges: readonly string[]): Promise<void>;
}

/** A category and its ancestors, nearest first. */
export function pathOf(cid: number, parents: ReadonlyMap<number, number>): number[] {
	const path: number[] = [];
	// A cycle would be a fault of the forum, but must not hang us.
	for (let at = cid; at > 0 && parents.has(at) && !path.includes(at); at = parents.get(at) ?? 0) {
		path.push(at);
	}
	return path;
}
