import { edge, RefusedError, type FailPolicy } from '../kernel/edges';
import { actorOf, uidOf } from '../kernel/member';
import type { Host } from '../kernel/ports';
import { refuse } from '../kernel/refusal';
import { textOf } from '../kernel/text';
import type { LogInAnswer } from './appeals/log-in';
import { silenced, type ErrorCases } from './appeals/silence';
import { globalModerators, type Course } from './course';
import type { Found, HostKind } from './found';
import type { ReturnBlock } from './return-block';
import { isRightEnded } from './rules';
import type { ToldLookup } from './reinstatement/told';
import type { RestrictionStore } from './store';

interface Right { allowed: boolean[] | boolean; privilege: string | string[]; uid: unknown; cid: unknown }
interface Act { callerUid?: unknown; uid?: unknown; until?: unknown; reason?: unknown }
/** HOST: src/privileges/categories.js `rescind`; global.js and admin.js say `groupNames`, of category 0. */
interface Rescinded { privileges?: unknown; cids?: unknown; members?: unknown; groupNames?: unknown }
interface Groups { groupNames?: unknown; uid?: unknown }
interface Mail { template?: unknown; uid?: unknown; params?: Record<string, unknown>; cancel?: boolean }
interface NewUser { user?: Record<string, unknown>; data?: Record<string, unknown> }
interface Check { userData?: Record<string, unknown>; req?: { ip?: unknown } }
interface SaveEmail { uid?: unknown; email?: unknown; allowed?: boolean; error?: unknown }

/** A right that cannot be judged is as the forum says; an account that cannot be checked is not made. */
export const accessFailPolicies = {
	'access-right': 'open', 'access-banned': 'open', 'access-groups': 'open', 'access-told': 'open',
	'access-mail': 'open', 'access-register': 'closed', 'access-email': 'closed', 'access-log-in': 'open', 'access-errors': 'open',
} as const satisfies Record<string, FailPolicy>;

interface Parts {
	course: Pick<Course, 'openOf'>;
	found: Found;
	returns: Pick<ReturnBlock, 'isKeptOut'>;
	store: Pick<RestrictionStore, 'noteLost' | 'openOf'>;
	atLogIn(answer: LogInAnswer): void;
	told: Pick<ToldLookup, 'taken' | 'destroyed' | 'renamed'>;
	host: Pick<Host, 'log' | 'clock' | 'places' | 'access'>;
}

const namesIn = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(textOf);
const silent = 'forumTermsSilent';

