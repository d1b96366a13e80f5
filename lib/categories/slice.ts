import type { Host } from '../kernel/ports';
import { blueprints, type BlueprintNeighbours, type Blueprints } from './blueprints';
import { blueprintStore, type BlueprintStore } from './store';

/** The finished pieces of clause 5. */
export interface CategoryParts { store: BlueprintStore; blueprints: Blueprints }

/** Puts them together over a host. */
export function categoriesSlice(host: Host, neighbours: BlueprintNeighbours): CategoryParts {
	const store = blueprintStore(host.database);
	return { store, blueprints: blueprints({ store, ...neighbours, host }) };
}
