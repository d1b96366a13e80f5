/** Another category that a text sounds like (clause 4). */
export interface CategorySuggestion {
	cid: number;
	name: string;
	/** The words of the blueprint that were found in the text. */
	words: readonly string[];
}

/** What a new topic sounds like, other than where it is; null when nothing speaks clearly for another category. */
export type CategorySuggestions = (
	text: { title?: string | undefined; content: string }, cid: number, uid: number,
) => Promise<CategorySuggestion | null>;

/** What an author did with a suggestion. */
export interface SuggestionChoice { cid: number; choice: 'changed' | 'kept' }

/** The choice as a sentence for the record; null when the author could not have been shown that category. */
export type SuggestionNote = (choice: SuggestionChoice, uid: number, language: string) => Promise<string | null>;
