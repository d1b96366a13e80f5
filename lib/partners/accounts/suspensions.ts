import type { Outcome } from '../../kernel/outcome';
import type { PartnerAccount, Suspension } from '../company/account';
import type { PartnerAccounts } from './accounts';
import type { Announcements } from './announcements';

/** A human's decision about a whole account, and the word to everybody it is about: reason and clause (4.12, 1). */
export interface Suspensions {
	suspend(id: string, suspension: Omit<Suspension, 'at'>): Promise<Outcome<PartnerAccount>>;
	/** Whoever was told of the suspension is told of its end. */
	lift(id: string, reason: string, by: number): Promise<Outcome<PartnerAccount>>;
}

/** Nobody waits for the announcement: it takes seconds at ten thousand people, and a restart goes on with it. */
export function partnerSuspensions(
	accounts: Pick<PartnerAccounts, 'suspend' | 'lift'>, announcements: Pick<Announcements, 'send'>,
): Suspensions {
	const announced = (saved: Outcome<PartnerAccount>): Outcome<PartnerAccount> => {
		if (saved.ok) {
			void announcements.send(saved.value.id);
		}
		return saved;
	};
	return {
		suspend: async (id, suspension) => announced(await accounts.suspend(id, suspension)),
		lift: async (id, reason, by) => announced(await accounts.lift(id, reason, by)),
	};
}
