import type { DecisionBook } from '../../kernel/offers/decision-book';
import type { Host } from '../../kernel/host/ports';
import { done } from '../../kernel/refusals/outcome';
import { decisionBy } from '../../platform/decisions/draft';
import type { PartnerAccount } from '../company/account';
import { holdsPosts, rankOf, type Stage } from './standing-rules';
import type { Standings } from './standings';
import type { StrikeStore } from './store';
import { strikesPathOf } from '../company/paths';

const scope = 'standing';

interface Parts {
	store: StrikeStore;
	standings: Standings;
	book: Pick<DecisionBook, 'during' | 'resumes'>;
	host: Pick<Host, 'clock' | 'leases' | 'messenger'>;
}

/**
 * Notifies people when an account's stage changes, once per stage, and puts on record that its posts are held or no
 * longer. The standing itself does not depend on it.
 */
export interface StandingWatch { notify(account: PartnerAccount): Promise<void> }

export function standingWatch({ store, standings, book, host }: Parts): StandingWatch {
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

	/** A program decides this one (clause 4.12): enough strikes count, or no longer. */
	const draft = ({ id, owners }: PartnerAccount, act: 'halt' | 'release', about: number) => decisionBy({
		act, about, subject: { kind: 'partner', id }, affected: owners, by: 0, clause: '4.12', facts: '', scope, from: clock.now(),
		source: { kind: 'automatic-rule', id: scope }, automation: { detected: true, decided: true },
		sight: { right: 'staff', cids: 'all' },
	});
	/** The latest decision of ours about an account; 0: none. */
	const lastOf = async (partner: string) => (await store.history(partner)).entered.filter(id => id > 0).at(-1) ?? 0;
	async function enter(
		account: PartnerAccount, noted: { stage: string; event: number }, stage: Stage,
	): Promise<void> {
		const before = noted.stage as Stage;
		const work = async (decision: number) => {
			await speak(account, before, noted.event);
			await store.append({ kind: 'entered', partner: account.id, at: clock.now(), by: 0, stage, decision });
			return done(null);
		};
		if (holdsPosts(before) === holdsPosts(stage)) {
			await work(0);
		} else {
			const said = holdsPosts(stage) ? draft(account, 'halt', 0) : draft(account, 'release', await lastOf(account.id));
			await book.during(said, ({ id }) => work(id));
		}
	}
	book.resumes({
		acts: ['halt', 'release'], owns: decision => decision.scope === scope,
		lease: ({ subject }) => `standing:${subject.id}`,
		// A stage that was not entered is entered by the job.
		finish: async ({ id, subject }) => ((await store.history(subject.id)).entered.includes(id) ?
			{ kind: 'done' } : { kind: 'failed', code: 'interrupted' }),
		endedAt: async ({ id, act, subject }) => (act === 'halt' && await lastOf(subject.id) === id ? null : 0),
	});

	return {
		async notify(account) {
			await leases.withLease(`standing:${account.id}`, async () => {
				const { noted } = await store.history(account.id);
				const stage = await standings.stage(account.id);
				if (stage !== noted.stage) {
					await enter(account, noted, stage);
				}
			}, () => undefined);
		},
	};
}
