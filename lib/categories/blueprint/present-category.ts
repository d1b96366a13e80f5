import type { Words } from '../rules/words';
import type { Grants, StoredCategory } from '../../kernel/host/category-tree';

/** An existing category, with its managed rights its checklists and its rules. */
export interface PresentCategory extends StoredCategory {
	grants: Grants;
	/** Profiles chosen here; empty if inherited. */
	checklist: { topics: string; replies: string };
	rules: Words;
}

/** Fields that a plan may change besides name, position and rights. */
export type CategoryField = Exclude<keyof StoredCategory, 'cid' | 'key' | 'name' | 'parentCid' | 'order'>;

export type FieldValue = string | number | boolean;
