import type { Host } from '../../kernel/host/ports';
import type { PartnerAccess } from '../accounts/access';
import type { PartnerAccount } from '../company/account';
import type { PartnerDirectory } from '../accounts/directory';
import type { Referral, StrikeCase } from './strike';
import type { StrikeStore } from './store';

/** What somebody may do with the strikes they see; every act checks again. */
export interface StrikeRights {
	answer: boolean;
	decide: boolean;
	refer: boolean;
}

/** The part of an account's strikes that somebody sees. */
export interface VisibleStrikes {
	strikes: readonly StrikeCase[];
	referrals: readonly Referral[];
	may: StrikeRights;
}

/**
 * Owners and the forum's staff see all strikes of an account; moderators of single categories see those for posts
 * there, unless they speak for the company. Null: nothing to see.
 */
export type VisibleStrikesLookup = (account: PartnerAccount, uid: number) => Promise<VisibleStrikes | null>;

export function visibleStrikes({ strikeStore, directory, access, host }: {
	strikeStore: StrikeStore; directory: PartnerDirectory;
	access: Pick<PartnerAccess, 'standing'>; host: Pick<Host, 'members' | 'places'>;
}): VisibleStrikesLookup {
	return async ({ id }, uid) => {
		const [who, membership, isAdmin, { strikes, referrals }] = await Promise.all([
			access.standing(id, uid), directory.membership(uid), host.members.isAdministrator(uid),
			strikeStore.history(id),
		]);
		const isOurs = membership?.partner === id;
		const may: StrikeRights = {
			answer: isOurs && membership.role === 'owner', decide: !isOurs, refer: !isOurs && isAdmin,
		};
		if (who === 'owner' || who === 'forum') {
			// Owners see every referral, but not the vendor's address.
			const shown = who === 'forum' ? referrals : referrals.map(referral => ({ ...referral, mailedTo: '' }));
			return { strikes, referrals: shown, may };
		}
		const moderated = isOurs || strikes.length === 0 ? [] : await host.places.moderatedBy(uid);
		const seen = moderated === 'all' ? strikes : strikes.filter(({ cid }) => moderated.includes(cid));
		return seen.length > 0 ? { strikes: seen, referrals: [], may } : null;
	};
}
