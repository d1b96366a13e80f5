import type { Context } from './context';
import type { Row } from './database';
import { textOf } from './text';

interface ApiCaller { uid: number; ip?: string | undefined }
interface About { uid: number; until?: number; reason?: string }

/** Bans and mutes as NodeBB's write API does them, with rights, history and hooks. HOST: src/api/users.js. */
export function userApi(c: Context) {
	async function mayAct(caller: ApiCaller, uid: number, act: 'ban' | 'mute'): Promise<void> {
		if (!await c.privileges.users[act === 'ban' ? 'hasBanPrivilege' : 'hasMutePrivilege'](caller.uid)) {
			throw new Error('[[error:no-privileges]]');
		}
		if (uid > 0 && await c.accounts.isAdministrator(uid)) {
			throw new Error(`[[error:cant-${act}-other-admins]]`);
		}
	}
	async function record(uid: number, type: 'mute' | 'unmute', fromUid: number, rest: Row): Promise<void> {
		const timestamp = Date.now();
		await c.db.sortedSetAdd(`uid:${uid}:${type}s:timestamp`, timestamp, `uid:${uid}:${type}:${timestamp}`);
		await c.db.setObject(`uid:${uid}:${type}:${timestamp}`, { type, fromUid, uid, timestamp, ...rest });
	}
	const payloadOf = (caller: ApiCaller, { uid, until = 0, reason }: About) => ({
		callerUid: caller.uid, ip: caller.ip, uid, until: until > 0 ? until : undefined,
		reason: textOf(reason) || undefined,
	});

	return {
		async ban(caller: ApiCaller, about: About): Promise<void> {
			const { uid, until, reason } = about;
			await mayAct(caller, uid, 'ban');
			const { timestamp } = await c.accounts.bans.ban(uid, until, reason);
			await c.db.setObjectField(`uid:${uid}:ban:${Number(timestamp)}`, 'fromUid', caller.uid);
			await c.flags.resolveFlag('user', uid, caller.uid);
			await c.flags.resolveUserPostFlags(uid, caller.uid);
			void c.hooks.fire('action:user.banned', payloadOf(caller, {
				...about, reason: textOf(reason) || await c.translator.translate('[[user:info.banned-no-reason]]', 'en-GB'),
			}));
			if (!await c.accounts.bans.canLoginIfBanned(uid)) {
				await c.accounts.auth.revokeAllSessions(uid);
			}
		},
		async unban(caller: ApiCaller, { uid, reason }: About): Promise<void> {
			await mayAct(caller, 0, 'ban');
			const { timestamp } = await c.accounts.bans.unban(uid, reason);
			await c.db.setObjectField(`uid:${uid}:unban:${Number(timestamp)}`, 'fromUid', caller.uid);
			void c.hooks.fire('action:user.unbanned', { callerUid: caller.uid, ip: caller.ip, uid });
		},
		async mute(caller: ApiCaller, about: About): Promise<void> {
			const { uid, until, reason } = about;
			await mayAct(caller, uid, 'mute');
			await c.db.setObject(`user:${uid}`, {
				muted: 1, mutedUntil: until, mutedReason: textOf(reason) || '[[user:info.muted-no-reason]]',
			});
			await c.db.sortedSetAdd('users:muted', Date.now(), uid);
			await record(uid, 'mute', caller.uid, { expire: until, ...(reason ? { reason } : {}) });
			void c.hooks.fire('action:user.muted', payloadOf(caller, about));
		},
		async unmute(caller: ApiCaller, { uid, reason }: About): Promise<void> {
			await mayAct(caller, 0, 'mute');
			await c.db.deleteObjectFields(`user:${uid}`, ['muted', 'mutedUntil', 'mutedReason']);
			await c.db.sortedSetRemove('users:muted', uid);
			await record(uid, 'unmute', caller.uid, reason ? { reason } : {});
			void c.hooks.fire('action:user.unmuted', { callerUid: caller.uid, ip: caller.ip, uid });
		},
	};
}

export type UserApi = ReturnType<typeof userApi>;
