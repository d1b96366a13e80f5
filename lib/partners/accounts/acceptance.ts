import type { AccountAcceptance, OwedByAccount, AccountTerms } from '../../kernel/offers/account-terms';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import { refuse } from '../../kernel/refusals/refusal';
import type { PartnerAccount } from '../company/account';
import type { PartnerAccounts } from './accounts';
import type { PartnerStore } from './store';

/** What was accepted for an account, and what its owner still owes for it. */
export interface AccountTermsState { terms: AccountAcceptance[]; owed: OwedByAccount[] }

/**
 * An owner accepts the terms for the account (clause 4.12): writes their own acceptance if they owe it, a record that
 * they accepted for the account, and an event of the account. Staff still accept for themselves with their next post.
 */
export interface AccountAcceptances {
	state(account: PartnerAccount, language: string): Promise<AccountTermsState>;
	/** Safe to repeat: what this owner has accepted for the account stays as it is. */
	accept(
		account: PartnerAccount, uid: number, version: string, language: string): Promise<Outcome<AccountTermsState>>;
	/** What a future owner has to accept. */
	owedBySuccessor(uid: number, language: string): Promise<OwedByAccount[]>;
}

export function accountAcceptances({ store, accounts, terms }: { store: PartnerStore; accounts: PartnerAccounts; terms: Pick<AccountTerms, 'owed' | 'accept'> }): AccountAcceptances {
	async function state({ id, owners }: PartnerAccount, language: string): Promise<AccountTermsState> {
		const [owner = 0] = owners;
		const accepted = await store.acceptances(id);
		return { terms: accepted, owed: owner > 0 ? await terms.owed(owner, accepted, language) : [] };
	}
	return {
		state,
		owedBySuccessor: (uid, language) => terms.owed(uid, [], language),
		async accept(account, uid, version, language) {
			const before = await store.acceptances(account.id);
			if (before.some(row => row.version === version && row.by === uid)) {
				return done(await state(account, language));
			}
			const accepted = await terms.accept(uid, version, language, `partner account ${account.id}`);
			if (!accepted.ok) {
				return accepted;
			}
			const { document } = accepted.value;
			const saved = await accounts.alter(account.id, uid, async () =>
				done({ events: [{ kind: 'accepted' as const, uid, document, version }] }));
			if (!saved.ok) {
				return refused(saved.refusal ?? refuse('partner-busy'));
			}
			await store.keepAcceptance(account.id, accepted.value);
			return done(await state(saved.value, language));
		},
	};
}