/** The forum's events about access: rights, bans, mutes, groups, mails, new accounts (clauses 1 and 6). */
export function accessHooks({ course, found, returns, store, told, atLogIn, host }: Parts) {
	const { log, clock, places, access } = host;
	const guarded = <P>(event: keyof typeof accessFailPolicies, handle: (payload: P) => Promise<void>) => edge<P>({
		slice: 'access', event, onFailure: accessFailPolicies[event], log,
	}, async (payload) => {
		await handle(payload);
		return payload;
	});
	const memberIn = (uid: unknown): number => uidOf(actorOf(uid));

	const began = (kind: HostKind) => guarded<Act>('access-banned', async ({ callerUid, uid, until, reason }) => {
		const member = memberIn(uid);
		if (member > 0) {
			await found.began(kind, {
				uid: member, by: memberIn(callerUid), until: Number(until) || 0, reason: textOf(reason),
			});
		}
	});
	const over = (kind: HostKind) => guarded<Act>('access-banned', async ({ callerUid, uid, reason }) => {
		const member = memberIn(uid);
		if (member > 0) {
			await found.over(kind, { uid: member, by: memberIn(callerUid), reason: textOf(reason) });
		}
	});

	async function keepOut(email: string, ip: string): Promise<void> {
		if (await returns.isKeptOut({ email, ip })) {
			throw new RefusedError(refuse('registration-impossible'));
		}
	}

	return {
		/**
		 * HOST: src/privileges/helpers.js `isAllowedTo`: many rights in one category, or one right in many; the hottest
		 * path of all, so that a member without a restriction costs a look into a memory.
		 */
		right: guarded<Right>('access-right', async (payload) => {
			const member = memberIn(payload.uid);
			const open = member > 0 ? await course.openOf(member) : [];
			if (open.length === 0) {
				return;
			}
			const { privilege, cid, allowed } = payload;
			const cids = (Array.isArray(cid) ? cid : [cid]).map(Number);
			const asked = (Array.isArray(privilege) ? privilege : cids.map(() => privilege)).map((name, index) =>
				({ privilege: name, cid: cids[cids.length > 1 ? index : 0] ?? 0 }));
			const isByPlace = open.some(({ scope }) => typeof scope !== 'string');
			const paths = await Promise.all(cids.map(async one =>
				(isByPlace && one > 0 ? places.categoryPath(one) : [])));
			const left = open.some(({ scope }) => scope === 'forum') ? await access.leftToBanned(asked) : [];
			const now = clock.now();
			const isGone = (index: number) => isRightEnded(
				asked[index]?.privilege ?? '', open, paths[cids.length > 1 ? index : 0] ?? [], now, left[index] === true);
			payload.allowed = Array.isArray(allowed) ? allowed.map((may, index) => may && !isGone(index)) :
				allowed && !isGone(0);
		}),
		banned: began('ban'),
		muted: began('mute'),
		unbanned: over('ban'),
		unmuted: over('mute'),
		/**
		 * HOST: src/user/bans.js joins and leaves `banned-users` also when it is called directly and when a ban
		 * expires, which no other event tells.
		 */
		joined: guarded<Groups>('access-groups', async ({ groupNames, uid }) => {
			if (namesIn(groupNames).includes('banned-users') && memberIn(uid) > 0) {
				await found.look(memberIn(uid));
			}
		}),
		left: guarded<Groups>('access-groups', async ({ groupNames, uid }) => {
			const [names, member] = [namesIn(groupNames), memberIn(uid)];
			if (member > 0) {
				await told.taken(member, names);
			}
			// HOST: src/user/bans.js takes all of the forum's own groups in one go, and never gives this one back.
			if (member > 0 && names.includes(globalModerators) && names.includes('registered-users')) {
				await store.noteLost(member, clock.now());
			}
			if (member > 0 && names.includes('banned-users')) {
				await found.look(member);
			}
		}),
		/** Told also where the member does not have the right any more. */
		rescinded: guarded<Rescinded>('access-told', async ({ privileges, cids = [0], members, groupNames }) => {
			const names = namesIn(cids).flatMap(cid => namesIn(privileges).map(right => `cid:${cid}:privileges:${right}`));
			for (const uid of namesIn(members ?? groupNames).map(memberIn).filter(one => one > 0)) {
				await told.taken(uid, names);
			}
		}),
		/** HOST: src/groups/delete.js; a right's group goes with its last member, which says nothing of the right. */
		destroyed: guarded<{ groups?: { name?: unknown }[] }>('access-told', async ({ groups = [] }) => {
			for (const { name } of groups) {
				await told.destroyed(textOf(name));
			}
		}),
		renamed: guarded<{ old?: unknown; new?: unknown }>('access-told', async ({ old, new: to }) => {
			await told.renamed(textOf(old), textOf(to));
		}),
		/** HOST: src/emailer.js `send` hands the uid to this hook only. */
		mail: guarded<Mail>('access-mail', async ({ template, uid, params }) => {
			if (template === 'banned' && params) {
				const open = await store.openOf(memberIn(uid));
				// Our own letter says it, or nothing does: a decision without notice sends no mail.
				params[silent] = open.some(({ scope, origin }) => scope === 'forum' && origin === 'decided');
			}
		}),
		mailed: guarded<Mail>('access-mail', async (payload) => {
			await Promise.resolve();
			payload.cancel = payload.cancel === true || payload.params?.[silent] === true;
		}),
		loggingIn: guarded<{ res?: LogInAnswer }>('access-log-in', async ({ res }) => {
			await Promise.resolve();
			if (res) {
				atLogIn(res);
			}
		}),
		errors: guarded<ErrorCases>('access-errors', async (payload) => {
			await Promise.resolve();
			silenced(payload);
		}),
		registering: guarded<Check>('access-register', async ({ userData, req }) => {
			await keepOut(textOf(userData?.email), textOf(req?.ip));
		}),
		creating: guarded<NewUser>('access-register', async ({ data }) => {
			await keepOut(textOf(data?.email), '');
		}),
		/** HOST: src/user/interstitials.js: an e-mail in the form of registration, and a changed one. */
		saving: guarded<SaveEmail>('access-email', async (payload) => {
			if (await returns.isKeptOut({ email: textOf(payload.email), ip: '' })) {
				payload.allowed = false;
				payload.error = '[[forum-terms:refusal.registration-impossible]]';
			}
		}),
	};
}
