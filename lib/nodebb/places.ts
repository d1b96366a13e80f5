import type { Places } from '../kernel/ports';
import { textOf } from '../kernel/text';
import { hostModule } from './modules';

const privileges = () => hostModule('./src/privileges');

/** HOST: src/privileges/posts.js `get` knows of deleted and scheduled topics, but not whether the post is deleted. */
async function canReadPost(pid: string, uid: number): Promise<boolean> {
	const posts = hostModule('./src/posts');
	if (!await posts.exists(pid)) {
		return false;
	}
	const [[may], { deleted }] = await Promise.all([
		privileges().posts.get([pid], uid), posts.getPostFields(pid, ['deleted']),
	]);
	const mayRead = Boolean(may?.['topics:read']) && !Number(may?.disabled ?? 0);
	return mayRead && (!Number(deleted ?? 0) || Boolean(may?.['posts:view_deleted']));
}

/** Categories, topics and posts as far as somebody may read them. */
export function nodebbPlaces(): Places {
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
				return canReadPost(pid, uid);
			}
			if (tid !== undefined) {
				// HOST: src/privileges/topics.js `can` asks for the category alone, deleted and scheduled or not.
				const isThere = await hostModule('./src/topics').exists(tid);
				return isThere && Boolean(await privileges().topics.canRead(tid, uid));
			}
			return cid !== undefined && await hostModule('./src/categories').exists(Number(cid)) &&
				privileges().categories.can('topics:read', cid, uid);
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
