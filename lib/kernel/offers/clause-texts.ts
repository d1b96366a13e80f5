import type { ClauseId } from '../refusals/clause';

/** The version that has a clause at a moment; `hash` is empty if the text has no clause with this number. */
export interface CitedClause {
	document: string;
	/** For example `forum-3`. */
	version: string;
	/** The canonical language, whose text is hashed. */
	language: string;
	/** SHA-256 of the clause's text, hex. */
	hash: string;
}

/** A clause as it stands in one version, in one language; `text` is markdown. */
export interface ClauseText { heading: string; text: string; language: string }

/** The clauses of the published terms. */
export interface ClauseTexts {
	/** The version in force of the document that has the clause; without one, of the first document. Null: none yet. */
	inForce(clause: ClauseId | null): Promise<CitedClause | null>;
	/** The clause in a published version, in this language if it has one; null if the version has no such clause. */
	text(version: string, clause: ClauseId, language: string): Promise<ClauseText | null>;
}
