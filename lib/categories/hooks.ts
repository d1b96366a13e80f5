import { hook } from '../kernel/slice/slice';
import { textOf } from '../kernel/formats/text';
import type { CategoryMaps } from './guide/category-map';
import type { CategoryRules } from './rules/rules-store';

interface Create { category: Record<string, unknown>; data: Record<string, unknown> }

/** The key is stored in the same write as the category, so that a crash cannot separate them (clause 5). */
export function categoryHooks(maps: Pick<CategoryMaps, 'forget'>, rules: Pick<CategoryRules, 'save'>) {
	return {
		changed: hook<unknown>('open', 'the cached list expires within a minute', () => maps.forget()),
		deleted: hook<{ cid?: unknown }>('open', 'nobody reads the rules of a category that is gone', async ({ cid }) => {
			await rules.save(Number(cid), {});
			maps.forget();
		}),
		create: hook<Create>('closed', 'without its key the category would be created twice', ({ category, data }) => {
			const key = textOf(data.forumTermsKey);
			if (/^[a-z][a-z0-9-]{0,59}$/.test(key)) {
				category.forumTermsKey = key;
			}
		}),
	};
}
