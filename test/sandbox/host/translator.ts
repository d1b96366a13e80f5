import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { get } from 'lodash';

type Namespace = Record<string, unknown>;

const token = /\[\[([a-zA-Z0-9/_-]+):([^\],[]+)((?:,[^[\]]*)?)\]\]/g;

/** A text as HTML, as NodeBB's translator escapes it. */
export function escapeText(text: string): string {
	return text.replace(/&(?!#?\w+;)/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;').replace(/'/g, '&apos;');
}

/**
 * A fact of a sentence as NodeBB's translator puts it in: decoded, then escaped, so `&#44;` is a comma again; brackets
 * stay escaped, or they would start a token.
 */
export function escapeFact(fact: string): string {
	return escapeText(fact.replace(/&#(\d+);/g, (_whole, code: string) => String.fromCharCode(Number(code))));
}

/** A text in which nothing is a language token any more. */
export function escapeTokens(text: string): string {
	return text.replace(/\[\[/g, '&lsqb;&lsqb;').replace(/\]\]/g, '&rsqb;&rsqb;');
}

/** Language files of the forum and its plugins; missing languages and keys fall back to en-GB. */
export function sandboxTranslator() {
	const folders: string[] = [];
	const cache = new Map<string, Namespace>();

	function namespace(language: string, name: string): Namespace {
		const key = `${language} ${name}`;
		const kept = cache.get(key);
		if (kept) {
			return kept;
		}
		const merged: Namespace = {};
		for (const folder of folders) {
			for (const tag of ['en-GB', language]) {
				const path = join(folder, tag, `${name}.json`);
				if (existsSync(path)) {
					Object.assign(merged, JSON.parse(readFileSync(path, 'utf8')));
				}
			}
		}
		cache.set(key, merged);
		return merged;
	}

	/** One string with its arguments, escaped for HTML; null when nobody knows the key. */
	function resolve(language: string, name: string, key: string, args: readonly string[]): string | null {
		const entries = namespace(language, name);
		const text = entries[key] ?? get(entries, key);
		return typeof text === 'string' ?
			text.replace(/%(\d+)/g, (whole, number: string) => args[Number(number) - 1] ?? whole) : null;
	}

	const translator = {
		addFolder(folder: string): void {
			folders.push(folder);
			cache.clear();
		},
		namespace,
		resolve,
		async translate(whole: string, language = 'en-GB'): Promise<string> {
			// A fact that is a token itself is said first.
			const text = whole.replace(/(, )\[\[([a-zA-Z0-9/_-]+):([^\],[]+)\]\]/g, (inner, comma: string, name: string, key: string) =>
				`${comma}${resolve(language, name, key, []) ?? inner}`);
			return text.replace(token, (whole, name: string, key: string, rest: string) => {
				const args = rest === '' ? [] : rest.slice(1).split(',').map(arg => escapeFact(arg.trim()));
				return resolve(language, name, key.trim(), args) ?? whole;
			});
		},
		escape: escapeTokens,
		unescape: (text: string): string => text.replace(/&lsqb;/g, '[').replace(/&rsqb;/g, ']'),
		escapeArg: (text: unknown): string => String(text).replace(/%/g, '&#37;').replace(/,/g, '&#44;'),
		compile: (...parts: unknown[]): string =>
			`[[${parts.map((part, index) => (index === 0 ? String(part) : translator.escapeArg(part))).join(', ')}]]`,
		escapeHtml: escapeText,
	};
	return translator;
}

export type Translator = ReturnType<typeof sandboxTranslator>;
