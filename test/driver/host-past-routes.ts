import type { MemberAccess } from '../../lib/kernel/host/member-access';
import type { Written } from '../nodebb/write-recorder';
import type { ReceivedOutside } from '../nodebb/outside-world';
import type { Member } from './member';

/** The host past its routes, in the name of the administrator. */
export interface SpecHost {
	/** `user.bans.ban` and `unban`, which neither ask for rights nor write into the event log. */
	ban(uid: number, until?: number): Promise<void>;
	unban(uid: number): Promise<void>;
	/** The account as the database has it; ends no expired ban. */
	stored(uid: number): Promise<StoredAccount>;
	/** The account as the forum reads it; ends an expired ban. */
	read(uid: number): Promise<Record<string, unknown>>;
	/** Runs `between` while the next edit of a post waits to be allowed; `edit` starts it. */
	amidEdit<T>(pid: number, edit: () => Promise<T>, between: () => Promise<void>): Promise<T>;
	/** A hash as the database has it, after these fields were written over it. */
	hash(key: string, fields?: Record<string, string>): Promise<Record<string, unknown>>;
	/** Everything the plugin stores: keys, each with all that it holds as text. */
	kept(): Promise<[key: string, text: string][]>;
	/** What the forum wrote since this was asked last; the first time begins to record. */
	writes(): Promise<Written[]>;
	/** What other plugins heard of decisions since this was asked last; the first time begins to listen. */
	heard(): Promise<Record<string, unknown>[]>;
	/**
	 * From now on, names below `outside.example` lead to these addresses, where everything is answered with this status
	 * without a network; answers what arrived since this was called last.
	 */
	outside(answer: { status: number; addresses: string[] }): Promise<ReceivedOutside[]>;
	/** A function of the port by its name, on the forum that runs. */
	access<N extends keyof MemberAccess>(
		name: N, ...args: Parameters<MemberAccess[N]>): Promise<Awaited<ReturnType<MemberAccess[N]>>>;
}

export interface StoredAccount {
	banned: number; expire: number; muted: number; mutedUntil: number;
	groups: string[]; privileges: string[];
	/** How often they were banned, and unbanned. */
	bans: number; unbans: number;
}

export function specHostOf(admin: Pick<Member, 'send'>): SpecHost {
	async function call(name: string, body: object): Promise<unknown> {
		const answer = await admin.send('POST', '/api/v3/plugins/spec-host', { call: name, ...body });
		if (answer.status !== 200) {
			throw new Error(`${name}: ${answer.status} ${answer.message}`);
		}
		return answer.response.result;
	}
	return {
		ban: async (uid, until = 0) => void await call('ban', { uid, until }),
		unban: async uid => void await call('unban', { uid }),
		stored: async uid => await call('stored', { uid }) as StoredAccount,
		read: async uid => await call('read', { uid }) as Record<string, unknown>,
		async amidEdit(pid, edit, between) {
			await call('holdEdit', { args: [pid] });
			const edited = edit();
			try {
				while (!await call('isEditHeld', { args: [pid] })) {
					await new Promise(resolve => setTimeout(resolve, 5));
				}
				await between();
			} finally {
				await call('releaseEdit', { args: [pid] });
			}
			return edited;
		},
		hash: async (key, fields = {}) => await call('hash', { args: [key, fields] }) as Record<string, unknown>,
		kept: async () => await call('kept', {}) as [string, string][],
		writes: async () => await call('writes', {}) as Written[],
		heard: async () => await call('heard', {}) as Record<string, unknown>[],
		outside: async answer => await call('outside', { args: [answer] }) as ReceivedOutside[],
		access: async (name, ...args) => await call(name === 'ban' || name === 'unban' ? `access.${name}` : name, {
			args,
		}) as never,
	};
}
