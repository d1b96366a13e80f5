import type { MemberTiesLookup, ReferralOffer } from '../../kernel/offers/member-ties';
import { isOpen, type Restriction } from '../restriction/restriction';
import type { RestrictionStore } from '../restriction/store';

/** The referral to offer with a restriction; null: none, or not to this reader. */
export type ReferralOffers = (restriction: Restriction, reader: number) => Promise<ReferralOffer | null>;

/** While the access of a partner's people is ended, administrators are offered a referral (clauses 1 and 6). */
export function referralOffers({ store, ties }: {
	store: Pick<RestrictionStore, 'journal'>; ties: Pick<MemberTiesLookup, 'referral'>;
}): ReferralOffers {
	return async (restriction, reader) => {
		const { steps = [] } = isOpen(restriction) ? await store.journal.read(restriction.id) ?? {} : {};
		const account = steps.find(step => step.kind === 'account');
		return account ? ties.referral(account.partner, restriction.id, reader) : null;
	};
}
