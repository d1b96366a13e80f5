/** A category as the terms show it to a reader (clause 5), with its subcategories. */
export interface GuideEntry {
	cid: number;
	name: string;
	description: string;
	/** What may be posted there, in Markdown, in the reader's language if there is one; empty without rules. */
	rules: string;
	/** Safe HTML of the same. */
	rulesHtml: string;
	/** All descendants in the forum's order; empty for entries that are descendants themselves. */
	below: GuideEntry[];
}

/** The current categories that a reader may find and read, in their language; uid 0 is a guest. */
export type CategoryGuide = (uid: number, language: string) => Promise<GuideEntry[]>;
