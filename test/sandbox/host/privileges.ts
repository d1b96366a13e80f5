import type { Context } from './context';
import type { Row } from './database';

const reading = ['find', 'read', 'topics:read'];
const writing = [
	'topics:create', 'topics:reply', 'topics:crosspost', 'topics:tag', 'posts:edit', 'posts:history', 'posts:delete',
	'posts:upvote', 'posts:downvote', 'topics:delete',
];
const moderating = ['topics:schedule', 'posts:view_deleted', 'purge'];

/** HOST: src/categories/create.js: what a new category grants. */
export const defaultGrants: readonly (readonly [groups: string[], privileges: string[]])[] = [
	[['registered-users', 'fediverse'], [...reading, ...writing]],
	[['administrators', 'Global Moderators'], [...reading, ...writing, ...moderating]],
	[['guests', 'spiders'], reading],
];

const grantKey = (cid: unknown, privilege: string) => `cid:${String(cid)}:privileges:groups:${privilege}`;

/**
 * NodeBB's grants: hidden groups whose members are groups or users; administrators may everything, Global Moderators
 * and the category's own moderators moderate.
 */
export function privileges(c: Context) {
	async function granted(privilege: string, cid: unknown, uid: number): Promise<boolean> {
		const names = await c.db.getSetMembers(`group:${grantKey(cid, privilege)}:members`);
		if (uid <= 0) {
			return names.includes('guests');
		}
		return await c.groups.isMemberOfAny(uid, names) ||
			await c.groups.isMember(uid, `cid:${String(cid)}:privileges:${privilege}`);
	}
	async function allowed(privilege: string, cid: unknown, uid: number): Promise<boolean> {
		if (await c.accounts.isAdministrator(uid)) {
			return true;
		}
		const isModerating = (privilege === 'moderate' || moderating.includes(privilege)) && (
			await c.accounts.isGlobalModerator(uid) ||
			await c.groups.isMember(uid, `cid:${String(cid)}:privileges:moderate`));
		const isAllowed = isModerating || await granted(privilege, cid, uid);
		return (await c.hooks.fire('filter:privileges:isAllowedTo', { allowed: isAllowed, privilege, uid, cid })).allowed;
	}
	/** HOST: src/privileges/categories.js `can`: what is switched off is there for nobody at all. */
	async function open(privilege: string, cid: unknown, uid: number): Promise<boolean> {
		return await c.categories.exists(cid) &&
			!Number(await c.categories.getCategoryField(cid, 'disabled') ?? 0) && allowed(privilege, cid, uid);
	}
	async function place(tid: unknown): Promise<Row> {
		return await c.db.getObject(`topic:${String(tid)}`) ?? {};
	}
	const isModerator = async (cid: unknown, uid: number): Promise<boolean> => allowed('moderate', cid, uid);

	return {
		categories: {
			can: open,
			isAdminOrMod: isModerator,
			async filterCids(privilege: string, cids: readonly unknown[], uid: number): Promise<unknown[]> {
				const isAllowed = await Promise.all(cids.map(cid => open(privilege, cid, uid)));
				return cids.filter((_cid, index) => isAllowed[index]);
			},
			/** HOST: src/privileges/categories.js `give`: privileges with their `groups:` prefix, and groups' names. */
			async give(list: readonly string[], cid: unknown, members: string | readonly string[]): Promise<void> {
				for (const privilege of list) {
					await Promise.all([members].flat().map(name =>
						c.db.setAdd(`group:cid:${String(cid)}:privileges:${privilege}:members`, name)));
				}
			},
			/** HOST: src/groups/update.js `renameGroup`: rights follow the group. */
			async renameGroup(from: string, to: string): Promise<void> {
				for (const cid of await c.db.getSortedSetRange('categories:cid', 0, -1)) {
					for (const privilege of [...reading, ...writing, ...moderating]) {
						const key = `group:${grantKey(cid, privilege)}:members`;
						if (await c.db.isSetMember(key, from)) {
							await c.db.setRemove(key, from);
							await c.db.setAdd(key, to);
						}
					}
				}
			},
			async rescind(list: readonly string[], cid: unknown, members: string | readonly string[]): Promise<void> {
				for (const privilege of list) {
					await Promise.all([members].flat().map(name =>
						c.db.setRemove(`group:cid:${String(cid)}:privileges:${privilege}:members`, name)));
				}
			},
		},
		global: { can: async (_privilege: string, uid: number): Promise<boolean> => uid > 0 },
		admin: { can: async (_privilege: string, uid: number): Promise<boolean> => c.accounts.isAdministrator(uid) },
		topics: {
			async can(privilege: string, tid: unknown, uid: number): Promise<boolean> {
				return allowed(privilege, (await place(tid)).cid, uid);
			},
			async isAdminOrMod(tid: unknown, uid: number): Promise<boolean> {
				return isModerator((await place(tid)).cid, uid);
			},
			/** HOST: src/privileges/topics.js `filterTids`: deleted topics stay for whoever may see them. */
			async filterTids(privilege: string, tids: readonly unknown[], uid: number): Promise<number[]> {
				const kept = await Promise.all(tids.map(async (tid) => {
					const topic = await place(tid);
					const canSee = !topic.deleted || await allowed('posts:view_deleted', topic.cid, uid);
					return topic.tid !== undefined && canSee && await allowed(privilege, topic.cid, uid);
				}));
				return tids.filter((_tid, index) => kept[index]).map(Number);
			},
			async canEdit(tid: unknown, uid: number): Promise<boolean> {
				const topic = await place(tid);
				return Number(topic.uid) === uid || isModerator(topic.cid, uid);
			},
		},
		posts: {
			async can(privilege: string, pid: unknown, uid: number): Promise<boolean> {
				const post = await c.db.getObject(`post:${String(pid)}`);
				return post !== null && allowed(privilege, (await place(post.tid)).cid, uid);
			},
			async filter(privilege: string, pids: readonly unknown[], uid: number): Promise<unknown[]> {
				const posts = await c.db.getObjects(pids.map(pid => `post:${String(pid)}`));
				const isAllowed = await Promise.all(posts.map(async post =>
					post !== null && allowed(privilege, (await place(post.tid)).cid, uid)));
				return pids.filter((_pid, index) => isAllowed[index]);
			},
			/** HOST: src/privileges/posts.js `canEdit` answers a flag and why not. */
			async canEdit(pid: unknown, uid: number): Promise<{ flag: boolean; message: string }> {
				const post = await c.db.getObject(`post:${String(pid)}`);
				const { cid, locked } = await place(post?.tid);
				const isOwner = Number(post?.uid) === uid && uid > 0;
				const isMod = await isModerator(cid, uid);
				if (!isMod && (locked || (post?.deleted && Number(post.deleterUid) !== uid))) {
					return { flag: false, message: locked ? '[[error:topic-locked]]' : '[[error:post-deleted]]' };
				}
				const result = await c.hooks.fire('filter:privileges.posts.edit', {
					edit: await allowed('posts:edit', cid, uid), isOwner, isMod, isEditor: false, pid: Number(pid), uid,
				});
				return { flag: result.edit && (result.isOwner || result.isEditor || result.isMod), message: '[[error:no-privileges]]' };
			},
		},
	};
}

export type Privileges = ReturnType<typeof privileges>;
