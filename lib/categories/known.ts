import type { CategoryGuide } from '../kernel/offers/category-guide';
import type { SuggestionNote } from '../kernel/offers/category-suggestion';
import type { Host } from '../kernel/host/ports';
import { categoryMaps, type CategoryMaps } from './guide/category-map';
import { categoryGuide } from './guide/guide';
import { blueprintStore, type BlueprintStore } from './blueprint/store';
import { suggestionNotes } from './guide/suggestions';

/** What is known about the forum's categories; built first, because other slices need it before the blueprints. */
export interface KnownCategories {
	store: BlueprintStore;
	maps: CategoryMaps;
	guide: CategoryGuide;
	suggestionNote: SuggestionNote;
}

type KnownBy = Pick<Host, 'database' | 'categories' | 'places' | 'cache' | 'site' | 'translate'>;

export function knownCategories({ database, categories, places, cache, site, translate }: KnownBy): KnownCategories {
	const plain = blueprintStore(database);
	const maps = categoryMaps({
		tree: categories, store: plain, cache: cache('forum-terms-category-map', { max: 1, ttlSeconds: 60 }),
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
		guide: categoryGuide(maps, places),
		suggestionNote: suggestionNotes({ maps, places, translate }),
	};
}
