import * as alerts from 'alerts';
import { compile, translate } from 'translator';

/** An element with attributes and children; text is always text, never HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
	tag: K, attributes: Record<string, string> = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		made.setAttribute(name, value);
	}
	made.append(...children);
	return made;
}

/** The element behind what NodeBB's hooks hand over: a jQuery object or the element itself. */
export function first(container: unknown): HTMLElement | null {
	if (container instanceof HTMLElement) {
		return container;
	}
	const inner = (container as ArrayLike<unknown> | null)?.[0];
	return inner instanceof HTMLElement ? inner : null;
}

/**
 * A translated sentence as plain text.
 * HOST: public/src/modules/translator.common.js escapes facts for HTML; `textContent` would show the escapes.
 */
export function plainText(html: string): string {
	return new DOMParser().parseFromString(html, 'text/html').documentElement.textContent ?? '';
}

/** A string of ours in the reader's language, as plain text. */
export async function say(key: string, ...args: (string | number)[]): Promise<string> {
	return plainText(await translate(compile(key, ...args)));
}

/** Its message is plain text already. */
export class PlainError extends Error {}

/** What went wrong, as plain text; the sentences that NodeBB's client throws are HTML. */
export function problemText(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	return error instanceof PlainError ? message : plainText(message);
}

/** Tells of what nobody's form is about. HOST: public/src/modules/alerts.js puts the message in as HTML. */
export function failed(error: unknown): void {
	alerts.error(element('span', {}, problemText(error)).innerHTML);
}
