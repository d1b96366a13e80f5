/** Our own modules by the names under which NodeBB bundles them (plugin.json `modules`). */
declare module 'forum-terms/topic' { export function init(): void; }
declare module 'forum-terms/topic-checklist' {
	export function addChecklist(): Promise<void>;
	export function refreshAfterEdit(pid: string): Promise<void>;
}
declare module 'forum-terms/topic-record' {
	export interface ShownAnswer { key: string; prompt: string; text: string; standing: string; verdict: string }
	export interface EvidenceRecord {
		id: number; pid: string; uid: number; by: number; at: number; cause: string; profile: string; version: number;
		answers: (ShownAnswer & { readers: 'everyone' | 'staff' })[]; owed: string[];
		waived: { key: string; by?: number; reason?: string }[];
	}
	export interface OnRecord {
		records: EvidenceRecord[];
		owed: { key: string; prompt: string }[];
		waived: { key: string; prompt: string }[];
		people: { uid: number; username: string; userslug: string }[];
	}
	export interface PublicChecklist {
		profile: string; version: number; evidence: number; answers: ShownAnswer[]; hidden: number; owed: string[];
	}
	export function loadRecord(): Promise<OnRecord>;
}
declare module 'forum-terms/topic-history' {
	import type { OnRecord, ShownAnswer } from 'forum-terms/topic-record';
	export function answerList(answers: readonly (ShownAnswer & { readers?: string })[]): Promise<HTMLElement>;
	export function historyOf(onRecord: OnRecord): Promise<HTMLElement>;
}
declare module 'forum-terms/topic-owed' {
	import type { EvidenceRecord } from 'forum-terms/topic-record';
	type Show = (record: EvidenceRecord) => Promise<void>;
	export function authorNotice(count: number, show: Show): Promise<HTMLElement>;
	export function staffNotice(show: Show): Promise<HTMLElement>;
}
declare module 'forum-terms/banner' { export function init(): void; }
declare module 'forum-terms/composer' { export function init(): void; }
declare module 'forum-terms/quick-reply' { export function init(): void; }
declare module 'forum-terms/gate' {
	import type { SentChecklist } from 'forum-terms/checklist';
	/** What the author said: versions he accepts, and his answers where a checklist is asked. */
	export interface Settled { accept: string[]; checklist?: SentChecklist }
	export function settleTerms(place: Record<string, string>): Promise<string[] | null>;
	export function settle(place: Record<string, string>, content: string): Promise<Settled | null>;
	export function doubt(): void;
}
declare module 'forum-terms/posting' {
	import type { Checklist, Reason, SentChecklist } from 'forum-terms/checklist';
	export interface OwedText {
		version: string; title: string; language: string; html: string; changelog: string; changedSince: string;
		due: boolean; isFallback: boolean;
	}
	export interface Writing { title?: string; content: string; tags?: string[]; checklist: SentChecklist }
	export function asked(place: Record<string, string>): Promise<{
		terms: { owed: OwedText[] }; checklist: Checklist | null;
		access: { allowed: boolean; reasons: { message: string }[] };
	}>;
	export function judged(place: Record<string, string>, writing: Writing): Promise<Reason[]>;
}
declare module 'forum-terms/checklist' {
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
	/** Answers as they go to the server. */
	/** What an author did with a category that was suggested. */
	export interface SuggestionChoice { cid: number; choice: 'changed' | 'kept' }
	export interface SentChecklist { version: number; answers: Answers; visit?: string; suggested?: SuggestionChoice }
	/** What the server has against an answer; `field` names it. */
	export interface Reason { code: string; message: string; field?: string }
	/** A checklist in the page: its fields, what is answered, and what is missing by name. */
	export interface ChecklistFields {
		root: HTMLElement;
		answers(): Answers;
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
	export function forgetUnsent(): void;
	export function checklistFields(
		checklist: Checklist, options?: { tags?: () => string[]; given?: Answers }): Promise<ChecklistFields>;
}
declare module 'forum-terms/checklist-field' {
	import type { Answer, Item } from 'forum-terms/checklist';
	export interface Field {
		nodes: HTMLElement[];
		controls: HTMLElement[];
		isGroup: boolean;
		read(): Answer | undefined;
		write(answer: Answer): void;
	}
	export function fieldOf(item: Item, id: string): Promise<Field>;
}
declare module 'forum-terms/checklist-layout' {
	import type { Checklist } from 'forum-terms/checklist';
	import type { Row } from 'forum-terms/checklist-row';
	export function layoutOf(
		checklist: Checklist, first: HTMLElement): Promise<{ root: HTMLElement; rows: Map<string, Row> }>;
}
declare module 'forum-terms/checklist-shown' {
	import type { Item } from 'forum-terms/checklist';
	export function shownAmong(
		items: readonly Item[], answerTo: (key: string) => unknown, tags: readonly string[]): Item[];
}
declare module 'forum-terms/checklist-timing' {
	export function timeItems(root: HTMLElement, answered: (key: string) => boolean): void;
}
declare module 'forum-terms/checklist-problem' {
	import type { Answer, Item } from 'forum-terms/checklist';
	export type Problem = (answer: Answer | undefined) => string;
	export function problemOf(item: Item): Promise<Problem>;
}
declare module 'forum-terms/checklist-row' {
	import type { Answer, Item } from 'forum-terms/checklist';
	export interface Row {
		root: HTMLElement;
		read(): Answer | undefined;
		write(answer: Answer): void;
		say(): void;
		mark(problem: string): void;
		focus(): void;
	}
	export function rowOf(item: Item, id: string, options: { isRemembered: boolean }): Promise<Row>;
}
declare module 'forum-terms/checklist-summary' {
	export interface Entry { prompt: string; problem: string; go(): void }
	export function summary(): Promise<{ root: HTMLElement; show(entries: readonly Entry[]): void }>;
}
declare module 'forum-terms/checklist-panel' {
	import type { Answers, Reason, SentChecklist, SuggestionChoice } from 'forum-terms/checklist';
	export interface Panel {
		load(): Promise<void>;
		ensure(): Promise<void>;
		complete(): boolean;
		refuse(reasons: readonly Reason[]): boolean;
		sent(): SentChecklist | undefined;
		answers(): Answers;
		choose(choice: SuggestionChoice): void;
		arrange(): void;
	}
	export interface PanelParts {
		container: HTMLElement;
		postData: object;
		place: () => Record<string, string>;
		tags: () => string[];
		given?: Answers;
	}
	export function checklistPanel(parts: PanelParts): Promise<Panel>;
}
declare module 'forum-terms/checklist-panel-frame' {
	export interface PanelFrame {
		root: HTMLElement;
		fill(content: HTMLElement | null): void;
		open(): void;
		count(text: string, isComplete: boolean): void;
	}
	export function panelFrame(container: HTMLElement): Promise<PanelFrame>;
}
declare module 'forum-terms/composer-opened' {
	export function onComposer<T extends { postContainer: unknown }>(listener: (opened: T) => void): void;
}
declare module 'forum-terms/composer-place' {
	export interface PostData { cid?: unknown; tid?: unknown; pid?: unknown }
	export function placeOf(post: PostData): Record<string, string>;
}
declare module 'forum-terms/composer-checklist' {
	import type { SentChecklist, SuggestionChoice } from 'forum-terms/checklist';
	import type { PostData } from 'forum-terms/composer-place';
	export function noteChoice(container: HTMLElement, choice: SuggestionChoice): void;
	export function sentChecklist(container: HTMLElement): SentChecklist | undefined;
	export function passesChecklist(container: HTMLElement, postData: PostData): Promise<boolean>;
	export function initComposerChecklist(): void;
}
declare module 'forum-terms/country-list' {
	export function countries(language: string): { code: string; name: string }[];
}
declare module 'forum-terms/partner-departure' {
	export function departureForm(base: string, asked: () => Promise<void>): Promise<HTMLElement>;
}
declare module 'forum-terms/admin-draft' { export function initDraft(section: HTMLElement): void; }
declare module 'forum-terms/admin-document' {
	export function initDocument(section: HTMLElement): void;
	export function initNewDocument(root: ParentNode): void;
}
declare module 'forum-terms/admin-checklists' { export function initChecklists(root: HTMLElement): void; }
declare module 'forum-terms/admin-chart' { export function drawDecisions(section: HTMLElement): Promise<void>; }
declare module 'forum-terms/admin-checklist-effect' { export function initChecklistEffect(section: HTMLElement): void; }
declare module 'forum-terms/admin-rollout' { export function initRollout(section: HTMLElement): void; }
declare module 'forum-terms/admin-forecast' { export function forecastOf(document: string): Promise<HTMLElement>; }
declare module 'forum-terms/admin-member-forms' { export function initMemberForms(section: HTMLElement): void; }
declare module 'forum-terms/admin-proof' { export function initProof(root: HTMLElement): void; }
declare module 'forum-terms/admin-licences' { export function initLicences(root: HTMLElement): void; }
declare module 'forum-terms/admin-licence-secret' { export function initLicenceSecret(root: HTMLElement): void; }
declare module 'forum-terms/admin-members' { export function initMembers(section: HTMLElement): void; }
declare module 'forum-terms/admin-comparison' {
	export function comparisonOf(document: string, language: string): Promise<HTMLElement>;
}
declare module 'forum-terms/admin-draft-form' {
	export interface DraftForm {
		read(): {
			title: string; change: string; notice: string; changelog: string; effectiveAt: number | null;
			graceDays: number; notify: boolean;
			text: Record<string, string>;
		};
		language(): string;
		text(): string;
		showLanguage(language: string): void;
	}
	export function draftForm(form: HTMLFormElement): DraftForm;
}
