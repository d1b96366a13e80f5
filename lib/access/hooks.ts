import { RefusedError } from '../kernel/slice/edges';
import { actorOf, uidOf } from '../kernel/host/member';
import type { Host } from '../kernel/host/ports';
import { refuse } from '../kernel/refusals/refusal';
import { hook } from '../kernel/slice/slice';
import { textOf } from '../kernel/formats/text';
import type { LogInAnswer } from './appeals/log-in';
import { silenced, type ErrorCases } from './appeals/silence';
import { globalModerators, type RestrictionLifecycle } from './termination/restriction-lifecycle';
import type { HostBanSync, HostKind } from './termination/host-ban-sync';
import type { ReturnBlock } from './termination/return-block';
import type { HostReports } from './restriction/host-reports';
import type { RestrictionStore } from './restriction/store';
import { rightHook } from './rights';

interface Act { callerUid?: unknown; uid?: unknown; until?: unknown; reason?: unknown }
/** HOST: src/privileges/categories.js `rescind`; global.js and admin.js send `groupNames`, for category 0. */
interface Rescinded { privileges?: unknown; cids?: unknown; members?: unknown; groupNames?: unknown }
interface Groups { groupNames?: unknown; uid?: unknown }
interface Mail { template?: unknown; uid?: unknown; params?: Record<string, unknown>; cancel?: boolean }
interface NewUser { user?: Record<string, unknown>; data?: Record<string, unknown> }
interface Check { userData?: Record<string, unknown>; req?: { ip?: unknown } }
interface SaveEmail { uid?: unknown; email?: unknown; allowed?: boolean; error?: unknown }

interface Parts {
	lifecycle: Pick<RestrictionLifecycle, 'openOf'>;
	hostBans: HostBanSync;
	returns: Pick<ReturnBlock, 'isBlocked'>;
	store: Pick<RestrictionStore, 'noteLost' | 'openOf'>;
	atLogIn(answer: LogInAnswer): void;
	reports: Pick<HostReports, 'taken' | 'destroyed' | 'renamed'>;
	host: Pick<Host, 'clock' | 'places' | 'access'>;
}

const namesIn = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(textOf);
const silent = 'forumTermsSilent';

const late = 'the ban or mute applies in NodeBB; the hourly check records it';
const missed = 'lifting may restore what somebody took meanwhile; the record names what was restored';
const unknown = 'nobody may register while we cannot check whether they are blocked';

/** The forum's events about access: privileges, bans, mutes, groups, mails, new accounts (clauses 1 and 6). */
export function accessHooks({ lifecycle, hostBans, returns, store, reports, atLogIn, host }: Parts) {
	const { clock, access } = host;
	const memberIn = (uid: unknown): number => uidOf(actorOf(uid));

	const began = (kind: HostKind) => hook<Act>('open', late, async ({ callerUid, uid, until, reason }) => {
		const member = memberIn(uid);
		if (member > 0) {
			await hostBans.began(kind, {
				uid: member, by: memberIn(callerUid), until: Number(until) || 0, reason: textOf(reason),
			});
		}
	});
	const over = (kind: HostKind) => hook<Act>('open', late, async ({ callerUid, uid, reason }) => {
		const member = memberIn(uid);
		if (member > 0) {
			await hostBans.over(kind, { uid: member, by: memberIn(callerUid), reason: textOf(reason) });
		}
	});

	async function refuseBlocked(email: string, ip: string): Promise<void> {
		if (await returns.isBlocked({ email, ip })) {
			throw new RefusedError(refuse('registration-impossible'));
		}
	}

	return {
		right: rightHook(lifecycle, host),
		banned: began('ban'),
		muted: began('mute'),
		unbanned: over('ban'),
		unmuted: over('mute'),
		/**
		 * HOST: src/user/bans.js joins and leaves `banned-users` even when it is called directly and when a ban
		 * expires; no other hook fires then.
		 */
		joined: hook<Groups>('open', late, async ({ groupNames, uid }) => {
			if (namesIn(groupNames).includes('banned-users') && memberIn(uid) > 0) {
				await hostBans.check(memberIn(uid));
			}
		}),
		left: hook<Groups>('open', late, async ({ groupNames, uid }) => {
			const [names, member] = [namesIn(groupNames), memberIn(uid)];
			if (member > 0) {
				await reports.taken(member, names);
			}
			// HOST: src/user/bans.js removes all of the forum's own groups at once, and does not restore this one.
			if (member > 0 && names.includes(globalModerators) && names.includes('registered-users') && !await access.isDeleted(member)) {
				await store.noteLost(member, clock.now());
			}
			if (member > 0 && names.includes('banned-users')) {
				await hostBans.check(member);
			}
		}),
		/** Also fires if the member no longer has the privilege. */
		rescinded: hook<Rescinded>('open', missed, async ({ privileges, cids = [0], members, groupNames }) => {
			const names = namesIn(cids).flatMap(cid => namesIn(privileges).map(right => `cid:${cid}:privileges:${right}`));
			for (const uid of namesIn(members ?? groupNames).map(memberIn).filter(one => one > 0)) {
				await reports.taken(uid, names);
			}
		}),
		/**
		 * HOST: src/groups/delete.js; a privilege's group is deleted with its last member, which does not revoke the
		 * privilege.
		 */
		destroyed: hook<{ groups?: { name?: unknown }[] }>('open', missed, async ({ groups = [] }) => {
			for (const { name } of groups) {
				await reports.destroyed(textOf(name));
			}
		}),
		renamed: hook<{ old?: unknown; new?: unknown }>('open', missed, async ({ old, new: to }) => {
			await reports.renamed(textOf(old), textOf(to));
		}),
		/** HOST: src/emailer.js `send` passes the uid to this hook only. */
		mail: hook<Mail>('open', "NodeBB's own mail is sent", async ({ template, uid, params }) => {
			if (template === 'banned' && params) {
				const open = await store.openOf(memberIn(uid));
				// Our own e-mail replaces it; a decision without notice sends none.
				params[silent] = open.some(({ scope, origin }) => scope === 'forum' && origin === 'decided');
			}
		}),
		mailed: hook<Mail>('open', "NodeBB's own mail is sent", (payload) => {
			payload.cancel = payload.cancel === true || payload.params?.[silent] === true;
		}),
		loggingIn: hook<{ res?: LogInAnswer }>('open', "NodeBB's own refusal, without the link to the statement", ({ res }) => {
			if (res) {
				atLogIn(res);
			}
		}),
		errors: hook<ErrorCases>('open', 'NodeBB handles the error', (payload) => {
			silenced(payload);
		}),
		registering: hook<Check>('closed', unknown, async ({ userData, req }) => {
			await refuseBlocked(textOf(userData?.email), textOf(req?.ip));
		}),
		creating: hook<NewUser>('closed', unknown, async ({ data }) => {
			await refuseBlocked(textOf(data?.email), '');
		}),
		/** HOST: src/user/interstitials.js: an e-mail address in the registration form, and a changed one. */
		saving: hook<SaveEmail>('closed', unknown, async (payload) => {
			if (await returns.isBlocked({ email: textOf(payload.email), ip: '' })) {
				payload.allowed = false;
				payload.error = '[[forum-terms:refusal.registration-impossible]]';
			}
		}),
	};
}
