/** The checklist profile of each category, for rooms that set it. */
export interface ChecklistPlaces {
	/** Profile per category id, for categories with an own choice. */
	chosen(): Promise<Record<'topics' | 'replies', Readonly<Record<string, string>>>>;
	/** An empty profile removes the choice. */
	choose(choices: readonly { cid: number; asked: 'topics' | 'replies'; profile: string }[]): Promise<void>;
	/** Ids of all profiles, including the one that asks nothing. */
	profiles(): Promise<readonly string[]>;
}
