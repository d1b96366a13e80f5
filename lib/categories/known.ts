import type { CategoryGuide } from '../kernel/offers/category-guide';
import type { RulesLookup } from '../kernel/offers/category-rules';
import type { SuggestionNote } from '../kernel/offers/category-suggestion';
import type { Host } from '../kernel/host/ports';
import { categoryMaps, type CategoryMaps } from './guide/category-map';
import { categoryGuide } from './guide/guide';
import { blueprintStore, type BlueprintStore } from './blueprint/store';
import { rulesLookup } from './guide/rules-shown';
import { categoryRules, type CategoryRules } from './rules/rules-store';
import { suggestionNotes } from './guide/suggestions';

/** What is known about the forum's categories; built first, because other slices need it before the blueprints. */
export interface KnownCategories {
	store: BlueprintStore;
	maps: CategoryMaps;
	guide: CategoryGuide;
	suggestionNote: SuggestionNote;
	rules: CategoryRules;
	rulesOf: RulesLookup;
}

type KnownBy = Pick<Host, 'database' | 'categories' | 'places' | 'cache' | 'site' | 'translate'>;

export function knownCategories({ database, categories, places, cache, site, translate }: KnownBy): KnownCategories {
	const plain = blueprintStore(database);
	const written = categoryRules(database);
	const maps = categoryMaps({
		tree: categories, store: plain, rules: written, cache: cache('forum-terms-category-map', { max: 1, ttlSeconds: 60 }),
		forum: () => site.url,
	});
	return {
		maps,
		store: {
			...plain,
			async saveApplied(applied) {
				await plain.saveApplied(applied);
				maps.forget();
			},
		},
		rules: {
			...written,
			async save(cid, texts) {
				await written.save(cid, texts);
				maps.forget();
			},
		},
		rulesOf: rulesLookup(maps, places),
		guide: categoryGuide(maps, places),
		suggestionNote: suggestionNotes({ maps, places, translate }),
	};
}
