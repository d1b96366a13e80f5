import type { ClauseText } from '../../kernel/offers/clause-texts';
import type { DecisionSnapshot, EndedDecision } from '../../kernel/offers/decision-book';
import type { Members } from '../../kernel/host/ports';
import { euStatementOf, type EuStatement } from './eu-statement';
import { named } from '../../platform/people';

/**
 * A decision as staff read it. Names follow the EU's statement-of-reasons API v2 where they mean the same; times in
 * milliseconds since 1970.
 */
export interface DecisionView {
	id: number;
	act: string;
	at: number;
	outcome: EndedDecision['outcome'];
	subject: { kind: string; id: string; name: string };
	affected: { uid: number; username: string }[];
	/** 0 and empty for a program and for a deleted account. */
	by: number;
	byName: string;
	isByProgram: boolean;
	about: number;
	clause: string;
	decisionGround: string;
	document: string;
	termsVersion: string;
	clauseHash: string;
	/** Clause 1: what was spoken against. */
	target: string;
	decisionFacts: string;
	/** For staff only. */
	note: string;
	sourceType: string;
	sourceId: string;
	automatedDetection: boolean;
	automatedDecision: boolean;
	/** The slice's record, such as `restriction:12`. */
	matter: string;
	scope: string;
	applicationDate: number;
	/** 0: without an end. */
	endDate: number;
	notice: EndedDecision['notice'];
	redress: string;
	snapshots: number;
	digest: string;
	/** The same in the EU's own names and values; null for decisions that restrict nobody. */
	eu: EuStatement | null;
}

/** Names of partners' companies by the account's id, in one read; deleted accounts are missing. */
export type CompanyNames = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Where the names in a view come from. */
export interface NameSources { host: { members: Pick<Members, 'profiles'> }; companies: CompanyNames }

/** With the names of all people and companies; one read each. */
export async function decisionViews(
	decisions: readonly EndedDecision[], { host, companies }: NameSources,
): Promise<DecisionView[]> {
	const [nameOf, companyOf] = await Promise.all([
		named(host.members, decisions.flatMap(({ by, affected }) => [by, ...affected])),
		companies(decisions.flatMap(({ subject }) => (subject.kind === 'partner' ? [subject.id] : []))),
	]);
	const subjectName = ({ kind, id }: EndedDecision['subject']) => (kind === 'member' ? nameOf(Number(id)).username :
		kind === 'partner' ? companyOf.get(id) ?? id : id);
	return decisions.map((one) => {
		const { id, act, at, outcome, subject, affected, by, byKey, about, ground, against, notice, redress } = one;
		return {
			id, act, at, outcome, affected: affected.map(uid => ({ uid, username: nameOf(uid).username })),
			subject: { ...subject, name: subjectName(subject) },
			by, byName: nameOf(by).username, isByProgram: byKey === '', about, clause: one.clause ?? '',
			decisionGround: ground, document: one.document, termsVersion: one.termsVersion, clauseHash: one.clauseHash,
			target: against ?? '', decisionFacts: one.facts, note: one.note, sourceType: one.source.kind,
			sourceId: one.source.id, automatedDetection: one.automation.detected,
			automatedDecision: one.automation.decided, matter: one.matter, scope: one.scope, applicationDate: one.from,
			endDate: one.until, notice, redress, snapshots: one.snapshots.length, digest: one.digest,
			eu: euStatementOf(one),
		};
	});
}

/** A kept text without what only the database needs. */
export const textView = ({ uid: _uid, ...text }: DecisionSnapshot) => text;

/** One decision with the sentence of its version, the texts it rests on, and what came of it. */
export interface DecisionCase extends DecisionView {
	sentence: ClauseText | null;
	texts: ReturnType<typeof textView>[];
	later: DecisionView[];
}
