/** An appeal or answer that waits for a person's decision, as a staff member sees it. */
export interface WaitingMatter {
	kind: 'appeal' | 'strike-answer' | 'suspension-answer';
	/** The member's or the company's name. */
	about: string;
	/** Milliseconds since 1970. */
	since: number;
	/** Where it is decided, without the forum's prefix. */
	path: string;
	/** Who decides instead of the reader, if the reader is a party; empty if the reader may. */
	otherDeciders: string;
}

/** What waits and this member may see, at most a hundred; null if they decide nothing of the kind. */
export type WaitingLookup = (uid: number) => Promise<readonly WaitingMatter[] | null>;
