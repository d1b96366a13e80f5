import { orderBy } from 'lodash';
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
 * The verdict on a draft whose author is not in the room: a fork by a moderator, an approval from the queue.
 * Nobody is there to answer a question, so what would be asked is not held against him a second time.
 */
export function withoutQuestions(verdict: Verdict): Verdict {
	return verdictOf(verdict.reasons.filter(({ outcome }) => outcome !== 'ask'));
}
