import type { DecisionBook, DecisionDraft, DecisionRecord, SpokenAgainst } from '../../kernel/offers/decision-book';
import type { Clock } from '../../kernel/host/ports';
import { done, type Outcome } from '../../kernel/refusals/outcome';
import { decisionBy } from '../../platform/decisions/draft';
import type { PostEvidence } from '../../platform/decisions/post-evidence';
import type { PartnerAccount } from '../company/account';
import type { Strike, StrikeCase } from './strike';
import type { StrikeStore } from './store';

interface Parts {
	store: Pick<StrikeStore, 'history' | 'give' | 'append' | 'dropWords'>;
	book: Pick<DecisionBook, 'during' | 'resumes'>;
	evidence: PostEvidence;
	clock: Clock;
}

/** A person's final word about a strike. */
interface Word { counts: boolean; reason: string; by: number; isAlone: boolean }

type Given = Omit<Strike, 'id' | 'decision' | 'reporters'>;

/** Strikes on record: each decision before its row, and its outcome after it. Under the account's lease. */
export interface StrikeRecord {
	/** The post is kept as it stands. */
	give(account: PartnerAccount, strike: Given, target: SpokenAgainst | null): Promise<Outcome<Strike>>;
	/** The decision as `give` would put it on record. */
	planned(account: PartnerAccount, strike: Given, target: SpokenAgainst | null): Promise<DecisionDraft>;
	decide(account: PartnerAccount, strike: StrikeCase, word: Word): Promise<Outcome<null>>;
}

const scope = 'strike';

export function strikeRecord({ store, book, evidence, clock }: Parts): StrikeRecord {
	const draft = (
		{ id, owners }: PartnerAccount, { uid, cid, clause }: Pick<Strike, 'uid' | 'cid' | 'clause'>,
		more: Pick<DecisionDraft, 'act' | 'by' | 'facts'> & Partial<DecisionDraft>,
	): DecisionDraft => decisionBy({
		subject: { kind: 'partner', id }, affected: [uid, ...owners], clause, scope, from: clock.now(),
		sight: { right: 'moderate', cids: [cid] }, ...more,
	});

	const given = (account: PartnerAccount, strike: Given, more: Pick<DecisionDraft, 'source' | 'against'>) =>
		draft(account, strike, {
			act: 'strike', by: strike.by, facts: strike.reason, until: strike.expiresAt, redress: 'answer', ...more,
		});

	book.resumes({
		acts: ['strike', 'uphold', 'withdraw'], owns: decision => decision.scope === scope,
		lease: ({ subject }) => `partner:${subject.id}`,
		async finish({ id, subject }: DecisionRecord) {
			const { strikes } = await store.history(subject.id);
			const isKept = strikes.some(strike =>
				strike.decision === id || strike.decisions.some(({ decision }) => decision === id));
			return isKept ? { kind: 'done' } : { kind: 'failed', code: 'interrupted' };
		},
		async expire({ id, act, subject }, what) {
			const strike = (await store.history(subject.id)).strikes.find(one =>
				one.decision === id || one.decisions.some(({ decision }) => decision === id));
			await (strike ? store.dropWords(subject.id, (row) => {
				const isOfIt = 'strike' in row ? row.strike === strike.id : 'pid' in row && row.id === strike.id;
				return act === 'strike' ? isOfIt && (what === 'all' || ('kind' in row && row.kind === 'answered')) :
					what === 'all' && 'kind' in row && row.kind === 'decided' && row.decision === id;
			}) : undefined);
		},
	});

	return {
		async give(account, strike, target) {
			const [snapshots, { source, reporters }] = await Promise.all([
				evidence.snapshots([strike.pid]), evidence.reports([strike.pid]),
			]);
			return book.during(given(account, strike, { source, against: target }),
				async ({ id }) => done(await store.give({ ...strike, reporters, decision: id })), { snapshots });
		},
		async planned(account, strike, target) {
			const { source } = await evidence.reports([strike.pid]);
			return given(account, strike, { source, against: target });
		},
		decide: (account, strike, { counts, reason, by, isAlone }) => book.during(
			draft(account, strike, {
				act: counts ? 'uphold' : 'withdraw', by, facts: reason, about: strike.decision, note: isAlone ? 'alone' : '',
				source: { kind: 'appeal', id: String(strike.decision) },
			}),
			async ({ id: decision }) => {
				await store.append({
					kind: 'decided', partner: account.id, at: clock.now(), by, strike: strike.id, counts, reason, isAlone, decision,
				});
				return done(null);
			},
		),
	};
}
