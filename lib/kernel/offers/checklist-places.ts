/** The own choices of the categories. */
export type ChosenChecklists = Record<'topics' | 'replies', Readonly<Record<string, string>>> & {
	/** Ids of categories whose checklist only records what is missing. */
	recordOnly: Record<'topics' | 'replies', readonly number[]>;
};

/** Without `recordOnly` a choice stops or records as the one before it. */
export interface ChecklistChoice { cid: number; asked: 'topics' | 'replies'; profile: string; recordOnly?: boolean }

/** The checklist profile of each category, for rooms that set it. */
export interface ChecklistPlaces {
	/** Profile per category id, for categories with an own choice, and where it stops nobody. */
	chosen(): Promise<ChosenChecklists>;
	/** An empty profile removes the choice. */
	choose(choices: readonly ChecklistChoice[]): Promise<void>;
	/** Ids of all profiles, including the one that asks nothing. */
	profiles(): Promise<readonly string[]>;
}
