import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { bans } from './bans';
import type { Context } from './context';
import type { Row } from './database';
import { groundOf } from './icons';
import { slugify, textOf } from './text';

export interface NewAccount extends Row {
	username?: string; password?: string; hashedPassword?: string; email?: string;
}

const guest: Row = { uid: 0, username: '[[global:guest]]', userslug: '', picture: '' };

function hashOf(password: string, salt: string): string {
	// Cheap on purpose: specs make hundreds of accounts.
	return scryptSync(password, salt, 32, { N: 16 }).toString('hex');
}

/** NodeBB's `user` module as far as the plugin and the pages need it. */
export function accounts(c: Context) {
	async function fieldsOf(uid: number, fields: readonly string[]): Promise<Row> {
		// HOST: src/user/data.js `modifyUserData`: reading a ban ends it when its time is over.
		const isAsked = uid > 0 && ['banned', 'banned:expire', 'muted', 'mutedUntil'].some(name => fields.includes(name));
		const standing = isAsked ? await user.bans.standing(uid) : {};
		const stored = uid > 0 ? await c.db.getObject(`user:${uid}`) : null;
		const row: Row | null = stored && { ...stored, ...standing };
		const known = row ? {
			'icon:text': String(row.username).charAt(0).toUpperCase(), 'icon:bgColor': groundOf(Number(row.uid)), ...row,
		} : guest;
		return Object.fromEntries(fields.map(field => [field, (known)[field] ?? (field === 'uid' ? 0 : null)]));
	}

	const user = {
		checkUsernameLength(username: unknown): void {
			if (typeof username !== 'string' || username.length < Number(c.config.minimumUsernameLength)) {
				throw new Error('[[error:username-too-short]]');
			}
			if (username.length > Number(c.config.maximumUsernameLength)) {
				throw new Error('[[error:username-too-long]]');
			}
		},
		isPasswordValid(password: unknown): void {
			if (typeof password !== 'string' || password.length < Number(c.config.minimumPasswordLength)) {
				throw new Error('[[user:change-password-error-length]]');
			}
		},
		hashPassword(password: string): string {
			const salt = randomBytes(8).toString('hex');
			return `${salt}:${hashOf(password, salt)}`;
		},
		async create(data: NewAccount, opts: Row = {}): Promise<number> {
			const username = textOf(data.username).trim();
			user.checkUsernameLength(username);
			if (await user.getUidByUserslug(slugify(username))) {
				throw new Error('[[error:username-taken]]');
			}
			const now = Date.now();
			let account: Row = { username, userslug: slugify(username), joindate: now, lastonline: now, status: 'online' };
			({ user: account } = await c.hooks.fire('filter:user.create', { user: account, data, opts }));
			const uid = await c.db.incrObjectField('global', 'nextUid');
			account.uid = uid;
			await c.db.setObject(`user:${uid}`, account);
			await Promise.all([
				c.db.incrObjectField('global', 'userCount'),
				c.db.sortedSetAdd('username:uid', uid, username),
				c.db.sortedSetAdd('userslug:uid', uid, slugify(username)),
				c.db.sortedSetAdd('users:joindate', now, uid),
				c.groups.join(['registered-users', 'unverified-users'], uid),
			]);
			const password = data.hashedPassword ?? (data.password ? user.hashPassword(data.password) : '');
			if (password) {
				await c.db.setObjectField(`user:${uid}`, 'password', password);
			}
			if (data.email) {
				// HOST: src/user/email.js: an address counts once somebody followed the link to it.
				await c.db.set(`confirm:byUid:${uid}`, `code-${uid}`);
				await c.db.setObject(`confirm:code-${uid}`, { uid, email: data.email });
			}
			void c.hooks.fire('action:user.create', { user: account, data, opts });
			return uid;
		},
		async isPasswordCorrect(uid: number, password: string): Promise<boolean> {
			const stored = textOf(await c.db.getObjectField(`user:${uid}`, 'password'));
			const [salt = '', hash = ''] = stored.split(':');
			return hash !== '' && timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(hashOf(password, salt), 'hex'));
		},
		async exists(uid: number): Promise<boolean> {
			return c.db.exists(`user:${uid}`);
		},
		async getUidByUsername(username: string): Promise<number> {
			return Number(await c.db.sortedSetScore('username:uid', username) ?? 0);
		},
		async getUidsByUsernames(usernames: readonly string[]): Promise<number[]> {
			return Promise.all(usernames.map(name => user.getUidByUsername(name)));
		},
		async getUidByUserslug(userslug: string): Promise<number> {
			return Number(await c.db.sortedSetScore('userslug:uid', userslug) ?? 0);
		},
		getUserFields: (uid: number, fields: readonly string[]): Promise<Row> => fieldsOf(uid, fields),
		async getUserField(uid: number, field: string): Promise<unknown> {
			return (await fieldsOf(uid, [field]))[field] ?? null;
		},
		async getUsersFields(uids: number[], fields: string[]): Promise<Row[]> {
			return Promise.all(uids.map(uid => fieldsOf(Number(uid), fields)));
		},
		async setUserField(uid: number, field: string, value: unknown): Promise<void> {
			await c.db.setObjectField(`user:${uid}`, field, value);
		},
		async setUserFields(uid: number, data: Row): Promise<void> {
			await c.db.setObject(`user:${uid}`, data);
		},
		async getSettings(uid: number): Promise<{ userLang: string }> {
			const row = uid > 0 ? await c.db.getObject(`user:${uid}:settings`) : null;
			return { userLang: String((row?.userLang as string | undefined) ?? c.config.defaultLang ?? 'en-GB') };
		},
		/** HOST: src/user/settings.js `onSettingsLoaded`, as far as types of notifications go. */
		async getMultipleUserSettings(uids: number[]): Promise<Row[]> {
			const rows = await c.db.getObjects(uids.map(uid => `user:${uid}:settings`));
			const { types, privilegedTypes } = await c.hooks.fire('filter:user.notificationTypes', {
				types: c.notifications.baseTypes.slice(), privilegedTypes: ['notificationType_new-post-flag'],
			});
			const known = ['none', 'notification', 'email', 'notificationemail'];
			const valid = (chosen: unknown) => (known.includes(String(chosen)) ? chosen : 'notification');
			return uids.map((uid, index) => ({
				...rows[index], uid, ...Object.fromEntries([...types, ...privilegedTypes].map(type =>
					[type, valid(rows[index]?.[type] ?? c.config[type])])),
			}));
		},
		async setSetting(uid: number, key: string, value: string): Promise<void> {
			await c.db.setObjectField(`user:${uid}:settings`, key, value);
		},
		isAdministrator: async (uid: number): Promise<boolean> => c.groups.isMember(uid, 'administrators'),
		isGlobalModerator: async (uid: number): Promise<boolean> => c.groups.isMember(uid, 'Global Moderators'),
		/** HOST: src/privileges/users.js `isModerator`: of one category, or of each of many. */
		async isModerator<C>(uid: number, cid: C): Promise<C extends unknown[] ? boolean[] : boolean> {
			const found = await Promise.all([cid].flat().map(one => c.privileges.categories.isAdminOrMod(one, uid)));
			return (Array.isArray(cid) ? found : found[0]) as C extends unknown[] ? boolean[] : boolean;
		},
		async getModeratedCids(uid: number): Promise<string[]> {
			const cids = await c.db.getSortedSetRange('categories:cid', 0, -1);
			const isMod = await Promise.all(cids.map(cid => user.isModerator(uid, cid)));
			return cids.filter((_cid, index) => isMod[index]);
		},
		async isAdminOrGlobalMod(uid: number): Promise<boolean> {
			return await user.isAdministrator(uid) || user.isGlobalModerator(uid);
		},
		async isPrivileged(uid: number): Promise<boolean> {
			return user.isAdminOrGlobalMod(uid);
		},
		/** Waiting times and mutes before somebody may write; `filter:user.posts.isReady` can say no as well. */
		async isReadyToPost(uid: number, cid: unknown): Promise<void> {
			const row = await c.db.getObject(`user:${uid}`) ?? {};
			// HOST: src/user/posts.js `isReady`: whoever moderates there never waits and is never muted.
			if (uid <= 0 || await user.isModerator(uid, cid)) {
				return;
			}
			await user.bans.checkMuted(uid);
			const { shouldIgnoreDelays } = await c.hooks.fire('filter:user.posts.isReady', {
				shouldIgnoreDelays: false, user: row, cid, isAdminOrMod: false,
			});
			if (shouldIgnoreDelays) {
				return;
			}
			const isStaff = await user.isPrivileged(uid);
			const wait = Number(c.config.initialPostDelay) * 1000 - (Date.now() - Number(row.joindate ?? 0));
			if (!isStaff && Number(row.postcount ?? 0) === 0 && wait > 0) {
				throw new Error(`[[error:user-too-new, ${c.config.initialPostDelay}]]`);
			}
			const since = Date.now() - Number(row.lastposttime ?? 0);
			if (!isStaff && since < Number(c.config.postDelay) * 1000) {
				throw new Error(`[[error:too-many-posts, ${c.config.postDelay}]]`);
			}
		},
		async onNewPostMade(uid: number, timestamp: number): Promise<void> {
			await Promise.all([
				c.db.incrObjectField(`user:${uid}`, 'postcount'),
				// HOST: src/user/posts.js `onNewPostMade`: a topic for later counts as written now.
				user.setUserField(uid, 'lastposttime', Math.min(timestamp, Date.now())),
			]);
		},
		async deleteAccount(uid: number): Promise<void> {
			const row = await c.db.getObject(`user:${uid}`);
			if (!row) {
				throw new Error('[[error:no-user]]');
			}
			// HOST: src/user/delete.js takes the account out of its lists before anything else.
			await c.db.sortedSetRemove('users:joindate', uid);
			await c.hooks.fire('static:user.delete', { uid, userData: row });
			await Promise.all([
				c.db.sortedSetRemove('username:uid', String(row.username as string)),
				c.db.sortedSetRemove('userslug:uid', String(row.userslug as string)),
				c.db.decrObjectField('global', 'userCount'), user.auth.revokeAllSessions(uid),
				// HOST: src/groups/leave.js `leaveAllGroups`; the row goes last.
				c.groups.leaveAllGroups(uid),
			]);
			await c.db.delete(`user:${uid}`);
		},
		/** HOST: src/user/delete.js: posts, and what waits for approval. */
		async deleteContent(by: number, uid: number): Promise<void> {
			for (const pid of await c.db.getSortedSetRange(`uid:${uid}:posts`, 0, -1)) {
				await c.posts.purge(pid, by);
			}
			for (const { id } of (await c.queue.list()).filter(item => Number(item.uid) === uid)) {
				await c.queue.reject(id);
			}
		},
		bans: bans(c),
		auth: {
			getSessions: async (uid: number): Promise<string[]> =>
				c.db.getSortedSetRevRange(`uid:${uid}:sessions`, 0, 19),
			/** HOST: src/user/auth.js. */
			async revokeAllSessions(uid: number): Promise<void> {
				const ids = await c.db.getSortedSetRange(`uid:${uid}:sessions`, 0, -1);
				await Promise.all(ids.map(id => c.sessions.destroy(id)));
				await c.db.sortedSetRemove(`uid:${uid}:sessions`, ids);
			},
		},
		/** The sandbox mails no links to a new password: there is none to forget. */
		reset: { cleanByUid: async (): Promise<void> => undefined },
		getIPs: async (uid: number, stop: number): Promise<string[]> =>
			c.db.getSortedSetRevRange(`uid:${uid}:ip`, 0, stop),
		async logIP(uid: number, ip: string): Promise<void> {
			await c.db.sortedSetAdd(`uid:${uid}:ip`, Date.now(), ip);
		},
	};
	return user;
}

export type Accounts = ReturnType<typeof accounts>;
