import type { Outcome } from '../../kernel/refusals/outcome';
import type { NewSuspension, PartnerAccount } from '../company/account';
import type { PartnerAccounts } from './accounts';
import type { Announcements } from './announcements';

/** Staff suspend a whole account, with reason and clause, and notify its people (clauses 4.12, 1). */
export interface Suspensions {
	suspend(id: string, suspension: NewSuspension): Promise<Outcome<PartnerAccount>>;
	/** People notified of the suspension are notified of its end. */
	lift(id: string, reason: string, by: number): Promise<Outcome<PartnerAccount>>;
}

/** The announcement runs in the background: it takes seconds for ten thousand people, and survives a restart. */
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
