import type { Grants, StoredCategory } from '../../kernel/category-tree';

/** A category as the forum has it now, with the rights that a plan speaks of and what clause 3 asks there. */
export interface PresentCategory extends StoredCategory {
	grants: Grants;
	/** Profiles chosen here; empty where nothing is chosen. */
	checklist: { topics: string; replies: string };
}

/** Fields of a category that a plan may change besides name, place and rights. */
export type CategoryField = Exclude<keyof StoredCategory, 'cid' | 'key' | 'name' | 'parentCid' | 'order'>;

export type FieldValue = string | number | boolean;
