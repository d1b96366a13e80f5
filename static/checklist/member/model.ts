export type Answer =
	| boolean | string | string[] | { vendor: string; reference: string } | { provider: string; country: string };
export type Answers = Record<string, Answer>;

/** lib/kernel/checklist-form.ts is what the server sends. */
export interface Item {
	key: string;
	kind: 'confirm' | 'choice' | 'multi-choice' | 'version' | 'text' | 'link' | 'vendor' | 'trunk';
	required: boolean;
	minLength: number;
	prompt: string;
	help: string;
	link: string;
	hosts: string[];
	readers: 'everyone' | 'staff';
	stable: boolean;
	referencePrompt: string;
	suggestions: string[];
	shownWhen: { item: string; values: string[]; tags: string[] } | null;
	options: { value: string; label: string; verdict: string; say: string; required: boolean }[];
}

export interface Checklist {
	profile: string;
	version: number;
	kind: 'standard' | 'security';
	share?: 'all' | 'control' | 'clean';
	items: Item[];
	remembered?: Answers;
}

/** What an author did with a category that was suggested. */
export interface SuggestionChoice { cid: number; choice: 'changed' | 'kept' }

/** Answers as they go to the server. */
export interface SentChecklist { version: number; answers: Answers; visit?: string; suggested?: SuggestionChoice }

/** What the server has against an answer; `field` names it. */
export interface Reason { code: string; message: string; field?: string }

/** A checklist in the page: its fields, what is answered, and what is missing by name. */
export interface ChecklistFields {
	root: HTMLElement;
	answers(): Answers;
	/** By item, everything that is in the fields, for a draft: half an answer too, and what is out of sight. */
	typed(): Answers;
	/** Marks and lists what is missing, and takes the focus there; true when nothing stands in the way. */
	complete(): boolean;
	/** Shows the server's reasons at the items that they name; false when they name none. */
	refuse(reasons: readonly Reason[]): boolean;
	progress(): { answered: number; asked: number; isComplete: boolean };
	/** Shows and hides what depends on the tags, after these changed. */
	arrange(): void;
	/** Answers one item for the author, who said so elsewhere. */
	answer(key: string, answer: Answer): void;
	onChange(listener: () => void): void;
}
