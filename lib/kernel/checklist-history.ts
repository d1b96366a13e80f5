/** One thing that is remembered of a member's answers, for him to see. */
export interface RememberedAnswer { key: string; prompt: string; text: string; value: unknown }

/** What the checklists hold of one member, for himself. */
export interface ChecklistHistory {
	/** Answers that are offered to him the next time. */
	remembered: RememberedAnswer[];
	/** Items that staff let go for him, and until when (milliseconds since 1970). */
	waivers: { key: string; reason: string; at: number; until: number }[];
	/** What he answered, newest first: `most` records at most. */
	records: object[];
}

export interface ChecklistHistoryLookup {
	of(uid: number, language: string, most: number): Promise<ChecklistHistory>;
	/** All records, newest first, a batch at a time. */
	records(uid: number): AsyncIterable<readonly object[]>;
}
