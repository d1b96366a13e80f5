/** Another category that a text sounds like (clause 4). */
export interface CategorySuggestion {
	cid: number;
	name: string;
	/** The blueprint's words that occur in the text. */
	words: readonly string[];
}

/** The category that a new topic sounds like; null unless one clearly matches better than the chosen one. */
export type CategorySuggestions = (
	text: { title?: string | undefined; content: string }, cid: number, uid: number,
) => Promise<CategorySuggestion | null>;

/** What an author did with a suggestion. */
export interface SuggestionChoice { cid: number; choice: 'changed' | 'kept' }

/** The choice as a sentence for the record; null if the author cannot have seen that suggestion. */
export type SuggestionNote = (choice: SuggestionChoice, uid: number, language: string) => Promise<string | null>;
