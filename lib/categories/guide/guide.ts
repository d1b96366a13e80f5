import { groupBy, sortBy } from 'lodash';
import type { CategoryGuide, GuideEntry } from '../../kernel/offers/category-guide';
import type { Places } from '../../kernel/host/ports';
import type { CategoryMaps } from './category-map';
import { wordIn } from '../blueprint/plan-rules';

/** As a tree is read: each before what lies below it, at one level. */
function flat(entries: readonly GuideEntry[]): GuideEntry[] {
	return entries.flatMap(one => [{ ...one, below: [] }, ...one.below]);
}

/**
 * The list of categories that the terms speak of (clause 5), as it is at this moment. Whoever may not read a category
 * does not see it; what lies below one that they may not see stands in its place.
 */
export function categoryGuide(maps: CategoryMaps, places: Pick<Places, 'allowedIn'>): CategoryGuide {
	return async (uid, language) => {
		const { categories, byCid } = await maps.read();
		const cids = categories.map(({ cid }) => cid);
		const readable = new Set(await places.allowedIn(['find', 'read', 'topics:read'], cids, uid));
		// HOST: src/categories/update.js numbers siblings only: the order of the whole forum says nothing.
		const byParent = groupBy(sortBy(categories, ['order', 'cid']),
			({ parentCid }) => (byCid.has(parentCid) ? parentCid : 0));
		const under = (parentCid: number): GuideEntry[] => (byParent[parentCid] ?? []).flatMap((one) => {
			const below = under(one.cid);
			const { cid, name, description, rules } = one;
			return one.isDisabled || !readable.has(cid) ? below :
				[{ cid, name, description, rules: wordIn(rules, language), below: flat(below) }];
		});
		return under(0);
	};
}
