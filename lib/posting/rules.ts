import { isEqual, orderBy, uniq } from 'lodash';
import type { Refusal } from '../kernel/refusal';
import { outcomes, type Reason, type ReviewOutcome, type Verdict } from '../kernel/review';

function severity(outcome: ReviewOutcome): number {
	return outcomes.indexOf(outcome);
}

/** All reasons, worst first, and the worst outcome of them; reviewers' order breaks ties. */
export function verdictOf(reasons: readonly Reason[]): Verdict {
	const sorted = orderBy(reasons, [reason => severity(reason.outcome)], ['desc']);
	return { outcome: sorted[0]?.outcome ?? 'allow', reasons: sorted };
}

/**
 * The refusal that an author hears where only one sentence fits: the worst, with everything else of its kind named in
 * it. What differs in more than the thing it names is another kind.
 */
export function oneRefusal(reasons: readonly Reason[]): Refusal | null {
	const first = reasons[0]?.refusal;
	if (!first) {
		return null;
	}
	const alike = reasons.map(({ refusal }) => refusal).filter(({ code, clause, facts }) =>
		code === first.code && clause === first.clause && isEqual(facts.slice(1), first.facts.slice(1)));
	// A word of ours, such as the label of a field, stands for itself.
	const things = uniq(alike.flatMap(({ facts }) => facts.slice(0, 1)).filter(fact => typeof fact === 'string'));
	return things.length > 0 && typeof first.facts[0] === 'string' ?
		{ ...first, facts: [things.join('; '), ...first.facts.slice(1)] } : first;
}

/**
 * The verdict on a draft whose author is not in the room: a fork by a moderator, an approval from the queue.
 * Nobody is there to answer a question, so what would be asked is not held against them a second time.
 */
export function withoutQuestions(verdict: Verdict): Verdict {
	return verdictOf(verdict.reasons.filter(({ outcome }) => outcome !== 'ask'));
}
