import { groupBy, sortBy } from 'lodash';
import type { CategoryGuide, GuideEntry } from '../../kernel/offers/category-guide';
import type { Places } from '../../kernel/host/ports';
import type { CategoryMaps } from './category-map';

/** All entries in tree order, at one level. */
function flat(entries: readonly GuideEntry[]): GuideEntry[] {
	return entries.flatMap(one => [{ ...one, below: [] }, ...one.below]);
}

/**
 * The current categories, shown with the terms (clause 5). Readers see only categories they may read; subcategories of
 * a hidden one move up to its place.
 */
export function categoryGuide(maps: CategoryMaps, places: Pick<Places, 'allowedIn'>): CategoryGuide {
	return async (uid, language) => {
		const { categories, byCid, rulesOf } = await maps.read();
		const cids = categories.map(({ cid }) => cid);
		const readable = new Set(await places.allowedIn(['find', 'read', 'topics:read'], cids, uid));
		// HOST: src/categories/update.js numbers siblings only, so `order` is meaningful only among siblings.
		const byParent = groupBy(sortBy(categories, ['order', 'cid']),
			({ parentCid }) => (byCid.has(parentCid) ? parentCid : 0));
		const under = (parentCid: number): GuideEntry[] => (byParent[parentCid] ?? []).flatMap((one) => {
			const below = under(one.cid);
			const { cid, name, description } = one;
			const rules = rulesOf(cid, language);
			return one.isDisabled || !readable.has(cid) ? below :
				[{ cid, name, description, rules: rules?.text ?? '', rulesHtml: rules?.html ?? '', below: flat(below) }];
		});
		return under(0);
	};
}
