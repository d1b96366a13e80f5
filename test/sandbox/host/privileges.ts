import type { Context } from './context';
import type { Row } from './database';
import { isNumber } from './text';

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

const everybody = [
	'chat', 'upload:post:image', 'signature', 'search:content', 'search:users', 'search:tags', 'view:users', 'view:tags',
	'view:groups', 'local:login',
];
const globalGrants: readonly (readonly [group: string, privileges: string[]])[] = [
	['registered-users', everybody],
	['Global Moderators', [...everybody, 'ban', 'upload:post:file', 'view:users:info']],
	['guests', ['view:users', 'view:tags', 'view:groups']],
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
	/** One privilege in one category, before plugins say what they think of it. */
	async function held(privilege: string, cid: unknown, uid: number): Promise<boolean> {
		const isModerating = (privilege === 'moderate' || moderating.includes(privilege)) && (
			await c.accounts.isGlobalModerator(uid) ||
			await c.groups.isMember(uid, `cid:${String(cid)}:privileges:moderate`));
		return isModerating || granted(privilege, cid, uid);
	}
	/** HOST: src/privileges/helpers.js `isAllowedTo`: many privileges in a category, or one in many categories. */
	async function isAllowedTo(
		privilege: string | readonly string[], uid: number, cid: unknown,
	): Promise<boolean[]> {
		const asked = typeof privilege === 'string' ? (cid as unknown[]).map(one => [privilege, one] as const) :
			privilege.map(one => [one, cid] as const);
		const before = await Promise.all(asked.map(async ([name, one]) =>
			!await c.db.isSetMember(`cid:${String(one)}:privilegeMask`, name) && held(name, one, uid)));
		return (await c.hooks.fire('filter:privileges:isAllowedTo', { allowed: before, privilege, uid, cid })).allowed;
	}
	/** HOST: src/privileges/helpers.js `isUsersAllowedTo`: many members, one privilege, one category. */
	async function isUsersAllowedTo(privilege: string, uids: readonly number[], cid: unknown): Promise<boolean[]> {
		const before = await Promise.all(uids.map(uid => held(privilege, cid, uid)));
		return (await c.hooks.fire('filter:privileges:isUsersAllowedTo', {
			allowed: before, privilege, uids: [...uids], cid,
		})).allowed;
	}
	async function allowed(privilege: string, cid: unknown, uid: number): Promise<boolean> {
		// Administrators may everything, after plugins were asked all the same.
		const [isAllowed = false] = await isAllowedTo([privilege], uid, Number(cid));
		return isAllowed || c.accounts.isAdministrator(uid);
	}
	/** HOST: src/privileges/users.js `hasGlobalPrivilege`. */
	async function hasGlobal(name: 'Ban' | 'Mute', uid: number): Promise<boolean> {
		const key = `can${name}`;
		const payload: Row = { uid, [key]: await allowed(name.toLowerCase(), 0, uid) };
		return (await c.hooks.fire(`filter:user.has${name}Privilege`, payload))[key] === true;
	}
	/** HOST: src/privileges/categories.js `can`: what is switched off is there for nobody at all. */
	async function open(privilege: string, cid: unknown, uid: number): Promise<boolean> {
		return await c.categories.exists(cid) &&
			!Number(await c.categories.getCategoryField(cid, 'disabled') ?? 0) && allowed(privilege, cid, uid);
	}
	async function place(tid: unknown): Promise<Row> {
		return await c.db.getObject(`topic:${String(tid)}`) ?? {};
	}
	/** HOST: src/privileges/topics.js `canViewDeletedScheduled`, with `view_deleted` as `get` gives it. */
	async function seen(topic: Row, uid: number): Promise<boolean> {
		return Number(topic.scheduled ?? 0) ? allowed('topics:schedule', topic.cid, uid) :
			!Number(topic.deleted ?? 0) || (uid > 0 && Number(topic.uid) === uid) || allowed('posts:view_deleted', topic.cid, uid);
	}
	const isModerator = async (cid: unknown, uid: number): Promise<boolean> => allowed('moderate', cid, uid);

	return {
		categories: {
			can: open,
			isAdminOrMod: isModerator,
			isUsersAllowedTo,
			/** HOST: src/privileges/categories.js `isUserAllowedTo`: one privilege in many categories. */
			isUserAllowedTo: async (privilege: string, cids: unknown, uid: number): Promise<boolean[]> =>
				isAllowedTo(privilege, uid, cids),
			async filterCids(privilege: string, cids: readonly unknown[], uid: number): Promise<unknown[]> {
				const isAllowed = await Promise.all(cids.map(cid => open(privilege, cid, uid)));
				return cids.filter((_cid, index) => isAllowed[index]);
			},
			/** HOST: src/privileges/categories.js `give`: privileges with their `groups:` prefix, and groups' names. */
			async give(list: readonly string[], cid: unknown, members: string | readonly string[]): Promise<void> {
				for (const privilege of list) {
					for (const member of [members].flat()) {
						const name = `cid:${String(cid)}:privileges:${privilege}`;
						await (isNumber(member) ? c.groups.join([name], Number(member)) :
							c.db.setAdd(`group:${name}:members`, member));
					}
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
					const name = `cid:${String(cid)}:privileges:${privilege}`;
					await Promise.all([members].flat().map(member => (isNumber(member) ?
						c.groups.leave([name], Number(member)) : c.db.setRemove(`group:${name}:members`, member))));
				}
				// HOST: src/privileges/global.js says `groupNames`; neither looks whether anybody had the right.
				void (Number(cid) === 0 ?
					c.hooks.fire('action:privileges.global.rescind', { privileges: list, groupNames: [members].flat() }) :
					c.hooks.fire('action:privileges.categories.rescind', {
						privileges: list, cids: [cid], members: [members].flat(),
					}));
			},
		},
		global: {
			can: async (privilege: string, uid: number): Promise<boolean> => allowed(privilege, 0, uid),
			canGroup: async (privilege: string, group: string): Promise<boolean> =>
				c.db.isSetMember(`group:${grantKey(0, privilege)}:members`, group),
		},
		users: {
			hasBanPrivilege: async (uid: number): Promise<boolean> => hasGlobal('Ban', uid),
			hasMutePrivilege: async (uid: number): Promise<boolean> => hasGlobal('Mute', uid),
		},
		/** HOST: src/install.js `giveGlobalPrivileges`: Global Moderators may ban, and mute nobody unless told so. */
		async install(): Promise<void> {
			for (const [group, names] of globalGrants) {
				await Promise.all(names.map(name => c.db.setAdd(`group:${grantKey(0, name)}:members`, group)));
			}
		},
		admin: { can: async (_privilege: string, uid: number): Promise<boolean> => c.accounts.isAdministrator(uid) },
		topics: {
			async can(privilege: string, tid: unknown, uid: number): Promise<boolean> {
				return allowed(privilege, (await place(tid)).cid, uid);
			},
			async isAdminOrMod(tid: unknown, uid: number): Promise<boolean> {
				return isModerator((await place(tid)).cid, uid);
			},
			/** HOST: src/privileges/topics.js `canRead`. */
			async canRead(tid: unknown, uid: number): Promise<boolean> {
				const topic = await place(tid);
				return topic.tid !== undefined && await open('topics:read', topic.cid, uid) && seen(topic, uid);
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
			/** HOST: src/privileges/posts.js `get`. */
			async get(pids: readonly unknown[], uid: number): Promise<Row[]> {
				return Promise.all(pids.map(async (pid) => {
					const post = await c.db.getObject(`post:${String(pid)}`);
					const topic = await place(post?.tid);
					const isOwner = uid > 0 && Number(post?.uid) === uid;
					return {
						'topics:read': await allowed('topics:read', topic.cid, uid) && await seen(topic, uid),
						'posts:view_deleted': isOwner || await allowed('posts:view_deleted', topic.cid, uid),
						disabled: await c.categories.getCategoryField(topic.cid, 'disabled'),
					};
				}));
			},
			async filter(privilege: string, pids: readonly unknown[], uid: number): Promise<unknown[]> {
				const posts = await c.db.getObjects(pids.map(pid => `post:${String(pid)}`));
				const isAllowed = await Promise.all(posts.map(async (post) => {
					const topic = await place(post?.tid);
					// HOST: src/privileges/posts.js `filter`: what is deleted only for whoever may see that.
					const isSeen = !(Number(post?.deleted ?? 0) || Number(topic.deleted ?? 0)) ||
						await allowed('posts:view_deleted', topic.cid, uid);
					return post !== null && isSeen && allowed(privilege, topic.cid, uid);
				}));
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
