import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { get } from 'lodash';

type Namespace = Record<string, unknown>;

const head = /^([a-zA-Z0-9/_-]+):([^[\]\s,]+)$/;

/** A text as HTML, as NodeBB's translator escapes it. */
export function escapeText(text: string): string {
	return text.replace(/&(?!#?\w+;)/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;').replace(/'/g, '&apos;');
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** HOST: public/src/utils.common.js `decodeHTMLEntities`: numbers first, and no names of brackets. */
export function decoded(text: string): string {
	return text
		.replace(/&#(\d+);?/g, (_whole, code: string) => String.fromCharCode(Number(code)))
		.replace(/&#x([a-f\d]+);?/gi, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)))
		.replace(/&(\w+);/g, (whole, name: string) => named[name] ?? whole);
}

/**
 * HOST: public/src/modules/translator.common.js `txArgs` does this with each fact, and with each token that is a fact,
 * before it splits it: decoded, so `&#44;` is a comma again, then escaped; only brackets stay as they were escaped.
 */
export function escapeFact(fact: string): string {
	return decoded(fact)
		.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&apos;')
		.replace(/&amp;(lsqb|rsqb);/g, '&$1;');
}

/** HOST: public/src/modules/translator.common.js `replaceArguments`: in order, with JavaScript's `$` patterns. */
function withFacts(sentence: string, facts: readonly string[]): string {
	return facts.reduce((said, fact, index) => said.replaceAll(
		`%${index + 1}`, fact.replace(/%(?=\d)/g, '&#37;').replace(/\\,/g, '&#44;')), sentence);
}

/** A text in which nothing is a language token any more. */
export function escapeTokens(text: string): string {
	return text.replace(/\[\[/g, '&lsqb;&lsqb;').replace(/\]\]/g, '&rsqb;&rsqb;');
}

/** HOST: public/src/modules/translator.common.js `split`: at commas that lie in no token and follow no backslash. */
export function split(inner: string): string[] {
	const found = [''];
	let level = 0;
	for (const piece of inner.split(/(\[\[|\]\]|(?<!\\),)/)) {
		level += piece === '[[' ? 1 : piece === ']]' ? -1 : 0;
		if (piece === ',' && level === 0) {
			found.push('');
		} else {
			found.push(`${found.pop() ?? ''}${piece}`);
		}
	}
	return found.map(one => one.trim());
}

/** HOST: public/src/modules/translator.common.js `parseTranslationString`: whole tokens, and the text between them. */
function parts(text: string): { text: string; isToken: boolean }[] {
	const found = [{ text: '', isToken: false }];
	let level = 0;
	for (const piece of text.split(/(\[\[(?=[a-zA-Z0-9/_-]+:)|\]\])/)) {
		if (piece === '[[' && level === 0) {
			found.push({ text: '', isToken: true });
		}
		level += piece === '[[' ? 1 : piece === ']]' && level > 0 ? -1 : 0;
		const last = found.at(-1);
		last!.text += piece;
		if (piece === ']]' && level === 0 && last!.isToken) {
			found.push({ text: '', isToken: false });
		}
	}
	return found.map(part => (part.isToken && !part.text.endsWith(']]') ? { ...part, isToken: false } : part));
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
		return typeof text === 'string' ? withFacts(text, args) : null;
	}

	/** A token with its facts, of which each may be one token itself; null when nobody knows the key. */
	function sayToken(token: string, language: string): string | null {
		const [first = '', ...args] = split(token.slice(2, -2));
		const [, name = '', key = ''] = head.exec(first) ?? [];
		return resolve(language, name, key, args.map(escapeFact).map(arg =>
			(arg.startsWith('[[') && arg.endsWith(']]') ? sayToken(arg, language) ?? arg : arg)));
	}

	const translator = {
		addFolder(folder: string): void {
			folders.push(folder);
			cache.clear();
		},
		namespace,
		resolve,
		async translate(whole: string, language = 'en-GB'): Promise<string> {
			return parts(whole).map(({ text, isToken }) => (isToken ? sayToken(text, language) ?? text : text)).join('');
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
