import { uidOf } from '../../kernel/host/member';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import type { RouteCall } from '../../kernel/slice/routes';
import type { PartnerAccess } from '../accounts/access';
import type { PartnerAccount } from '../company/account';
import type { Acting } from './ownership';
import type { PartnerStore } from '../accounts/store';

type Call = Pick<RouteCall<unknown>, 'actor' | 'params'>;

/** A person's relation to an account; `moderator` and `administrator` are the forum's. */
export type PeopleStanding = 'owner' | 'staff' | 'moderator' | 'administrator' | 'outsider';

/** An account, and the person acting on it. */
export interface ActingOn { account: PartnerAccount; acting: Acting; who: PeopleStanding }

/** Who may see an account's people and who may change them; administrators and moderators differ here. */
export function peopleAccess(
	{ store, host }: { store: PartnerStore; host: Pick<Host, 'members'> }, access: Pick<PartnerAccess, 'forbid'>,
) {
	async function standing(id: string, uid: number): Promise<PeopleStanding> {
		if (uid <= 0) {
			return 'outsider';
		}
		// From the store, not the cache: an owner who was just removed must not act any more.
		const [membership] = await store.memberships([uid]);
		if (membership?.partner === id) {
			return membership.role === 'owner' ? 'owner' : await isForum(uid) ?? 'staff';
		}
		return await isForum(uid) ?? 'outsider';
	}
	async function isForum(uid: number): Promise<'administrator' | 'moderator' | null> {
		return await host.members.isAdministrator(uid) ? 'administrator' :
			await host.members.isGlobalStaff(uid) ? 'moderator' : null;
	}

	/** The account, for people with one of these relations; 404 for an unknown one, 403 for others. */
	return async function accountFor(
		call: Call, allowed: readonly PeopleStanding[], path: string,
	): Promise<Outcome<ActingOn>> {
		const [id, uid] = [call.params.id ?? '', uidOf(call.actor)];
		const account = await store.account(id);
		if (!account) {
			return refused(refuse('partner-unknown', [id], { field: 'id' }));
		}
		const who = await standing(id, uid);
		if (allowed.includes(who)) {
			return done({ account, who, acting: { uid, isForum: who === 'administrator' } });
		}
		if (who === 'outsider' || who === 'staff') {
			return access.forbid(id, uid, path);
		}
		return refused(refuse('permission-missing', [], { clause: '4.12' }));
	};
}

export type AccountFor = ReturnType<typeof peopleAccess>;
/** Who may see, who may change, and who speaks for the company itself. */
export const viewers: readonly PeopleStanding[] = ['owner', 'moderator', 'administrator'];
export const keepers: readonly PeopleStanding[] = ['owner', 'administrator'];
