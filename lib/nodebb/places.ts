import type { Places } from '../kernel/ports';
import { textOf } from '../kernel/text';
import { hostModule } from './modules';

/** Categories, topics and posts as far as somebody may read them. */
export function nodebbPlaces(): Places {
	const privileges = () => hostModule('./src/privileges');
	return {
		async visibleCategories(uid) {
			const rows = await hostModule('./src/categories').getCategoriesByPrivilege('cid:0:children', uid, 'find');
			return rows.filter(row => Number(row.cid) > 0 && !row.disabled).map(row => ({
				cid: Number(row.cid), name: textOf(row.name), slug: textOf(row.slug),
				description: textOf(row.description),
			}));
		},
		async canRead({ cid, tid, pid }, uid) {
			if (pid !== undefined) {
				const isThere = await hostModule('./src/posts').exists(pid);
				return isThere && await privileges().posts.can('topics:read', pid, uid);
			}
			if (tid !== undefined) {
				const isThere = await hostModule('./src/topics').exists(tid);
				return isThere && await privileges().topics.can('topics:read', tid, uid);
			}
			return cid !== undefined && privileges().categories.can('topics:read', cid, uid);
		},
		async categoryOf({ cid, tid, pid }) {
			const topic = pid !== undefined && tid === undefined ?
				textOf((await hostModule('./src/posts').getPostFields(pid, ['tid'])).tid) : tid;
			const found = cid ?? (topic ? await hostModule('./src/topics').getTopicField(topic, 'cid') : undefined);
			const number = Number(textOf(found));
			return Number.isInteger(number) && number > 0 ? number : null;
		},
		async postFields(pid, names) {
			const row = await hostModule('./src/posts').getPostFields(pid, [...names]);
			return Object.fromEntries(names.map(name => [name, textOf(row[name])]));
		},
	};
}
