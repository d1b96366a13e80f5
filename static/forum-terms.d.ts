/** Our own modules by the names under which NodeBB bundles them (plugin.json `modules`). */
declare module 'forum-terms/topic' { export function init(): void; }
declare module 'forum-terms/banner' { export function init(): void; }
declare module 'forum-terms/composer' { export function init(): void; }
declare module 'forum-terms/quick-reply' { export function init(): void; }
declare module 'forum-terms/similar' { export function init(): void; }
declare module 'forum-terms/visit' {
	export function init(): void;
	export function noteOpened(container: HTMLElement, tid: number): void;
}
declare module 'forum-terms/gate' {
	export interface Settled {
		accept: string[];
		checklist?: { version: number; answers: Record<string, string | boolean> };
	}
	export function settle(place: Record<string, string>): Promise<Settled | null>;
	export function doubt(): void;
}
declare module 'forum-terms/checklist' {
	export type Answers = Record<string, string | boolean>;
	export interface Checklist { profile: string; version: number; items: { key: string }[] }
	export interface ChecklistFields {
		root: HTMLElement; answers(): Answers; complete(): boolean; remember(): void;
	}
	export function forgetUnsent(): void;
	export function checklistFields(checklist: Checklist): Promise<ChecklistFields>;
}
declare module 'forum-terms/dom' {
	export function element<K extends keyof HTMLElementTagNameMap>(
		tag: K, attributes?: Record<string, string>, ...children: (Node | string)[]): HTMLElementTagNameMap[K];
	export function first(container: unknown): HTMLElement | null;
	export function say(key: string, ...args: (string | number)[]): Promise<string>;
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
