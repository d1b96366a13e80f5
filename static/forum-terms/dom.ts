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
 * A string of ours in the reader's language, as plain text.
 * HOST: public/src/modules/translator.common.js escapes arguments for HTML; `textContent` would show the escapes.
 */
export async function say(key: string, ...args: (string | number)[]): Promise<string> {
	const html = await translate(compile(key, ...args));
	return new DOMParser().parseFromString(html, 'text/html').documentElement.textContent ?? '';
}
