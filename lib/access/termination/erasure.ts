import type { DecisionRecord } from '../../kernel/offers/decision-book';
import type { Host } from '../../kernel/host/ports';
import { RefusedError } from '../../kernel/slice/edges';
import { walk } from '../../platform/paged-index';
import type { Step } from '../restriction/effect';
import type { HostReports } from '../restriction/host-reports';
import type { Restriction } from '../restriction/restriction';
import type { RestrictionStore } from '../restriction/store';
import { refuse } from '../../kernel/refusals/refusal';
import type { RestrictionLifecycle } from './restriction-lifecycle';
import type { ReturnBlock } from './return-block';

interface Parts {
	store: RestrictionStore;
	reports: Pick<HostReports, 'unwatch'>;
	returns: Pick<ReturnBlock, 'block'>;
	lifecycle: Pick<RestrictionLifecycle, 'forget'>;
	host: Pick<Host, 'clock' | 'leases'>;
}

/** What goes from a member's restrictions with their account, and when the time of the texts is over. */
export interface RestrictionErasure {
	/**
	 * Takes out what the member said, and what they would be given back. A block of their return stays, and one that
	 * was yet to come begins. Safe to repeat and to interrupt.
	 */
	forget(uid: number): Promise<void>;
	/** When the restriction of a decision ended; null: it has not, or nobody can read it. */
	endedAt(decision: Pick<DecisionRecord, 'act' | 'matter'>): Promise<number | null>;
	/** `texts`: what the member said; `all`: what staff said too. Safe to repeat. */
	expire(decision: Pick<DecisionRecord, 'act' | 'matter'>, what: 'texts' | 'all'): Promise<void>;
}

/** Nobody is left to get groups, tokens and texts; what was hidden, asked and blocked is another matter. */
function withoutHoldings(step: Step): Step[] {
	switch (step.kind) {
		case 'ban': case 'mute': return [{ kind: step.kind, before: null }];
		case 'posts': case 'return': case 'account': return [step];
		default: return [];
	}
}

/** `restriction:12`, as decisions name it. */
const numberOf = (matter: string): number => Number(/^restriction:(\d+)$/.exec(matter)?.[1] ?? 0);

export function restrictionErasure({ store, reports, returns, lifecycle, host }: Parts): RestrictionErasure {
	const { clock, leases } = host;

	async function dropAppealText({ id, ...rest }: Restriction): Promise<void> {
		await store.dropWords(id, ({ kind }) => kind === 'appealed');
		if (rest.appeal && rest.appeal.text !== '') {
			await store.change({ id, ...rest }, { appeal: { ...rest.appeal, text: '' } });
		}
	}
	async function dropAllWords(restriction: Restriction): Promise<void> {
		const { id, ended, appeal } = restriction;
		await store.dropWords(id, () => true);
		// What a restriction took has texts, too, and is given back no more.
		await store.journal.drop(id);
		await store.change(restriction, {
			reason: '', note: '', ended: ended && { ...ended, reason: '' }, appeal: appeal && { ...appeal, text: '', answer: '' },
		});
	}
	async function dropHoldings(restriction: Restriction): Promise<void> {
		const { id, state, blockReturn } = restriction;
		const journal = await store.journal.read(id);
		const steps = journal?.steps ?? [];
		if (journal) {
			await reports.unwatch(id, steps);
			await store.journal.write(id, steps.flatMap(withoutHoldings),
				steps.slice(0, journal.done).flatMap(withoutHoldings).length);
		} else if (state === 'waiting' && blockReturn) {
			// Before the account is gone: nobody knows its addresses afterwards.
			await returns.block(restriction);
			await store.journal.write(id, [{ kind: 'return' }]);
		}
	}
	async function forgetOne(restriction: Restriction): Promise<void> {
		const { id, state, appeal } = restriction;
		await (state === 'ended' ? store.journal.drop(id) : dropHoldings(restriction));
		await store.dropHeld(id);
		await dropAppealText(restriction);
		// Nobody is left to read an answer.
		await (appeal?.state === 'open' ? store.change(restriction, { appeal: null }) : undefined);
		if (!(await store.events(id)).some(({ kind }) => kind === 'account-deleted')) {
			await store.note(id, { at: clock.now(), by: 0, kind: 'account-deleted', words: '' });
		}
	}

	return {
		async forget(uid) {
			await leases.withLease(`member:${uid}`, async () => {
				for await (const ids of walk(store.of(uid), 100)) {
					for (const restriction of await store.read(ids.map(Number))) {
						await forgetOne(restriction);
					}
				}
				await store.noteLost(uid, 0);
				lifecycle.forget(uid);
			}, () => {
				throw new RefusedError(refuse('restriction-busy'));
			});
		},
		async endedAt({ act, matter }) {
			const [found] = act === 'restrict' ? await store.read([numberOf(matter)]) : [];
			return act !== 'restrict' ? 0 : found?.ended?.at ?? null;
		},
		async expire({ act, matter }, what) {
			const [found] = act === 'restrict' ? await store.read([numberOf(matter)]) : [];
			if (found?.state === 'ended') {
				await (what === 'all' ? dropAllWords(found) : dropAppealText(found));
			}
		},
	};
}
