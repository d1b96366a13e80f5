import type { DecisionAct, DecisionGround, DecisionRecord, DecisionSubject } from '../../kernel/offers/decision-book';
import type { ClauseId } from '../../kernel/refusals/clause';

/** What others learn of a decision: no text of anybody, no reason in words, no name. */
export interface DecisionFacts {
	id: number;
	act: DecisionAct;
	/** `id` of a member: their uid; empty after their account was deleted. */
	subject: DecisionSubject;
	/** The earlier decision that it answers or changes; 0: none. */
	about: number;
	ground: DecisionGround;
	/** Null unless the ground is `cause`. */
	clause: ClauseId | null;
	/** The terms in force then. */
	termsVersion: string;
	/** When it was made, milliseconds since 1970. */
	at: number;
	/** Never who: decisions are the forum's. */
	by: 'person' | 'program';
}

export function factsOf(decision: DecisionRecord): DecisionFacts {
	const { id, act, subject: { kind, id: of }, about, ground, clause, termsVersion, at, byKey } = decision;
	return {
		id, act, subject: { kind, id: of }, about, ground, clause, termsVersion, at, by: byKey === '' ? 'program' : 'person',
	};
}
