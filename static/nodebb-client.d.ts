/** The slice of NodeBB's client that the plugin's modules use (NodeBB 4.14+). */

interface ForumTermsBanner { version: string; title: string; changelog: string }
/** A change that a member still has time to accept; `dueAt` in milliseconds since 1970. */
interface ForumTermsPending { version: string; title: string; dueAt: number }

declare const config: {
	relative_path: string;
	csrf_token: string;
	userLang: string;
	defaultLang?: string;
	minimumPostLength?: number | string;
	minimumTitleLength?: number | string;
	uid?: number;
	loggedIn?: boolean;
	forumTerms?: {
		categorySuggestions: boolean; checklistSimilar: boolean; checklistMeasured: boolean;
		showStamp: boolean; showNotices: boolean; showPartner: boolean; partnerPages: boolean;
		/** A sentence and a link per line, each for one language; empty for off. */
		vendorBanner: string; vendorLink: string;
		banners: ForumTermsBanner[];
		pending: ForumTermsPending[];
		/** The latest versions by id, with the title where there are several documents; milliseconds since 1970. */
		versions: Record<string, { n: number; title: string; publishedAt: number }>;
		/** Whether the reader's own access is restricted in any part. */
		isRestricted: boolean;
	};
};
declare const ajaxify: {
	data: Record<string, unknown> & { template?: { name?: string } };
	go(url: string): void;
	refresh(): void;
};
/** A form wrapped for NodeBB's own modules; ours use the element. */
interface JQueryForm { readonly length: number }
declare function $(form: HTMLFormElement): JQueryForm;
/** NodeBB announces some things only through jQuery's own events, which native listeners do not receive. */
interface JQueryEvents {
	on(names: string, listener: (event: unknown, data: unknown) => void): void;
	trigger(name: string): void;
}
declare function $(target: HTMLElement | Window): JQueryEvents;
/** Composers that were ready before our modules, as the hook reported them. */
interface Window { forumTermsComposers?: unknown[] }
declare const app: { user: { uid: number; isAdmin?: boolean }; flags?: { _unsaved?: boolean } };

declare module 'api' {
	export function get<T>(route: string, data?: Record<string, unknown>): Promise<T>;
	export function post<T>(route: string, data?: object): Promise<T>;
	export function put<T>(route: string, data?: object): Promise<T>;
	export function del<T>(route: string, data?: object): Promise<T>;
}
declare module 'alerts' {
	export function alert(
		toast: { alert_id: string; type: 'danger'; title: string; message: string; timeout: number }): void;
	export function remove(alertId: string): void;
	export function success(message: string): void;
	export function error(message: string | Error): void;
}
declare module 'helpers' {
	export function register(): void;
}
declare module 'hooks' {
	export function on(name: string, handler: (data: never) => unknown): void;
}
declare module 'modals' {
	export function confirm(
		options: string | { title?: string; message: string }, callback: (ok: boolean) => void): void;
}
declare module 'autocomplete' {
	interface FoundUser { uid: number | string; username: string }
	/** Suggests members while somebody types; the field is a jQuery object. */
	export function user(
		input: JQueryEvents, onSelect: (event: unknown, ui: { item: { user: FoundUser } }) => void): void;
	/** The same with groups. */
	export function group(
		input: JQueryEvents, onSelect: (event: unknown, ui: { item: { value: string } }) => void): void;
}
declare module 'categorySelector' {
	/** Asks for a category in a dialog. */
	export function modal(
		options: { onSubmit: (category: { cid: number | string; name: string }) => void }): Promise<void>;
}
declare module 'translator' {
	export function translate(text: string): Promise<string>;
	export function compile(key: string, ...args: (string | number)[]): string;
}
declare module 'settings' {
	export function load(hash: string, form: JQueryForm): void;
	export function save(hash: string, form: JQueryForm, callback: (error: Error | null) => void): void;
}
/** HOST: webpack.common.js: sortablejs, which orders the ACP's own category list. */
declare module 'Sortable' {
	interface Moved { oldIndex?: number; newIndex?: number }
	const Sortable: { create(list: HTMLElement, options: { handle: string; onEnd(moved: Moved): void }): object };
	export { Sortable as default };
}
