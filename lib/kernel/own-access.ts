/** An end of access as the member it is about reads it; times in milliseconds since 1970, `until` 0 for good. */
export interface OwnRestriction {
	id: number;
	scope: string | { categories: number[] };
	/** Name of the scope in sentences: `forum-terms:restriction.scope.<scopeName>`. */
	scopeName: string;
	decidedAt: number;
	from: number;
	until: number;
	/** Empty where there is none, or nobody has named it yet. */
	clause: string;
	cause: 'clause' | 'none' | 'owed';
	evidence: readonly string[];
	reason: string;
	state: string;
	ended: { why: string; at: number; reason: string } | null;
	/** `isAlone`: answered by whoever had decided, for want of anybody else. */
	appeal: { text: string; at: number; state: string; answer: string; isAlone: boolean } | null;
	/** Part of the address of its statement, `/forum-terms/access/<code>`; for the member alone: it needs no login. */
	code: string;
}

/** What was decided about a member's own access and told to him, newest first (clause 6). */
export type OwnAccessLookup = (uid: number) => Promise<OwnRestriction[]>;
