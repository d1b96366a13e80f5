import { groupBy } from 'lodash';
import type { CategoryGuide, GuideEntry } from '../kernel/category-guide';
import type { Places } from '../kernel/ports';
import type { CategoryMaps, MappedCategory } from './category-map';
import { wordIn } from './plan-rules';

/**
 * The list of categories that the terms speak of (clause 5), as it is at this moment. Whoever may not read a category
 * does not see it; what lies below one that he may not see moves up.
 */
export function categoryGuide(maps: CategoryMaps, places: Pick<Places, 'allowedIn'>): CategoryGuide {
	return async (uid, language) => {
		const { categories } = await maps.read();
		const cids = categories.map(({ cid }) => cid);
		const readable = new Set(await places.allowedIn(['find', 'read', 'topics:read'], cids, uid));
		const shown = categories.filter(({ cid, isDisabled }) => !isDisabled && readable.has(cid));
		const entry = ({ cid, name, description, rules }: MappedCategory, below: GuideEntry[]): GuideEntry =>
			({ cid, name, description, rules: wordIn(rules, language), below });
		const byAbove = groupBy(shown, one => one.path.slice(1).find(cid => readable.has(cid)) ?? 0);
		/** As a tree is read: each before what lies below it. */
		const under = (above: number): MappedCategory[] =>
			(byAbove[above] ?? []).flatMap(one => [one, ...under(one.cid)]);
		return (byAbove[0] ?? []).map(one => entry(one, under(one.cid).map(other => entry(other, []))));
	};
}
