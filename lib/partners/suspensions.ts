import type { MessageKind } from '../kernel/message-kind';
import type { Outcome } from '../kernel/outcome';
import type { Host } from '../kernel/ports';
import type { PartnerAccount, Suspension } from './account';
import type { PartnerAccounts } from './accounts';
import type { PartnerStore } from './store';

interface Parts {
	accounts: Pick<PartnerAccounts, 'suspend' | 'lift'>;
	store: Pick<PartnerStore, 'account' | 'people'>;
	host: Pick<Host, 'messenger' | 'log'>;
}

/** A human's decision about a whole account, and the word to everybody it is about: reason and clause (4.12, 1). */
export interface Suspensions {
	suspend(id: string, suspension: Omit<Suspension, 'at'>): Promise<Outcome<PartnerAccount>>;
	/** Whoever was told of the suspension is told of its end. */
	lift(id: string, reason: string, by: number): Promise<Outcome<PartnerAccount>>;
}

export function partnerSuspensions({ accounts, store, host }: Parts): Suspensions {
	const { messenger, log } = host;

	/** Owners by e-mail too; staff can be ten thousand and is told in the forum only. */
	async function tell(account: PartnerAccount, kind: MessageKind, facts: readonly string[]): Promise<void> {
		const { id, company, owners, revision } = account;
		const message = (to: string) => ({
			id: `forum-terms:${kind}:${id}:${revision}:${to}`, kind, path: '/forum-terms/partner', isWhole: true,
			facts: [company, ...facts],
		});
		try {
			await messenger.send(owners, message('owners'));
			const staff = (await store.people(id)).filter(({ role }) => role !== 'owner').map(({ uid }) => uid);
			await messenger.notify(staff, message('staff'));
		} catch (error) {
			// The decision stands whether or not everybody could be told.
			log.error('partners', kind, error);
		}
	}

	return {
		async suspend(id, suspension) {
			const saved = await accounts.suspend(id, suspension);
			if (saved.ok && suspension.notice === 'sent') {
				await tell(saved.value, 'partner-suspended', [suspension.clause, suspension.reason]);
			}
			return saved;
		},
		async lift(id, reason, by) {
			const before = (await store.account(id))?.suspension;
			const saved = await accounts.lift(id, reason, by);
			if (saved.ok && before?.notice === 'sent') {
				await tell(saved.value, 'partner-lifted', [before.clause, reason]);
			}
			return saved;
		},
	};
}
