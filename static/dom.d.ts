/** Elements and sentences, for every module of ours, by the name under which NodeBB bundles them. */
declare module 'forum-terms/dom' {
	export function element<K extends keyof HTMLElementTagNameMap>(
		tag: K, attributes?: Record<string, string>, ...children: (Node | string)[]): HTMLElementTagNameMap[K];
	export function first(container: unknown): HTMLElement | null;
	export function say(key: string, ...args: (string | number)[]): Promise<string>;
	export function plainText(html: string): string;
	export class PlainError extends Error {}
	export function problemText(error: unknown): string;
}
