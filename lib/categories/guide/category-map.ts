import { pathOf, type CategoryTree, type StoredCategory } from '../../kernel/host/category-tree';
import type { Cache } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/host/read-through';
import { identified } from '../blueprint/identity';
import type { BlueprintStore } from '../blueprint/store';
import { wordIndex, type WordIndex } from './suggestion-rules';

/** A category with what the applied blueprint says about it. */
export interface MappedCategory extends StoredCategory {
	/** The category and its ancestors, nearest first. */
	path: readonly number[];
	/** Language of its area; empty for any. */
	language: string;
	rules?: Readonly<Record<string, string>>;
}

/** All categories, cached until one changes. */
export interface CategoryMap {
	categories: readonly MappedCategory[];
	byCid: ReadonlyMap<number, MappedCategory>;
	words: WordIndex;
}

export interface CategoryMaps {
	read(): Promise<CategoryMap>;
	/** Call after a category or the blueprint changed. */
	forget(): void;
}

export function categoryMaps(
	{ tree, store, cache, forum }: {
		tree: CategoryTree; store: Pick<BlueprintStore, 'applied'>; cache: Cache;
		/** Address of the forum. */
		forum: () => string;
	},
): CategoryMaps {
	const kept = readThrough<CategoryMap>(cache, async () => {
		const [stored, applied] = await Promise.all([tree.all(), store.applied()]);
		const named = identified(applied?.blueprint ?? { blueprint: 1, categories: [] }, stored, { forum: forum() });
		const said = new Map(applied?.blueprint.categories.map(one => [named.get(one.key)?.cid, one]));
		const parents = new Map(stored.map(({ cid, parentCid }) => [cid, parentCid]));
		const categories = stored.map((one): MappedCategory => {
			const path = pathOf(one.cid, parents);
			const rules = said.get(one.cid)?.rules;
			const language = path.map(cid => said.get(cid)?.language).find(tag => tag !== undefined);
			return { ...one, path, language: language ?? '', ...rules ? { rules } : {} };
		});
		// Sections, disabled categories and links contain no topics.
		const open = categories.filter(one => !one.isSection && !one.isDisabled && one.link === '');
		return {
			categories, byCid: new Map(categories.map(one => [one.cid, one])),
			words: wordIndex(open.map(({ cid, path, language }) =>
				({ cid, path, language, words: said.get(cid)?.words ?? [] }))),
		};
	});
	return { read: () => kept.get('all'), forget: () => kept.forget('all') };
}
