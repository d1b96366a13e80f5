import { uidOf } from '../kernel/member';
import { done, refused, type Outcome } from '../kernel/outcome';
import type { Host } from '../kernel/ports';
import { refuse } from '../kernel/refusal';
import type { RouteCall } from '../kernel/routes';
import type { PartnerAccount } from './account';
import type { PartnerParts } from './parts';

/** What somebody is to an account: `forum` are administrators and global moderators. */
export type PartnerStanding = 'owner' | 'staff' | 'forum' | 'stranger';

type Call = Pick<RouteCall<unknown>, 'actor' | 'params'>;

/** Who may look into an account and who may act for it; every try of a stranger is on record (clause 4.12). */
export interface PartnerAccess {
	standing(id: string, uid: number): Promise<PartnerStanding>;
	/** Its owners and the forum's staff. */
	owned(call: Call, path: string): Promise<Outcome<PartnerAccount>>;
	/** Its owners only: the forum's staff has its own ways to mend a post. */
	ownedBy(call: Call, path: string): Promise<Outcome<PartnerAccount>>;
	/** Puts the try on record and says no. */
	forbid(id: string, uid: number, path: string): Promise<Outcome<never>>;
}

export function partnerAccess({ store, directory, host }: Pick<PartnerParts, 'store' | 'directory'> & {
	host: Pick<Host, 'clock' | 'members'>;
}): PartnerAccess {
	async function isOwner(id: string, uid: number): Promise<boolean> {
		const membership = uid > 0 ? await directory.membership(uid) : null;
		return membership?.partner === id && membership.role === 'owner';
	}
	async function standing(id: string, uid: number): Promise<PartnerStanding> {
		const membership = uid > 0 ? await directory.membership(uid) : null;
		if (uid > 0 && await host.members.isGlobalStaff(uid)) {
			return 'forum';
		}
		return membership?.partner !== id ? 'stranger' : membership.role === 'owner' ? 'owner' : 'staff';
	}
	async function forbid(id: string, uid: number, path: string): Promise<Outcome<never>> {
		await store.append([{ partner: id, at: host.clock.now(), by: uid, kind: 'peeked', uid, path }]);
		return refused(refuse('permission-missing', [], { clause: '4.12' }));
	}
	async function opened(
		{ actor, params }: Call, path: string, isAllowed: (who: PartnerStanding, isOwner: boolean) => boolean,
	): Promise<Outcome<PartnerAccount>> {
		const [id, uid] = [params.id ?? '', uidOf(actor)];
		const [account, who, owns] = await Promise.all([directory.account(id), standing(id, uid), isOwner(id, uid)]);
		if (!account) {
			return refused(refuse('partner-unknown', [id], { field: 'id' }));
		}
		if (isAllowed(who, owns)) {
			return done(account);
		}
		// The forum's staff may know everything: what it cannot do is no try to peek.
		return who === 'forum' ? refused(refuse('permission-missing', [], { clause: '4.12' })) : forbid(id, uid, path);
	}
	return {
		standing, forbid,
		owned: (call, path) => opened(call, path, who => who === 'owner' || who === 'forum'),
		ownedBy: (call, path) => opened(call, path, (_who, owns) => owns),
	};
}
