/** A category as the forum stores it, without what readers see only in part. */
export interface StoredCategory {
	cid: number;
	/** What the category is in a blueprint; empty for one that was made by hand. */
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
	postQueue: boolean;
	tags: readonly string[];
	minTags: number;
	maxTags: number;
}

/** What of a category can be changed; an absent field stays. */
export type CategoryChange = Partial<Omit<StoredCategory, 'cid'>>;

/** Rights of groups in one category: privileges without NodeBB's `groups:` prefix. */
export type Grants = Readonly<Record<string, readonly string[]>>;

/** The categories of the forum itself; those of other forums are not seen. */
export interface CategoryTree {
	/** In the forum's order. */
	all(): Promise<StoredCategory[]>;
	exists(cid: number): Promise<boolean>;
	/** Of each category, which of these privileges each of these groups has; in one read. */
	grants(cids: readonly number[], groups: readonly string[], privileges: readonly string[]): Promise<Grants[]>;
	/** With the forum's default rights; the key is stored in the same write as the category, most of the rest too. */
	create(category: CategoryChange & { key: string; name: string; parentCid: number; order: number }): Promise<number>;
	change(cid: number, change: CategoryChange): Promise<void>;
	give(cid: number, group: string, privileges: readonly string[]): Promise<void>;
	take(cid: number, group: string, privileges: readonly string[]): Promise<void>;
}

/** A category and those above it, nearest first. */
export function pathOf(cid: number, parents: ReadonlyMap<number, number>): number[] {
	const path: number[] = [];
	// A category below itself would be a fault of the forum; ours is not to hang.
	for (let at = cid; at > 0 && parents.has(at) && !path.includes(at); at = parents.get(at) ?? 0) {
		path.push(at);
	}
	return path;
}
