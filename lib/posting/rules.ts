import { isEqual, orderBy, uniq, uniqWith } from 'lodash';
import type { Refusal } from '../kernel/refusals/refusal';
import { outcomes, type Reason, type ReviewOutcome, type Verdict } from '../kernel/slice/review';

function severity(outcome: ReviewOutcome): number {
	return outcomes.indexOf(outcome);
}

/** All reasons, worst first, and the worst outcome; ties keep the reviewers' order. */
export function verdictOf(reasons: readonly Reason[]): Verdict {
	if (reasons.length === 0) {
		return { outcome: 'allow', reasons: [] };
	}
	const sorted = orderBy(reasons, [reason => severity(reason.outcome)], ['desc']);
	return { outcome: sorted[0]?.outcome ?? 'allow', reasons: sorted };
}

/** One sentence for refusals of one kind, with everything they name in it. */
function merged(alike: readonly Refusal[]): Refusal[] {
	const [first] = alike;
	// A translatable word, such as the label of a field, stands for itself.
	const things = uniq(alike.flatMap(({ facts }) => facts.slice(0, 1)).filter(fact => typeof fact === 'string'));
	return !first ? [] : things.length > 0 && typeof first.facts[0] === 'string' ?
		[{ ...first, facts: [things.join('; '), ...first.facts.slice(1)] }] : [first];
}

/** What differs in more than the thing it names is another kind. */
const isAlike = (one: Refusal, other: Refusal) => one.code === other.code && one.clause === other.clause &&
	one.sentence === other.sentence && isEqual(one.facts.slice(1), other.facts.slice(1));

/**
 * The refusal for clients that show one message: the worst reason, and with it all that is as bad, so that an author
 * can mend everything in one round. Lesser reasons wait: what is refused is not asked about.
 */
export function oneRefusal(reasons: readonly Reason[]): Refusal | null {
	if (reasons.length === 0) {
		return null;
	}
	const told = reasons.filter(({ outcome }) => outcome === reasons[0]?.outcome).map(({ refusal }) => refusal);
	const kinds = uniqWith(told, isAlike).flatMap(kind => merged(told.filter(refusal => isAlike(kind, refusal))));
	const [first, ...more] = kinds;
	return first ? { ...first, ...more.length > 0 ? { more } : {} } : null;
}

/**
 * The verdict on a submission whose author is absent: a fork by a moderator, an approval from the queue. Nobody can
 * answer a question, so `ask` does not count again.
 */
export function withoutQuestions(verdict: Verdict): Verdict {
	return verdictOf(verdict.reasons.filter(({ outcome }) => outcome !== 'ask'));
}
