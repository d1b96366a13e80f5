import * as alerts from 'alerts';
import { translate } from 'translator';

/** An element with attributes and children; strings become text, never HTML. */
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

/** The element in what NodeBB's hooks pass: a jQuery object or an element. */
export function first(container: unknown): HTMLElement | null {
	if (container instanceof HTMLElement) {
		return container;
	}
	const inner = (container as ArrayLike<unknown> | null)?.[0];
	return inner instanceof HTMLElement ? inner : null;
}

/**
 * A translated sentence as plain text. HOST: public/src/modules/translator.common.js escapes facts for HTML;
 * `textContent` would show the escapes.
 */
export function plainText(html: string): string {
	return new DOMParser().parseFromString(html, 'text/html').documentElement.textContent ?? '';
}

/**
 * One of our strings in the reader's language, as plain text, with these facts as they are. HOST:
 * public/src/modules/translator.common.js `replaceArguments` would read `$&` in them, and `compile` language tokens.
 */
export async function say(key: string, ...facts: (string | number)[]): Promise<string> {
	const sentence = plainText(await translate(`[[${key}]]`));
	return sentence.replace(/%(\d)/g, (place, number: string) => String(facts[Number(number) - 1] ?? place));
}

/** An error with a plain-text message. */
export class PlainError extends Error {}

/** An error as plain text; errors of NodeBB's client contain HTML. */
export function problemText(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	return error instanceof PlainError ? message : plainText(message);
}

const failure = 'forum-terms-failed';

/**
 * Shows an error that belongs to no form in a toast; the next one replaces it. HOST: public/src/modules/alerts.js
 * inserts the message as HTML.
 */
export function failed(error: unknown): void {
	alerts.alert({
		alert_id: failure, type: 'danger', title: '', timeout: 10_000, message: element('span', {}, problemText(error)).innerHTML,
	});
}

/** Removes the toast when the author tries again. */
export function overcome(toast = failure): void {
	alerts.remove(toast);
}
