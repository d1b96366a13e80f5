import type { CategorySuggestions } from '../kernel/offers/category-suggestion';
import type { Host } from '../kernel/host/ports';
import type { SecurityPlaceLookup } from '../kernel/offers/security-place';
import type { Slice } from '../kernel/slice/slice';
import type { Forum } from '../platform/forum/forum';
import { blueprints, type BlueprintNeighbours } from './blueprint/blueprints';
import { categoryHooks } from './hooks';
import { blueprintJobs } from './jobs';
import type { KnownCategories } from './known';
import { moveHooks } from './guide/move-hooks';
import { pointers } from './guide/pointers';
import { blueprintDownloads, blueprintRoutes } from './routes';
import { ruleHooks } from './guide/rules-shown';
import { rulesRoutes } from './rules-routes';
import { categorySettings } from './guide/settings';
import { suggestions } from './guide/suggestions';
import { templateReviewer } from './guide/template-reviewer';

export interface CategoriesSlice extends Slice {
	suggestionFor: CategorySuggestions;
}

type Neighbours = BlueprintNeighbours & { known: KnownCategories; isSecurityPlace: SecurityPlaceLookup };

/** The category structure (clause 5), and the first sentence of clause 4. */
export function categoriesSlice(
	host: Host, forum: Pick<Forum, 'settings'>, { known: { store, maps, rules }, isSecurityPlace, ...neighbours }: Neighbours,
): CategoriesSlice {
	const settings = forum.settings(categorySettings);
	const structure = blueprints({ store, rules, ...neighbours, host });
	const moves = pointers({
		database: host.database, topics: host.topics, places: host.places, maps, settings, clock: host.clock,
		cache: host.cache('forum-terms-moved', { max: 5000, ttlSeconds: 60 }),
	});
	return {
		name: 'categories', clause: '5', settings: categorySettings,
		reviewers: [templateReviewer({ maps, isSecurityPlace, host })],
		hooks: { ...categoryHooks(maps, rules), ...moveHooks(moves), ...ruleHooks(maps, host) },
		routes: [...blueprintRoutes(structure, host.members), ...rulesRoutes(structure, rules)],
		downloads: blueprintDownloads(structure),
		jobs: blueprintJobs(host, { blueprints: structure, store, pointers: moves }),
		adminTabs: [{ id: 'categories', title: 'admin/plugins/forum-terms:tab.categories' }],
		setup: [{ name: 'categories', opens: 'categories', presses: 'blueprint-look', isDone: async () => await store.applied() !== null }],
		suggestionFor: suggestions({ maps, settings, places: host.places, isSecurityPlace }),
	};
}
