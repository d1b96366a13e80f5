import type { Fact, Phrase } from './phrase';
import { refusalTable, type Refusal } from './refusal';

/**
 * Escapes a fact for a token that stands `depth` tokens deep, so that it comes out as it went in: a comma would split
 * it, brackets would start another token. HOST: public/src/modules/translator.common.js decodes entities once per token
 * around the fact, before it splits, so a comma is escaped by a backslash, not by an entity; `replaceArguments` halves
 * each `$$`, once per token.
 */
function escapeFact(fact: string, depth: number): string {
	return fact
		.replace(/&/g, '&amp;')
		.replace(/%/g, '&#37;')
		.replace(/,/g, '\\,')
		// Otherwise it would escape the comma that follows the fact.
		.replace(/\\$/, '\\ ')
		.replace(/\$/g, () => '$'.repeat(2 ** depth))
		.replace(/\[/g, '&lsqb;')
		.replace(/\]/g, '&rsqb;');
}

/**
 * The language token of a key with its facts: `[[forum-terms:key, a, b]]`.
 * HOST: public/src/modules/translator.common.js `txArgs` says a fact that is one token, not one with tokens in it.
 */
export function languageToken(key: string, facts: readonly Fact[] = [], depth = 1): string {
	const said = facts.map(fact => (typeof fact === 'string' ? escapeFact(fact, depth) :
		languageToken(fact.key, fact.facts, depth + 1)));
	return `[[${[key, ...said].join(', ')}]]`;
}

/**
 * A text as the title of a page, in which it comes out as it is. HOST: src/controllers/helpers.js `buildTitle` and
 * public/src/ajaxify.js say the title as one token and decode what comes out, but not `&lsqb;`; `txArgs` decodes
 * numbers, and says a fact that is a whole token then, unless something invisible is in front of it.
 */
export function titleOf(text: string): string {
	const fact = text.trim().startsWith('[[') ? `\u2060${text}` : text;
	const said = escapeFact(fact, 1).replace(/&lsqb;/g, '&#91;').replace(/&rsqb;/g, '&#93;');
	return `[[forum-terms:page.named, ${said}]]`;
}

/** The language token of a phrase, for pages. */
export const tokenOf = ({ key, facts }: Phrase): string => languageToken(key, facts);

/** Several facts as one: "a, b, c". */
export function listed([first = '', ...rest]: readonly Fact[]): Fact {
	return rest.length > 0 ? { key: 'forum-terms:list', facts: [first, listed(rest)] } : first;
}

/** A day in words, in UTC: "12 March 2026". */
export function dayPhrase(milliseconds: number): Phrase {
	const time = new Date(milliseconds);
	return {
		key: `forum-terms:day.${time.getUTCMonth() + 1}`, facts: [String(time.getUTCDate()), String(time.getUTCFullYear())],
	};
}

/** A minute in words, in UTC: "12 March 2026, 14:05". */
export function minutePhrase(milliseconds: number): Phrase {
	return { key: 'forum-terms:day.at', facts: [dayPhrase(milliseconds), new Date(milliseconds).toISOString().slice(11, 16)] };
}

/**
 * Puts the facts of one of the forum's tokens into one of our sentences, with more facts after them; null for any other
 * token.
 */
export function rephrased(token: string, from: string, to: string, more: readonly string[]): string | null {
	const isIt = token.startsWith(`[[${from}, `) && token.endsWith(']]');
	return isIt ? `[[${to}, ${[token.slice(from.length + 4, -2), ...more.map(one => escapeFact(one, 1))].join(', ')}]]` : null;
}

/** A refusal as language tokens, one per thing that is wrong; NodeBB translates them for the reader. */
export function refusalMessage({ code, sentence, facts, more = [] }: Refusal): string {
	const { key } = refusalTable[code];
	return [languageToken(sentence ? `${key}.${sentence}` : key, facts), ...more.map(refusalMessage)].join(' ');
}
