import type { Problem } from 'forum-terms/forms/mark';

export type Answer =
	| boolean | string | string[] | { vendor: string; reference: string } | { provider: string; country: string };
export type Answers = Record<string, Answer>;

/** As the server sends it: lib/kernel/offers/checklist-form.ts. */
export interface Item {
	key: string;
	kind: 'confirm' | 'choice' | 'multi-choice' | 'version' | 'text' | 'long-text' | 'link' | 'vendor' | 'trunk';
	required: boolean;
	empty: string;
	minLength: number;
	minWords: number;
	prompt: string;
	promptMarkdown: string;
	help: string;
	helpMarkdown: string;
	placeholder: string;
	link: string;
	terms: string;
	hosts: string[];
	readers: 'everyone' | 'staff';
	stable: boolean;
	referencePrompt: string;
	suggestions: string[];
	unsupported: string[];
	shownWhen: { item: string; values: string[]; tags: string[]; listed: string } | null;
	options: {
		value: string; label: string; labelMarkdown: string; verdict: string; say: string; required: boolean;
		unticked: { verdict: string; say: string } | null;
	}[];
}

export interface Checklist {
	profile: string;
	version: number;
	kind: 'standard' | 'security';
	/** Whether missing answers stop the post; never those of a security report. */
	stops?: boolean;
	share?: 'all' | 'control' | 'clean';
	items: Item[];
	remembered?: Answers;
}

/** The author's choice about a suggested category. */
export interface SuggestionChoice { cid: number; choice: 'changed' | 'kept' }

/** Answers in the form that the server expects. */
export interface SentChecklist { version: number; answers: Answers; visit?: string; suggested?: SuggestionChoice }

/** The server's reason against an answer; `field` names it. */
export interface Reason { code: string; message: string; field?: string }

/** A field beside the checklist that is wrong too, such as the title. */
export interface Also { label: string; control: HTMLElement; problem: Problem }

/** A checklist on the page: its fields, answers and problems. */
export interface ChecklistFields {
	root: HTMLElement;
	answers(): Answers;
	/** Everything typed, by item, for a draft: including half answers and hidden fields. */
	typed(): Answers;
	/** Marks and lists problems and focuses them; true if there are none. */
	complete(also?: readonly Also[]): boolean;
	/** Shows the server's reasons at their items; false if they name none. */
	refuse(reasons: readonly Reason[], also?: readonly Also[]): boolean;
	progress(): { answered: number; asked: number; isComplete: boolean };
	/** Shows and hides items after the tags changed. */
	/** All answers in one line; empty while there are none. */
	line(): string;
	/** The author goes past the questions; of a security report nothing is asked again. */
	skip(): void;
	/** Focuses what is open, or else the first item. */
	focus(): void;
	arrange(): void;
	/** Answers one item on behalf of the author, who answered it elsewhere. */
	answer(key: string, answer: Answer): void;
	onChange(listener: () => void): void;
}
