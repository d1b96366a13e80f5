import type { Context } from './context';
import type { Row } from './database';
import { emailer } from './messages';
import { textOf } from './text';

/** HOST: src/groups/index.js `systemGroups`, without the one of the banned. */
const systemGroups = [
	'registered-users', 'verified-users', 'unverified-users', 'administrators', 'Global Moderators',
];

/** What the forum says about a member, as NodeBB reads it: what is over is not there. */
export interface Standing { banned: boolean; 'banned:expire': number; muted: boolean; mutedUntil: number }

/** NodeBB's `user.bans`: no rights asked, no event, no session ended. HOST: src/user/bans.js. */
export function bans(c: Context) {
	async function record(uid: number, type: 'ban' | 'unban', rest: Row): Promise<Row> {
		const timestamp = Date.now();
		const kept = { type, uid, timestamp, ...rest };
		await c.db.sortedSetAdd(`uid:${uid}:${type}s:timestamp`, timestamp, `uid:${uid}:${type}:${timestamp}`);
		await c.db.setObject(`uid:${uid}:${type}:${timestamp}`, kept);
		return kept;
	}
	async function unbanOne(uid: number, reason: string): Promise<Row> {
		const isConfirmed = Number(await c.db.getObjectField(`user:${uid}`, 'email:confirmed') ?? 0) === 1;
		await c.db.setObject(`user:${uid}`, { banned: 0, 'banned:expire': 0 });
		const kept = await record(uid, 'unban', { reason });
		await c.groups.leave(['banned-users'], uid);
		// Whoever was a Global Moderator is none any more.
		await c.groups.join(['registered-users', isConfirmed ? 'verified-users' : 'unverified-users'], uid);
		await c.db.sortedSetRemove('users:banned', uid);
		await c.db.sortedSetRemove('users:banned:expire', uid);
		return kept;
	}

	const self = {
		async ban(uid: number, until = 0, reason = ''): Promise<Row> {
			const expire = Number(until) > Date.now() ? Number(until) : 0;
			await c.groups.leave(systemGroups, uid);
			await c.groups.join(['banned-users'], uid);
			const kept = await record(uid, 'ban', { expire, ...(reason ? { reason } : {}) });
			await c.db.sortedSetAdd('users:banned', Number(kept.timestamp), uid);
			await c.db.setObject(`user:${uid}`, { banned: 1, 'banned:expire': expire });
			await (expire ? c.db.sortedSetAdd('users:banned:expire', expire, uid) :
				c.db.sortedSetRemove('users:banned:expire', uid));
			const { username } = await c.db.getObject(`user:${uid}`) ?? {};
			await emailer(c).send('banned', uid, {
				subject: `[[email:banned.subject, ${textOf(c.config.title)}]]`, username, reason,
				until: until ? new Date(Number(until)).toUTCString() : false,
			});
			return kept;
		},
		async unban<T extends number | number[]>(uids: T, reason = ''): Promise<T extends number ? Row : Row[]> {
			const kept: Row[] = [];
			for (const uid of [uids].flat()) {
				kept.push(await unbanOne(uid, reason));
			}
			return (Array.isArray(uids) ? kept : kept[0]) as T extends number ? Row : Row[];
		},
		/** A ban whose time is over ends when somebody reads it. HOST: src/user/data.js `modifyUserData`. */
		async standing(uid: number): Promise<Standing> {
			const row = await c.db.getObject(`user:${uid}`) ?? {};
			const [expire, until] = [Number(row['banned:expire'] ?? 0), Number(row.mutedUntil ?? 0)];
			const isOver = Boolean(Number(row.banned ?? 0)) && expire > 0 && expire <= Date.now();
			if (isOver) {
				await self.unban([uid], '[[user:info.ban-expired]]');
			}
			const muted = Boolean(Number(row.muted ?? 0)) && (until === 0 || until > Date.now());
			return {
				banned: Boolean(Number(row.banned ?? 0)) && !isOver, 'banned:expire': isOver ? 0 : expire,
				muted, mutedUntil: muted ? until : 0,
			};
		},
		unbanIfExpired: async (uids: readonly number[]): Promise<Standing[]> => Promise.all(uids.map(self.standing)),
		isBanned: async (uid: number): Promise<boolean> => (await self.standing(uid)).banned,
		async canLoginIfBanned(uid: number): Promise<boolean> {
			return !await self.isBanned(uid) || await c.privileges.global.canGroup('local:login', 'banned-users') ||
				c.groups.isMember(uid, 'cid:0:privileges:local:login');
		},
		async getReason(uid: number): Promise<string> {
			const [key] = await c.db.getSortedSetRevRange(`uid:${uid}:bans:timestamp`, 0, 0);
			return key === undefined ? '' : textOf(await c.db.getObjectField(key, 'reason'));
		},
		/** HOST: src/user/info.js `getLatestBanInfo`. */
		async latest(uid: number): Promise<Row> {
			const [key = ''] = await c.db.getSortedSetRevRange(`uid:${uid}:bans:timestamp`, 0, 0);
			const { timestamp, expire, reason } = await c.db.getObject(key) ?? {};
			return {
				uid, timestamp, banned_until: expire, expiry: expire,
				reason: textOf(reason) || '[[user:info.banned-no-reason]]',
			};
		},
		/** HOST: src/user/posts.js. */
		async checkMuted(uid: number): Promise<void> {
			const { muted, mutedUntil } = await self.standing(uid);
			if (!muted) {
				return;
			}
			const minutes = (mutedUntil - Date.now()) / 60_000;
			throw new Error(mutedUntil === 0 ? '[[error:user-muted-indefinitely]]' :
				minutes > 60 ? `[[error:user-muted-for-hours, ${(minutes / 60).toFixed(0)}]]` :
					`[[error:user-muted-for-minutes, ${minutes.toFixed(0)}]]`);
		},
	};
	return self;
}
