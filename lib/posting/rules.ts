import { isEqual, orderBy, uniq } from 'lodash';
import type { Refusal } from '../kernel/refusal';
import { outcomes, type Reason, type ReviewOutcome, type Verdict } from '../kernel/review';

function severity(outcome: ReviewOutcome): number {
	return outcomes.indexOf(outcome);
}

/** All reasons, worst first, and the worst outcome; ties keep the reviewers' order. */
export function verdictOf(reasons: readonly Reason[]): Verdict {
	const sorted = orderBy(reasons, [reason => severity(reason.outcome)], ['desc']);
	return { outcome: sorted[0]?.outcome ?? 'allow', reasons: sorted };
}

/**
 * One refusal for an author: the worst, which also names the things of all others of its kind. Refusals that differ in
 * more than the named thing are of another kind.
 */
export function oneRefusal(reasons: readonly Reason[]): Refusal | null {
	const first = reasons[0]?.refusal;
	if (!first) {
		return null;
	}
	const alike = reasons.map(({ refusal }) => refusal).filter(({ code, clause, facts }) =>
		code === first.code && clause === first.clause && isEqual(facts.slice(1), first.facts.slice(1)));
	// Facts that are language keys, such as field labels, cannot be joined.
	const things = uniq(alike.flatMap(({ facts }) => facts.slice(0, 1)).filter(fact => typeof fact === 'string'));
	return things.length > 0 && typeof first.facts[0] === 'string' ?
		{ ...first, facts: [things.join('; '), ...first.facts.slice(1)] } : first;
}

/**
 * The verdict on a submission whose author is absent: a fork by a moderator, an approval from the queue. Nobody can
 * answer a question, so `ask` does not count again.
 */
export function withoutQuestions(verdict: Verdict): Verdict {
	return verdictOf(verdict.reasons.filter(({ outcome }) => outcome !== 'ask'));
}
