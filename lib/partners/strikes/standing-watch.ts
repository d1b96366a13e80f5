import type { Host } from '../../kernel/host/ports';
import type { PartnerAccount } from '../company/account';
import { holdsPosts, rankOf, type Stage } from './standing-rules';
import type { Standings } from './standings';
import type { StrikeStore } from './store';
import { strikesPathOf } from './paths';

interface Parts {
	store: StrikeStore;
	standings: Standings;
	host: Pick<Host, 'clock' | 'leases' | 'messenger'>;
}

/** Notifies people when an account's stage changes, once per stage. The standing itself does not depend on it. */
export interface StandingWatch { notify(account: PartnerAccount): Promise<void> }

export function standingWatch({ store, standings, host }: Parts): StandingWatch {
	const { clock, leases, messenger } = host;

	async function speak({ id, company, owners }: PartnerAccount, before: Stage, event: number): Promise<void> {
		const { stage, points } = await standings.of(id);
		// The id comes from the recorded event: sent again after a crash it is the same notification.
		const message = { about: `${id}:${event}`, facts: [company, String(points)] };
		if (stage !== 'good' && rankOf(stage) > rankOf(before)) {
			await messenger.send(owners, { ...message, kind: `partner-${stage}` });
			if (stage === 'review' || stage === 'referral') {
				await messenger.toAdministrators({ ...message, kind: `partner-${stage}-staff`, path: strikesPathOf(id) });
			}
		} else if (holdsPosts(before) && !holdsPosts(stage)) {
			await messenger.send(owners, { ...message, kind: 'partner-released' });
		}
	}

	return {
		async notify(account) {
			await leases.withLease(`standing:${account.id}`, async () => {
				const { noted } = await store.history(account.id);
				const stage = await standings.stage(account.id);
				if (stage !== noted.stage) {
					await speak(account, noted.stage as Stage, noted.event);
					await store.append({ kind: 'entered', partner: account.id, at: clock.now(), by: 0, stage });
				}
			}, () => undefined);
		},
	};
}
