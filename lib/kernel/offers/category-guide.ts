/** A category as the terms show it to one reader (clause 5), with what lies below it. */
export interface GuideEntry {
	cid: number;
	name: string;
	description: string;
	/** What may be written there, in the reader's language where the blueprint has it; empty when nothing is said. */
	rules: string;
	/** Everything below it, however deep, in the forum's order; empty at entries that lie below another. */
	below: GuideEntry[];
}

/** The living list of categories that a reader may find and read, in their language; 0 is a guest. */
export type CategoryGuide = (uid: number, language: string) => Promise<GuideEntry[]>;
