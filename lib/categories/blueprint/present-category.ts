import type { ChosenChecklists } from '../../kernel/offers/checklist-places';
import type { Words } from '../rules/words';
import type { Grants, StoredCategory } from '../../kernel/host/category-tree';

/** An existing category, with its managed rights its checklists and its rules. */
export interface PresentCategory extends StoredCategory {
	grants: Grants;
	/** Profiles chosen here; empty if inherited. `recordOnly`: those of them that stop nobody. */
	checklist: { topics: string; replies: string; recordOnly: readonly ('topics' | 'replies')[] };
	rules: Words;
}

/** Fields that a plan may change besides name, position and rights. */
export type CategoryField = Exclude<keyof StoredCategory, 'cid' | 'key' | 'name' | 'parentCid' | 'order'>;

export type FieldValue = string | number | boolean;

export const nothingChosen: PresentCategory['checklist'] = { topics: '', replies: '', recordOnly: [] };

/** Whether a choice asks something; only that can stop somebody, or only record. */
export const asksSomething = (profile: string): boolean => profile !== '' && profile !== 'none';

/** The checklists chosen in a category. */
export function checklistAt(chosen: ChosenChecklists, cid: number): PresentCategory['checklist'] {
	const at = (asked: 'topics' | 'replies') => chosen[asked][cid] ?? '';
	return {
		topics: at('topics'), replies: at('replies'),
		recordOnly: (['topics', 'replies'] as const).filter(asked =>
			asksSomething(at(asked)) && chosen.recordOnly[asked].includes(cid)),
	};
}
