/** A checklist as browsers and machine clients get it: everything needed to show it and to answer. */
export interface ChecklistForm {
	profile: string;
	version: number;
	items: {
		key: string;
		kind: 'confirm' | 'choice' | 'text' | 'version';
		required: boolean;
		minLength: number;
		prompt: string;
		help: string;
		link: string;
		shownWhen: { item: string; values: readonly string[] } | null;
		options: { value: string; label: string; verdict: string; say: string }[];
	}[];
}

/** The form of a category; null when nothing is asked before a new topic there. */
export type ChecklistLookup = (cid: number | null, language: string) => Promise<ChecklistForm | null>;
