import type { Host, Message } from '../../kernel/host/ports';
import type { PartnerAccount } from '../company/account';
import { holdsPosts, rankOf, type Stage } from './standing-rules';
import type { Standings } from './standings';
import type { StrikeStore } from './store';
import { strikesPath, strikesPathOf } from './paths';

interface Parts {
	store: StrikeStore;
	standings: Standings;
	host: Pick<Host, 'clock' | 'leases' | 'members' | 'messenger'>;
}

/** Notifies people when an account's stage changes, once per stage. The standing itself does not depend on it. */
export interface StandingWatch { look(account: PartnerAccount): Promise<void> }

const told: Record<Exclude<Stage, 'good'>, Message['kind']> = {
	notified: 'partner-notified', held: 'partner-held', review: 'partner-review', referral: 'partner-referral',
};

export function standingWatch({ store, standings, host }: Parts): StandingWatch {
	const { clock, leases, members, messenger } = host;

	async function speak({ id, company, owners }: PartnerAccount, before: Stage, event: number): Promise<void> {
		const { stage, points } = await standings.of(id);
		const send = (uids: readonly number[], kind: Message['kind'], path: string) => messenger.send(uids, {
			// The id comes from the recorded event: sent again after a crash it is the same notification.
			id: `forum-terms:${kind}:${id}:${event}`, kind, path, facts: [company, String(points)],
		});
		if (stage !== 'good' && rankOf(stage) > rankOf(before)) {
			await send(owners, told[stage], strikesPath);
			if (stage === 'review' || stage === 'referral') {
				await send(await members.inGroups(['administrators']), `${told[stage] as 'partner-review' | 'partner-referral'}-staff`, strikesPathOf(id));
			}
		} else if (holdsPosts(before) && !holdsPosts(stage)) {
			await send(owners, 'partner-released', strikesPath);
		}
	}

	return {
		async look(account) {
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
