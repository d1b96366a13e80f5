import type { WritingPlace } from './owed';

/** The rules of a category for a reader. */
export interface ShownRules {
	/** Markdown. */
	text: string;
	/** Safe HTML of the same. */
	html: string;
}

/** The rules where somebody is about to write, in their language; null if the category has none, and for an edit. */
export type RulesLookup = (place: WritingPlace, language: string) => Promise<ShownRules | null>;
