import type { Host } from '../../kernel/host/ports';
import type { Citations } from '../../platform/decisions/citations';
import type { ShownDeciders } from '../../platform/decisions/shown-decider';
import { named } from '../../platform/people';
import type { PartnerAccount } from '../company/account';
import type { PartnerStatements } from '../timeline/statements';
import { halfTime, strikeState, weightAt } from './standing-rules';
import type { Ending } from './referrals';
import { isAnswerable, type Referral, type StrikeCase } from './strike';

/** Who reads it: `isAffected` people of the account read who decided only if the setting says so. */
export interface StrikeReader {
	language: string;
	isAffected: boolean;
	/** Names of those who decide about an answer instead of the reader; empty if the reader may. */
	decidersOf?(strike: StrikeCase): Promise<string>;
}

/** Strikes and referrals with names, for owners and the forum's staff. */
export function strikeViews({ citations, statements, deciders, host: { clock, members } }: {
	citations: Citations; statements: Pick<PartnerStatements, 'strikes'>; deciders: ShownDeciders;
	host: Pick<Host, 'clock' | 'members'>;
}) {
	async function names(uids: readonly number[]): Promise<(uid: number) => string> {
		const nameOf = await named(members, uids);
		return uid => nameOf(uid).username;
	}
	return {
		/** Newest first. */
		async strikes(
			account: Pick<PartnerAccount, 'company'>, cases: readonly StrikeCase[],
			{ language, isAffected, decidersOf = async () => '' }: StrikeReader,
		) {
			const [now, shown] = [clock.now(), await deciders.to(isAffected)];
			const others = new Map(await Promise.all(cases.map(async one => [one.id, await decidersOf(one)] as const)));
			const [nameOf, citationOf, statementOf] = await Promise.all([
				names(cases.flatMap(({ uid, by, decisions }) => [uid, by, ...decisions.map(one => one.by)])),
				citations(cases.flatMap(one =>
					[one.decision, ...one.decisions.map(({ decision }) => decision)]), language),
				statements.strikes(account, cases.map(one => ({ ...one, isOpen: isAnswerable(one, now) })), language),
			]);
			return [...cases].reverse().map((strike) => {
				const { id, pid, uid, clause, points, reason, at, answerBy, expiresAt, answer } = strike;
				const [by, decision] = [shown(strike.by), strike.decisions.at(-1)];
				const decidedBy = shown(decision?.by ?? 0);
				return {
					// A deleted author has a number that is nobody's.
					id, pid, uid: Math.max(0, uid), username: nameOf(uid), clause, points, reason,
					by, byName: nameOf(by), at, answerBy,
					halvesAt: halfTime(strike), expiresAt, state: strikeState(strike, now),
					weight: weightAt(strike, now), answer: answer && { text: answer.text, at: answer.at },
					otherDeciders: others.get(id) ?? '', record: strike.decision, ...citationOf(strike.decision),
					statement: statementOf(strike.decision),
					decision: decision ? {
						counts: decision.counts, reason: decision.reason, by: decidedBy, at: decision.at,
						isAlone: decision.isAlone, byName: nameOf(decidedBy), record: decision.decision,
						termsVersion: citationOf(decision.decision).termsVersion,
					} : null,
				};
			});
		},
		async referrals(referrals: readonly Referral[], isAffected: boolean) {
			const [nameOf, shown] = await Promise.all([names(referrals.map(({ by }) => by)), deciders.to(isAffected)]);
			return [...referrals].reverse().map(({ decision, ...referral }) => {
				const by = shown(referral.by);
				return { ...referral, by, byName: nameOf(by), record: decision };
			});
		},
		async endings(endings: readonly Ending[]) {
			const nameOf = await names(endings.map(({ uid }) => uid));
			return endings.map(ending => ({ ...ending, username: nameOf(ending.uid) }));
		},
	};
}
