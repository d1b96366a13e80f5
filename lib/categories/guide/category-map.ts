import { memoize } from 'lodash';
import type { ShownRules } from '../../kernel/offers/category-rules';
import { pathOf, type CategoryTree, type StoredCategory } from '../../kernel/host/category-tree';
import type { Cache } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/host/read-through';
import { identified } from '../blueprint/identity';
import type { BlueprintStore } from '../blueprint/store';
import { rulesHtml } from '../rules/rules-html';
import type { CategoryRules } from '../rules/rules-store';
import { wordIn } from '../rules/words';
import { wordIndex, type WordIndex } from './suggestion-rules';
import type { Soon } from '../../kernel/host/soon';

/** A category with what the applied blueprint says about it. */
export interface MappedCategory extends StoredCategory {
	/** The category and its ancestors, nearest first. */
	path: readonly number[];
	/** Language of its area; empty for any. */
	language: string;
}

/** All categories, cached until one changes. */
export interface CategoryMap {
	categories: readonly MappedCategory[];
	byCid: ReadonlyMap<number, MappedCategory>;
	words: WordIndex;
	/** Whether any category has rules, or a template for the text of its topics. */
	hasRules: boolean;
	hasTemplates: boolean;
	/** The rules of a category in a language; null if it has none. */
	rulesOf(cid: number, language: string): ShownRules | null;
}

export interface CategoryMaps {
	read(): Soon<CategoryMap>;
	/** Call after a category or the blueprint changed. */
	forget(): void;
}

export function categoryMaps(
	{ tree, store, rules, cache, forum }: {
		tree: CategoryTree; store: Pick<BlueprintStore, 'applied'>;
		rules: Pick<CategoryRules, 'all'>; cache: Cache;
		/** Address of the forum. */
		forum: () => string;
	},
): CategoryMaps {
	const kept = readThrough<CategoryMap>(cache, async () => {
		const [stored, applied, written] = await Promise.all([tree.all(), store.applied(), rules.all()]);
		const named = identified(applied?.blueprint ?? { blueprint: 1, categories: [] }, stored, { forum: forum() });
		const said = new Map(applied?.blueprint.categories.map(one => [named.get(one.key)?.cid, one]));
		const parents = new Map(stored.map(({ cid, parentCid }) => [cid, parentCid]));
		const categories = stored.map((one): MappedCategory => {
			const path = pathOf(one.cid, parents);
			const language = path.map(cid => said.get(cid)?.language).find(tag => tag !== undefined);
			return { ...one, path, language: language ?? '' };
		});
		// Sections, disabled categories and links contain no topics.
		const open = categories.filter(one => !one.isSection && !one.isDisabled && one.link === '');
		const html = memoize(rulesHtml);
		return {
			categories, byCid: new Map(categories.map(one => [one.cid, one])),
			words: wordIndex(open.map(({ cid, path, language }) =>
				({ cid, path, language, words: said.get(cid)?.words ?? [] }))),
			hasRules: written.size > 0,
			hasTemplates: categories.some(({ template }) => template !== ''),
			rulesOf(cid, tag) {
				const text = wordIn(written.get(cid), tag);
				return text === '' ? null : { text, html: html(text) };
			},
		};
	});
	return { read: () => kept.get('all'), forget: () => kept.forget('all') };
}
