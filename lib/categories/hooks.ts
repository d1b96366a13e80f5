import { hook } from '../kernel/slice/slice';
import { textOf } from '../kernel/formats/text';
import type { CategoryMaps } from './guide/category-map';

interface Create { category: Record<string, unknown>; data: Record<string, unknown> }

/** The key is stored in the same write as the category, so that a crash cannot separate them (clause 5). */
export function categoryHooks(maps: Pick<CategoryMaps, 'forget'>) {
	return {
		changed: hook<unknown>('open', 'the cached list expires within a minute', async () => maps.forget()),
		create: hook<Create>('closed', 'without its key the category would be created twice', async ({ category, data }) => {
			const key = textOf(data.forumTermsKey);
			if (/^[a-z][a-z0-9-]{0,59}$/.test(key)) {
				category.forumTermsKey = key;
			}
		}),
	};
}
