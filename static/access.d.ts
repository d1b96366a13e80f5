/** Our own modules about ended access (clause 6), by the names under which NodeBB bundles them. */
declare module 'forum-terms/restrict-entry' { export function init(): void; }
declare module 'forum-terms/access-notice' { export function init(): void; }
declare module 'forum-terms/local-time' {
	export function localMoment(at: number | string): string;
	export function fieldMoment(at: number): string;
	export function showMoments(root: ParentNode): void;
}
declare module 'forum-terms/sure-dialog' {
	export function areYouSure(
		question: { title: string; sentence: string; yes: string; no: string }): Promise<boolean>;
}
declare module 'forum-terms/restriction-decision' {
	export interface Filled {
		uid: number; scope: string; categories: number[]; begins: string; hours: string; ends: string; until: string;
		cause: string; clause: string; reason: string; evidence: string; note: string; notice: string; noticeAt: string;
		posts: string; since: string; queued: boolean; scheduled: boolean; blockReturn: boolean;
	}
	/** As the server wants it (lib/access/restriction.ts). */
	export interface Decision {
		uid: number; scope: string | { categories: number[] }; from: number; until: number; clause?: string;
		withoutCause: boolean; reason: string; evidence: string[]; note: string; notice: string; noticeAt: number;
		content: { queued: string; scheduled: string; posts: string; since: number }; blockReturn: boolean;
	}
	export interface Missing { field: string; key: string }
	export function pidsIn(text: string): string[];
	export function missingIn(filled: Filled): Missing | null;
	export function decisionOf(filled: Filled, now: number): Decision;
}
declare module 'forum-terms/restriction-effects' {
	export interface Effect {
		kind: string; what: 'ends' | 'hides' | 'asks' | 'stays'; count: number; names: string[]; isReversible: boolean;
		message: string;
	}
	export function effectLists(effects: readonly Effect[]): Promise<HTMLElement[]>;
}
declare module 'forum-terms/restriction-planner' {
	export function initPlanner(form: HTMLFormElement, root: HTMLElement): void;
}
declare module 'forum-terms/restriction-acts' { export function initActs(root: HTMLElement): void; }
