import { compile, translate } from './translator.js';

export function element<K extends keyof HTMLElementTagNameMap>(
	tag: K, attributes: Record<string, string> = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
	const made = document.createElement(tag);
	Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
	made.append(...children);
	return made;
}

/** A string of a language file as plain text. */
export async function say(key: string, ...args: (string | number)[]): Promise<string> {
	return plain(compile(key, ...args));
}

/** A text with its tokens translated, as plain text. */
export async function plain(text: string): Promise<string> {
	const html = await translate(text);
	return new DOMParser().parseFromString(html, 'text/html').documentElement.textContent ?? '';
}
