import type { Soon } from '../../kernel/host/soon';
import type { Places } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { hostModule } from '../core/modules';

const privileges = () => hostModule('./src/privileges');

/** HOST: src/privileges/posts.js `get` respects deleted and scheduled topics, but not deleted posts. */
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

/**
 * One privilege in many categories of this forum, from the forum's group cache. HOST: src/privileges/helpers.js
 * `isAllowedTo` does the same but also reads each category's mask, one command each; src/activitypub/actors.js sets a
 * mask on remote categories only.
 */
async function allowed(right: string, cids: readonly number[], uid: number): Promise<boolean[]> {
	const groups = hostModule('./src/groups');
	const [own, byGroup] = ['', 'groups:'].map(of => cids.map(cid => `cid:${cid}:privileges:${of}${right}`)) as
		[string[], string[]];
	const lists = await Promise.all(uid > 0 ?
		[groups.isMemberOfGroups(uid, own), groups.isMemberOfGroupsList(uid, byGroup)] :
		[groups.isMemberOfGroups('guests', byGroup)]);
	const answered = await hostModule('./src/plugins').hooks.fire('filter:privileges:isAllowedTo', {
		allowed: cids.map((_cid, index) => lists.some(list => list[index])), privilege: right, uid, cid: [...cids],
	});
	return answered.allowed;
}

function numberIn(cid: unknown): number | null {
	const number = Number(textOf(cid));
	return Number.isInteger(number) && number > 0 ? number : null;
}

async function categoryRead(tid: string | undefined, pid: string | undefined): Promise<number | null> {
	const topic = pid !== undefined && tid === undefined ?
		textOf((await hostModule('./src/posts').getPostFields(pid, ['tid'])).tid) : tid;
	return topic ? numberIn(await hostModule('./src/topics').getTopicField(topic, 'cid')) : null;
}

/** HOST: src/database/redis/hash.js keeps the rows of topics; without them a reply would wait for one. */
function categoryOf(tid: string | undefined, pid: string | undefined): Soon<number | null> {
	const row = tid === undefined ? null : hostModule('./src/database').objectCache?.get(`topic:${tid}`);
	return row ? numberIn(row.cid) : categoryRead(tid, pid);
}

/** Categories, topics and posts that somebody may read. */
export function nodebbPlaces(): Places {
	return {
		async visibleCategories(uid) {
			// HOST: src/categories/index.js: the set `cid:0:children` would hold the top level only.
			const categories = hostModule('./src/categories');
			const rows = await categories.getCategoriesByPrivilege('categories:cid', uid, 'find');
			return rows.filter(row => Number(row.cid) > 0 && !row.disabled).map(row => ({
				cid: Number(row.cid), name: textOf(row.name), slug: textOf(row.slug),
				description: textOf(row.description),
			}));
		},
		async allowedIn(rights, cids, uid) {
			const [rows, isAdministrator, ...lists] = await Promise.all([
				hostModule('./src/categories').getCategoriesFields([...cids], ['disabled']),
				hostModule('./src/user').isAdministrator(uid), ...rights.map(right => allowed(right, cids, uid)),
			]);
			return cids.filter((_cid, index) => {
				const row = rows[index];
				return row && !Number(row.disabled ?? 0) && (isAdministrator || lists.every(list => list[index]));
			});
		},
		async canRead({ cid, tid, pid }, uid) {
			if (pid !== undefined) {
				return canReadPost(pid, uid);
			}
			if (tid !== undefined) {
				// HOST: src/privileges/topics.js `can` checks the category only, deleted and scheduled or not.
				const isThere = await hostModule('./src/topics').exists(tid);
				return isThere && Boolean(await privileges().topics.canRead(tid, uid));
			}
			return cid !== undefined && await hostModule('./src/categories').exists(Number(cid)) &&
				privileges().categories.can('topics:read', cid, uid);
		},
		categoryOf: ({ cid, tid, pid }) => (cid === undefined ? categoryOf(tid, pid) : numberIn(cid)),
		async categoryPath(cid) {
			const path: number[] = [];
			// A cycle would be a fault of the forum, but must not hang us.
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
		/** HOST: src/user/index.js `getModeratedCids` includes global moderators, but not administrators. */
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
