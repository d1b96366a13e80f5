import type { Soon } from '../host/soon';

/** A text that somebody has to accept, for a page, a dialog or an API client. */
export interface OwedText {
	document: string;
	title: string;
	version: string;
	/** How readers know that version, in their language: "Version 3 of 12 March 2026". */
	name: string;
	language: string;
	/** The same by its name in the reader's language. */
	languageName: string;
	hash: string;
	/** Safe HTML of the whole text. */
	html: string;
	changelog: string;
	/** The version the reader accepted before, for comparison; empty if none. */
	changedSince: string;
	/** The day they accepted it, in words; empty if none. */
	acceptedOn: string;
	declined: boolean;
	/** Whether it stops a post now; otherwise the grace period runs until `dueAt`. */
	due: boolean;
	/** Milliseconds since 1970; 0 without a grace period. */
	dueAt: number;
	/** The same in ISO 8601; empty if it stops a post now. */
	dueAtISO: string;
	/** The same day in words. */
	dueOn: string;
	/** The text is not available in the reader's language and is shown in another. */
	isFallback: boolean;
}

/** Where somebody is about to post. */
export interface WritingPlace { cid?: string; tid?: string; pid?: string }

/** What a member owes before they may post; returning the texts records them as shown (clause 2). */
export type OwedLookup = (uid: number, language: string, place?: WritingPlace) => Soon<readonly OwedText[]>;
