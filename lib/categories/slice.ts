import type { Host } from '../kernel/ports';
import { blueprints, type BlueprintNeighbours, type Blueprints } from './blueprints';
import type { CategoryGuide } from '../kernel/category-guide';
import type { CategorySuggestions, SuggestionNote } from '../kernel/category-suggestion';
import type { SecurityPlaceLookup } from '../kernel/security-place';
import { readSettings } from '../kernel/settings';
import { categoryMaps, type CategoryMaps } from './category-map';
import { categoryGuide } from './guide';
import { pointers, type Pointers } from './pointers';
import { categorySettings, type CategorySettings } from './settings';
import { blueprintStore, type BlueprintStore } from './store';
import { suggestions } from './suggestions';

/** The finished pieces of clause 5. */
export interface CategoryParts {
	store: BlueprintStore;
	blueprints: Blueprints;
	maps: CategoryMaps;
	settings: () => Promise<CategorySettings>;
	guide: CategoryGuide;
	suggestionFor: CategorySuggestions;
	suggestionNote: SuggestionNote;
	pointers: Pointers;
}

/** Puts them together over a host. */
export function categoriesSlice(
	host: Host, neighbours: BlueprintNeighbours & { isSecurityPlace: SecurityPlaceLookup },
): CategoryParts {
	const settings = async (): Promise<CategorySettings> => readSettings(categorySettings, await host.settings.read());
	const plain = blueprintStore(host.database);
	const maps = categoryMaps({
		tree: host.categories, store: plain, cache: host.cache('forum-terms-category-map', { max: 1, ttlSeconds: 60 }),
		forum: () => host.site.url,
	});
	const store: BlueprintStore = {
		...plain,
		async saveApplied(applied) {
			await plain.saveApplied(applied);
			maps.forget();
		},
	};
	return {
		store, maps, settings, blueprints: blueprints({ store, ...neighbours, host }),
		guide: categoryGuide(maps, host.places),
		pointers: pointers({
			database: host.database, topics: host.topics, places: host.places, maps, settings, clock: host.clock,
			cache: host.cache('forum-terms-moved', { max: 5000, ttlSeconds: 60 }),
		}),
		...suggestions({
			maps, settings, places: host.places, isSecurityPlace: neighbours.isSecurityPlace, translate: host.translate,
		}),
	};
}
