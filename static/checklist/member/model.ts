import type { ChecklistForm, FormAnswer } from 'forum-terms/checklist/member/form';
import type { Problem } from 'forum-terms/forms/mark';

export type Answer = FormAnswer;
export type Answers = Record<string, Answer>;

/** As the server sends it. */
export type Checklist = ChecklistForm;
export type Item = Checklist['items'][number];

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
