import { edge, type FailPolicy } from '../kernel/edges';
import type { Log } from '../kernel/ports';
import { textOf } from '../kernel/text';
import type { CategoryMaps } from './category-map';

interface Create { category: Record<string, unknown>; data: Record<string, unknown> }

/** A category without its key is made a second time by the next apply: better none at all. */
export const categoryFailPolicies = { 'category-key': 'closed', 'category-changed': 'open' } as const satisfies Record<string, FailPolicy>;

/** The key is stored in the same write as the category, so that no crash can part them (clause 5). */
export function categoryHooks(log: Log, maps: CategoryMaps) {
	return {
		changed: edge<unknown>({
			slice: 'categories', event: 'category-changed', onFailure: categoryFailPolicies['category-changed'], log,
		}, async (payload) => {
			maps.forget();
			return payload;
		}),
		create: edge<Create>({
			slice: 'categories', event: 'category-key', onFailure: categoryFailPolicies['category-key'], log,
		}, async (payload) => {
			const key = textOf(payload.data.forumTermsKey);
			if (/^[a-z][a-z0-9-]{0,59}$/.test(key)) {
				payload.category.forumTermsKey = key;
			}
			return payload;
		}),
	};
}
