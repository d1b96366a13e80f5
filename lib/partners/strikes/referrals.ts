import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import type { PartnerAccount } from '../company/account';
import type { PartnerDirectory } from '../accounts/directory';
import type { PartnerSettings } from '../company/settings';
import type { Standings } from './standings';
import type { Referral } from './strike';
import { strikesPathOf } from './paths';
import type { StrikeStore } from './store';

interface Parts {
	store: StrikeStore;
	directory: PartnerDirectory;
	standings: Standings;
	settings: () => Promise<PartnerSettings>;
	host: Pick<Host, 'clock' | 'leases' | 'messenger'>;
}

/**
 * An administrator refers an account to the partner team (clause 1, R1.6): a record, an e-mail to the configured
 * address, and a notice to the owners. What happens to the account at 3CX is neither decided nor announced by the
 * forum.
 */
export interface Referrals {
	refer(account: PartnerAccount, reason: string, by: number): Promise<Outcome<Referral>>;
	/** Sends the notices that an interrupted process did not. */
	tell(account: PartnerAccount): Promise<void>;
}

export function partnerReferrals({ store, directory, standings, settings, host }: Parts): Referrals {
	const { clock, messenger } = host;

	async function last(partner: string): Promise<Referral | undefined> {
		return (await store.history(partner)).referrals.at(-1);
	}
	async function mail({ id, company }: PartnerAccount, referral: Referral): Promise<void> {
		const { partnerTeamEmail } = await settings();
		if (partnerTeamEmail === '' || referral.mailedAt > 0) {
			return;
		}
		const { points } = await standings.of(id);
		const isSent = await messenger.write(partnerTeamEmail, {
			kind: 'partner-referred', greeted: 'team', path: strikesPathOf(id),
			facts: [company, id, referral.reason, String(points)],
		});
		if (isSent) {
			await store.append({
				kind: 'mailed', partner: id, at: clock.now(), by: 0, referral: referral.id, to: partnerTeamEmail,
			});
		}
	}

	async function finish(account: PartnerAccount): Promise<void> {
		const { unnotified, referrals } = await store.history(account.id);
		for (const { id, reason } of unnotified.filter(event => event.kind === 'referred')) {
			await messenger.send(account.owners, {
				kind: 'partner-told-referred', about: id, facts: [account.company, reason],
			});
			const referral = referrals.find(one => one.id === id);
			await (referral ? mail(account, referral) : undefined);
			await store.append({ kind: 'told', partner: account.id, at: clock.now(), by: 0, strike: 0, about: id });
		}
	}

	return {
		tell: account => host.leases.withLease(`partner:${account.id}`, () => finish(account), () => undefined),
		refer: (account, reason, by) => host.leases.withLease<Outcome<Referral>>(`partner:${account.id}`, async () => {
			if ((await directory.membership(by))?.partner === account.id) {
				return refused(refuse('partner-strike-own'));
			}
			const before = await last(account.id);
			if (before?.reason !== reason || before.by !== by) {
				await store.append({ kind: 'referred', partner: account.id, at: clock.now(), by, reason });
			}
			await finish(account);
			// Repeating the same text only retries an e-mail that was not sent.
			const referral = await last(account.id);
			if (!referral) {
				return refused(refuse('store-unavailable'));
			}
			await mail(account, referral);
			return done(await last(account.id) ?? referral);
		}, () => refused(refuse('partner-busy'))),
	};
}
