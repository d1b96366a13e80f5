/** Which checklist profile a category asks, as far as other rooms may choose it. */
export interface ChecklistPlaces {
	/** Profile per category id, where one is chosen. */
	chosen(): Promise<Record<'topics' | 'replies', Readonly<Record<string, string>>>>;
	/** An empty text takes the choice away. */
	choose(choices: readonly { cid: number; asked: 'topics' | 'replies'; profile: string }[]): Promise<void>;
	/** Ids of the profiles there are, with the one that asks nothing. */
	profiles(): Promise<readonly string[]>;
}
