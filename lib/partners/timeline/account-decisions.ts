import type { DecisionBook } from '../../kernel/offers/decision-book';
import type { Host } from '../../kernel/host/ports';
import type { Citations } from '../../platform/decisions/citations';
import type { ShownDeciders } from '../../platform/decisions/shown-decider';
import { named } from '../../platform/people';

const mostDecisions = 200;

/** A decision about an account as its owners read it: without what staff noted. */
export interface AccountDecision {
	id: number;
	act: string;
	/** The decision it answers or ends; 0: none. */
	about: number;
	/** Milliseconds since 1970; `until` 0: without an end. */
	at: number;
	until: number;
	/** Who decided; empty for the forum's staff, as the setting says, and for a program. */
	decidedBy: string;
	clause: string;
	facts: string;
	/** The clause as it stood then. */
	termsVersion: string;
	heading: string;
	sentence: string;
}

/** The latest decisions about an account up to a moment, newest first. */
export async function accountDecisions(
	{ book, citations, deciders, host }: {
		book: Pick<DecisionBook, 'of'>; citations: Citations; deciders: ShownDeciders; host: Pick<Host, 'members'>;
	},
	id: string, at: number, reader: { isAffected: boolean; language: string },
): Promise<AccountDecision[]> {
	const found = (await book.of({ kind: 'partner', id }, mostDecisions)).filter(decision => decision.at <= at);
	const [citationOf, shown] = await Promise.all([
		citations(found.map(decision => decision.id), reader.language), deciders.to(reader.isAffected),
	]);
	const nameOf = await named(host.members, found.map(({ by }) => shown(by)));
	return found.map(({ id: number, act, about, at: madeAt, until, clause, facts, by }) => {
		const { termsVersion, heading, sentence } = citationOf(number);
		return {
			id: number, act, about, at: madeAt, until, decidedBy: nameOf(shown(by)).username, clause: clause ?? '', facts,
			termsVersion, heading, sentence,
		};
	});
}
