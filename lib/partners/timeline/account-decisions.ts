import type { DecisionBook, DecisionSubject } from '../../kernel/offers/decision-book';
import type { Host } from '../../kernel/host/ports';
import type { Citations } from '../../platform/decisions/citations';
import type { ShownDeciders } from '../../platform/decisions/shown-decider';
import { isTold } from '../../platform/decisions/notice';
import { named } from '../../platform/people';
import type { OwnersAct } from './owners-acts';

const mostDecisions = 200;

/** A decision about an account as its owners read it: without what staff noted. */
export interface AccountDecision {
	/** Its number on record; 0 for an owner's act that is no decision, such as an answer. */
	id: number;
	act: string;
	/** The account, or the post or person of it. */
	subject: DecisionSubject;
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

/** `acts`: those of its owners. */
interface Wanted { id: string; at: number; acts: readonly OwnersAct[] }

/**
 * The latest decisions about an account and acts of its owners, up to a moment, newest first; those affected read none
 * that they have not been told of.
 */
export async function accountDecisions(
	{ book, citations, deciders, host }: {
		book: Pick<DecisionBook, 'of'>; citations: Citations; deciders: ShownDeciders; host: Pick<Host, 'members' | 'clock'>;
	},
	{ id, at, acts }: Wanted, reader: { isAffected: boolean; language: string },
): Promise<AccountDecision[]> {
	const now = host.clock.now();
	const found = (await book.of({ kind: 'partner', id }, mostDecisions)).filter(decision =>
		decision.at <= at && (!reader.isAffected || isTold(decision.notice, now)));
	const [citationOf, shown] = await Promise.all([
		citations(found.map(decision => decision.id), reader.language), deciders.to(reader.isAffected),
	]);
	const nameOf = await named(host.members, found.map(({ by }) => shown(by)));
	const decided = found.map((decision): AccountDecision => {
		const { act, subject, about, at: madeAt, until, clause, facts, by } = decision;
		const { termsVersion, heading, sentence } = citationOf(decision.id);
		return {
			id: decision.id, act, subject, about, at: madeAt, until, decidedBy: nameOf(shown(by)).username,
			clause: clause ?? '', facts, termsVersion, heading, sentence,
		};
	});
	const nothing = { id: 0, until: 0, decidedBy: '', clause: '', termsVersion: '', heading: '', sentence: '' };
	const done = acts.filter(act => act.at <= at).map(({ uid, ...act }): AccountDecision => ({
		...nothing, ...act, subject: uid > 0 ? { kind: 'member', id: String(uid) } : { kind: 'partner', id },
	}));
	return [...decided, ...done].sort((a, b) => b.at - a.at || b.id - a.id).slice(0, mostDecisions);
}
