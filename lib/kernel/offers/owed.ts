/** One text that somebody has to accept, as a page, a dialog or an API client shows it. */
export interface OwedText {
	document: string;
	title: string;
	version: string;
	language: string;
	hash: string;
	/** Safe HTML of the whole text. */
	html: string;
	changelog: string;
	/** The version the reader accepted before, for the comparison; empty when there is none. */
	changedSince: string;
	declined: boolean;
	/** Whether it stops a post now; otherwise there is time until `dueAt`. */
	due: boolean;
	/** Milliseconds since 1970; 0 when there never was a grace. */
	dueAt: number;
	/** The same for people, ISO 8601; empty when it stops a post already. */
	dueAtISO: string;
	/** The text is not in the reader's language, so another one is shown. */
	isFallback: boolean;
}

/** Where somebody is about to write. */
export interface WritingPlace { cid?: string; tid?: string; pid?: string }

/** What a member owes before they may write; handing the texts out is recorded as having shown them (clause 2). */
export type OwedLookup = (uid: number, language: string, place?: WritingPlace) => Promise<OwedText[]>;
