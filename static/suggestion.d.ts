/** What is shown while a new topic is written and in lists of topics, by the names under which NodeBB bundles it. */
declare module 'forum-terms/similar' { export function init(): void; }
declare module 'forum-terms/moved' { export function init(): void; }
declare module 'forum-terms/topic-list' { export function init(): void; }
declare module 'forum-terms/suggestion' { export function init(): void; }
declare module 'forum-terms/suggestion-box' {
	export interface Suggestion { cid: number; name: string; words: string[] }
	export interface SuggestionBox {
		show(suggestion: Suggestion, choices: { change?: () => void; keep: () => void }): Promise<void>;
		hide(): void;
	}
	export function suggestionBox(input: HTMLInputElement): Promise<SuggestionBox>;
}
declare module 'forum-terms/category-change' {
	export function canChange(container: HTMLElement): boolean;
	export function changeCategory(container: HTMLElement, category: { cid: number; name: string }): void;
	export interface ChosenCategory { icon?: unknown; bgColor?: unknown; color?: unknown }
	export function addIcon(container: HTMLElement, category: ChosenCategory): void;
}
declare module 'forum-terms/visit' {
	export function init(): void;
	export function noteOpened(container: HTMLElement, tid: number): void;
}
