import type { Places } from '../kernel/ports';
import { textOf } from '../kernel/text';
import { hostModule } from './modules';

/** Categories, topics and posts as far as somebody may read them. */
export function nodebbPlaces(): Places {
	const privileges = () => hostModule('./src/privileges');
	return {
		async visibleCategories(uid) {
			// HOST: src/categories/index.js: the set `cid:0:children` would hold the top only.
			const categories = hostModule('./src/categories');
			const rows = await categories.getCategoriesByPrivilege('categories:cid', uid, 'find');
			return rows.filter(row => Number(row.cid) > 0 && !row.disabled).map(row => ({
				cid: Number(row.cid), name: textOf(row.name), slug: textOf(row.slug),
				description: textOf(row.description),
			}));
		},
		/** HOST: src/privileges/categories.js `filterCids` reads `disabled` of each; an unknown one would throw. */
		async allowedIn(rights, cids, uid) {
			const lists = await Promise.all(rights.map(right =>
				privileges().categories.filterCids(right, [...cids], uid)));
			const allowed = lists.map(list => new Set(list.map(Number)));
			return cids.filter(cid => allowed.every(list => list.has(cid)));
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
		async categoryPath(cid) {
			const path: number[] = [];
			// A category below itself would be a fault of the forum; ours is not to hang.
			for (let at = cid; at > 0 && !path.includes(at);) {
				path.push(at);
				at = Number(await hostModule('./src/categories').getCategoryField(at, 'parentCid') ?? 0);
			}
			return path;
		},
		async canModerate(cid, uid) {
			const user = hostModule('./src/user');
			return uid > 0 && (await user.isAdminOrGlobalMod(uid) || (cid > 0 && await user.isModerator(uid, cid)));
		},
		/** HOST: src/user/index.js `getModeratedCids` knows global moderators, but not administrators. */
		async moderatedBy(uid) {
			const user = hostModule('./src/user');
			return uid > 0 && await user.isAdminOrGlobalMod(uid) ? 'all' :
				uid > 0 ? (await user.getModeratedCids(uid)).map(Number) : [];
		},
		async staffOf(cid) {
			const [moderators] = await hostModule('./src/categories').getModeratorUids([cid]);
			const groups = hostModule('./src/groups');
			const lists = await Promise.all(['administrators', 'Global Moderators'].map(name => groups.getMembers(name, 0, -1)));
			return [...new Set([...lists.flat(), ...moderators ?? []].map(Number))].filter(uid => uid > 0);
		},
		async postFields(pid, names) {
			const row = await hostModule('./src/posts').getPostFields(pid, [...names]);
			return Object.fromEntries(names.map(name => [name, textOf(row[name])]));
		},
	};
}
