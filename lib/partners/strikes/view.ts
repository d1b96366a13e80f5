import type { Host } from '../../kernel/host/ports';
import type { Citations } from '../../platform/decisions/citations';
import { named } from '../../platform/people';
import { halfTime, strikeState, weightAt } from './standing-rules';
import type { Ending } from './referrals';
import type { Referral, StrikeCase } from './strike';

/** Strikes and referrals with names, for owners and the forum's staff. */
export function strikeViews({ citations, host: { clock, members } }: {
	citations: Citations; host: Pick<Host, 'clock' | 'members'>;
}) {
	async function names(uids: readonly number[]): Promise<(uid: number) => string> {
		const nameOf = await named(members, uids);
		return uid => nameOf(uid).username;
	}
	return {
		/**
		 * Newest first. `decidersOf`: names of those who decide about an answer instead of the reader; empty if the
		 * reader may.
		 */
		async strikes(
			cases: readonly StrikeCase[], language: string,
			decidersOf: (strike: StrikeCase) => Promise<string> = async () => '',
		) {
			const deciders = new Map(await Promise.all(cases.map(async one =>
				[one.id, await decidersOf(one)] as const)));
			const nameOf = await names(cases.flatMap(({ uid, by, decisions }) =>
				[uid, by, ...decisions.map(one => one.by)]));
			const citationOf = await citations(cases.flatMap(one =>
				[one.decision, ...one.decisions.map(({ decision }) => decision)]), language);
			const now = clock.now();
			return [...cases].reverse().map((strike) => {
				const { id, pid, uid, clause, points, reason, by, at, answerBy, expiresAt, answer } = strike;
				const decision = strike.decisions.at(-1);
				return {
					id, pid, uid, username: nameOf(uid), clause, points, reason, by, byName: nameOf(by), at, answerBy,
					halvesAt: halfTime(strike), expiresAt, state: strikeState(strike, now),
					weight: weightAt(strike, now), answer: answer && { text: answer.text, at: answer.at },
					otherDeciders: deciders.get(id) ?? '', record: strike.decision, ...citationOf(strike.decision),
					decision: decision ? {
						counts: decision.counts, reason: decision.reason, by: decision.by, at: decision.at,
						isAlone: decision.isAlone, byName: nameOf(decision.by), record: decision.decision,
						termsVersion: citationOf(decision.decision).termsVersion,
					} : null,
				};
			});
		},
		async referrals(referrals: readonly Referral[]) {
			const nameOf = await names(referrals.map(({ by }) => by));
			return [...referrals].reverse().map(({ decision, ...referral }) =>
				({ ...referral, byName: nameOf(referral.by), record: decision }));
		},
		async endings(endings: readonly Ending[]) {
			const nameOf = await names(endings.map(({ uid }) => uid));
			return endings.map(ending => ({ ...ending, username: nameOf(ending.uid) }));
		},
	};
}
