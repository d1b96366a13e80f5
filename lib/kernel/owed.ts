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
}

/** What a member owes before he may write; handing the texts out is recorded as having shown them (clause 2). */
export type OwedLookup = (uid: number, language: string) => Promise<OwedText[]>;
