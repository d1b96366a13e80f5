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
declare module 'forum-terms/question-dialog' {
	export function problemLine(): { line: HTMLElement; tell(error: unknown): void };
	export function askInDialog(question: {
		id: string; title: string; body: Node[]; send: { label: string; action: string }; answer(): Promise<boolean>;
		opener: HTMLElement | null; class?: string;
	}): Promise<void>;
}
