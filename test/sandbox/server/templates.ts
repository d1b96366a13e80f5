import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from '../host/text';
import { escapeFact, escapeText, escapeTokens, split, type Translator } from '../host/translator';

type Compiled = (helpers: unknown, context: unknown, ...rest: unknown[]) => string;
/** What helpers see: the data of the page and who translates for it. */
interface Root { _say?: (token: string, args: readonly string[]) => string | null }
interface Benchpress {
	precompile(source: string, options: object): Promise<string>;
	evaluate(code: string): Compiled;
	render(name: string, data: object): Promise<string>;
	registerHelper(name: string, helper: (this: Root, ...args: unknown[]) => unknown): void;
	cache: Record<string, Compiled>;
}

const importLine = /[ \t]*<!-- IMPORT ([^ ]+) -->/g;
const escaped = /&amp;(?=(?:[a-z]+|#\d+);)/g;

function escapeHtml(value: unknown): string {
	return escapeText(textOf(value)).replace(escaped, '&');
}

/** HOST: public/src/modules/helpers.common.js `tx`: a string with escaped arguments; an unknown key is text. */
function tx(this: Root, token: unknown, ...args: unknown[]): string {
	const [key = '', ...inner] = split(textOf(token).replace(/^\[\[|\]\]$/g, ''));
	const given = (args.length > 0 ? args : inner).map((arg) => {
		const safe = escapeFact(textOf(arg));
		return safe.startsWith('[[') && safe.endsWith(']]') ? tx.call(this, safe) : safe;
	});
	return this._say?.(key, given) ?? escapeHtml(token);
}

// eslint-disable-next-line @typescript-eslint/no-require-imports -- benchpressjs ships no types to import
const benchpress = require('benchpressjs') as Benchpress;
benchpress.registerHelper('tx', tx);
benchpress.registerHelper('txEscape', value => escapeTokens(textOf(value)));
// HOST: public/src/modules/helpers.common.js `isoTimeToLocaleString`.
benchpress.registerHelper('isoTimeToLocaleString', (time, locale) =>
	new Date(textOf(time)).toLocaleString([textOf(locale) || 'en-GB'], { dateStyle: 'short', timeStyle: 'short' }));
benchpress.registerHelper('concat', (...parts) => parts.filter(part => typeof part !== 'object').join(''));
let engines = 0;
/** By its text, for every forum of the process: the long pages take a while to compile. */
const compiled = new Map<string, Promise<Compiled>>();

function compile(text: string): Promise<Compiled> {
	const made = compiled.get(text) ?? benchpress.precompile(text, {}).then(code => benchpress.evaluate(code));
	compiled.set(text, made);
	return made;
}

/** NodeBB's templates: `.tpl` files of the forum and its plugins, compiled by benchpressjs and filled per language. */
export function templateEngine(folders: readonly string[], translator: Translator) {
	engines += 1;
	// benchpressjs keeps compiled templates in its module; two forums in one process must not share names.
	const prefix = `${engines}:`;

	function source(name: string): string {
		const file = folders.map(folder => join(folder, `${name}.tpl`)).find(candidate => existsSync(candidate));
		if (!file) {
			throw new Error(`Failed to lookup view "${name}"`);
		}
		return readFileSync(file, 'utf8').replace(importLine, (_line, partial: string) => source(partial.replace(/\.tpl$/, '')));
	}

	return {
		source,
		async render(name: string, data: object, language: string): Promise<string> {
			benchpress.cache[prefix + name] ??= await compile(source(name));
			const say: Root['_say'] = (token, args) => {
				const at = token.indexOf(':');
				return at < 0 ? null : translator.resolve(language, token.slice(0, at), token.slice(at + 1), args);
			};
			return benchpress.render(prefix + name, { ...data, _say: say });
		},
	};
}

export type TemplateEngine = ReturnType<typeof templateEngine>;
