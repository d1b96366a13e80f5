import { uidOf } from '../kernel/member';
import { done, refused, type Outcome } from '../kernel/outcome';
import type { Host } from '../kernel/ports';
import { refuse } from '../kernel/refusal';
import type { RouteCall } from '../kernel/routes';
import type { PartnerAccount } from './account';
import type { PartnerParts } from './parts';

/** What somebody is to an account: its owner, one of its staff, staff of the forum, or nobody. */
export type OwnerStanding = 'owner' | 'staff' | 'forum' | 'stranger';

/** Who may look inside an account; used by every route that shows or changes one. */
export interface OwnerAccess {
	standing(id: string, uid: number): Promise<OwnerStanding>;
	/** The account of `:id` for its owner or the forum's staff; anybody else's try is on record under `path`. */
	owned(call: RouteCall<unknown>, path: string): Promise<Outcome<PartnerAccount>>;
	/** Somebody asked for what is not his: on record, and refused. */
	peeked(id: string, uid: number, path: string): Promise<Outcome<never>>;
}

export function ownerAccess({ store, directory, host }: Pick<PartnerParts, 'store' | 'directory'> & {
	host: Pick<Host, 'clock' | 'members'>;
}): OwnerAccess {
	async function standing(id: string, uid: number): Promise<OwnerStanding> {
		const membership = uid > 0 ? await directory.membership(uid) : null;
		if (uid > 0 && await host.members.isGlobalStaff(uid)) {
			return 'forum';
		}
		return membership?.partner !== id ? 'stranger' : membership.role === 'owner' ? 'owner' : 'staff';
	}
	async function peeked(id: string, uid: number, path: string): Promise<Outcome<never>> {
		await store.append([{ partner: id, at: host.clock.now(), by: uid, kind: 'peeked', uid, path }]);
		return refused(refuse('permission-missing', [], { clause: '4.12' }));
	}
	return {
		standing, peeked,
		async owned({ params, actor }, path) {
			const [id, uid] = [params.id ?? '', uidOf(actor)];
			const [account, who] = await Promise.all([directory.account(id), standing(id, uid)]);
			if (!account) {
				return refused(refuse('partner-unknown', [id], { field: 'id' }));
			}
			return who === 'owner' || who === 'forum' ? done(account) : peeked(id, uid, path);
		},
	};
}
