import type { DecisionBook } from '../../kernel/offers/decision-book';
import type { Citations } from '../../platform/decisions/citations';

const mostDecisions = 200;

/** A decision about an account as its owners read it: neither who decided nor what staff noted. */
export interface AccountDecision {
	id: number;
	act: string;
	/** The decision it answers or ends; 0: none. */
	about: number;
	/** Milliseconds since 1970; `until` 0: without an end. */
	at: number;
	until: number;
	clause: string;
	facts: string;
	/** The clause as it stood then. */
	termsVersion: string;
	heading: string;
	sentence: string;
}

/** The latest decisions about an account up to a moment, newest first. */
export async function accountDecisions(
	{ book, citations }: { book: Pick<DecisionBook, 'of'>; citations: Citations }, id: string, at: number, language: string,
): Promise<AccountDecision[]> {
	const found = (await book.of({ kind: 'partner', id }, mostDecisions)).filter(decision => decision.at <= at);
	const citationOf = await citations(found.map(decision => decision.id), language);
	return found.map(({ id: number, act, about, at: madeAt, until, clause, facts }) => {
		const { termsVersion, heading, sentence } = citationOf(number);
		return { id: number, act, about, at: madeAt, until, clause: clause ?? '', facts, termsVersion, heading, sentence };
	});
}
