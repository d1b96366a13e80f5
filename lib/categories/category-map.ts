import type { CategoryTree, StoredCategory } from '../kernel/category-tree';
import type { Cache } from '../kernel/ports';
import { readThrough } from '../kernel/read-through';
import type { BlueprintStore } from './store';
import { wordIndex, type WordIndex } from './suggestion-rules';

/** A category of the forum with what the blueprint that was applied last says about it. */
export interface MappedCategory extends StoredCategory {
	/** Itself and those above it, nearest first. */
	path: readonly number[];
	/** Language of its area; empty where people write in any. */
	language: string;
	rules?: Readonly<Record<string, string>>;
}

/** All categories, kept in memory until one changes. */
export interface CategoryMap {
	categories: readonly MappedCategory[];
	byCid: ReadonlyMap<number, MappedCategory>;
	words: WordIndex;
}

export interface CategoryMaps {
	read(): Promise<CategoryMap>;
	/** After a category or the blueprint changed. */
	forget(): void;
}

function pathOf(cid: number, parents: ReadonlyMap<number, number>): number[] {
	const path: number[] = [];
	// A category below itself would be a fault of the forum; ours is not to hang.
	for (let at = cid; at > 0 && parents.has(at) && !path.includes(at); at = parents.get(at) ?? 0) {
		path.push(at);
	}
	return path;
}

export function categoryMaps(
	{ tree, store, cache }: { tree: CategoryTree; store: Pick<BlueprintStore, 'applied'>; cache: Cache },
): CategoryMaps {
	const kept = readThrough<CategoryMap>(cache, async () => {
		const [stored, applied] = await Promise.all([tree.all(), store.applied()]);
		const said = new Map(applied?.blueprint.categories.map(one => [one.key, one]));
		const parents = new Map(stored.map(({ cid, parentCid }) => [cid, parentCid]));
		const keys = new Map(stored.map(({ cid, key }) => [cid, key]));
		const categories = stored.map((one): MappedCategory => {
			const path = pathOf(one.cid, parents);
			const rules = said.get(one.key)?.rules;
			const language = path.map(cid => said.get(keys.get(cid) ?? '')?.language).find(tag => tag !== undefined);
			return { ...one, path, language: language ?? '', ...rules ? { rules } : {} };
		});
		// Headings, switched-off places and links to elsewhere hold no topics.
		const open = categories.filter(one => !one.isSection && !one.isDisabled && one.link === '');
		return {
			categories, byCid: new Map(categories.map(one => [one.cid, one])),
			words: wordIndex(open.map(({ cid, key, path, language }) =>
				({ cid, path, language, words: said.get(key)?.words ?? [] }))),
		};
	});
	return { read: () => kept.get('all'), forget: () => kept.forget('all') };
}
