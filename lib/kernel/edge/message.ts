import { refusalTable, type Refusal } from '../refusal';

/**
 * A fact made safe inside a NodeBB language token: `,` and `%` would split or re-number the arguments, and brackets
 * in user text would start a token of their own.
 * HOST: public/src/modules/translator.common.js `escapeArg` does the same; ours needs no host, so the core can use it.
 */
function escapeFact(fact: string): string {
	return fact
		.replace(/%/g, '&#37;')
		.replace(/,/g, '&#44;')
		.replace(/\[/g, '&lsqb;')
		.replace(/\]/g, '&rsqb;');
}

/** What fills a sentence: text as it is, or a key of a language file, said in the reader's language. */
export type Fact = string | { key: string };

/** The language token of a key with its facts: `[[forum-terms:key, a, b]]`. */
export function languageToken(key: string, facts: readonly Fact[] = []): string {
	const said = facts.map(fact => (typeof fact === 'string' ? escapeFact(fact) : `[[${fact.key}]]`));
	return `[[${[key, ...said].join(', ')}]]`;
}

/**
 * A token of the forum's own with its facts in a sentence of ours, and further ones after them; null for a token of
 * another key.
 */
export function rephrased(token: string, from: string, to: string, more: readonly string[]): string | null {
	const isIt = token.startsWith(`[[${from}, `) && token.endsWith(']]');
	return isIt ? `[[${to}, ${[token.slice(from.length + 4, -2), ...more.map(escapeFact)].join(', ')}]]` : null;
}

/** The sentence of a refusal as a language token; NodeBB translates it for whoever reads it. */
export function refusalMessage({ code, sentence, facts }: Refusal): string {
	const { key } = refusalTable[code];
	return languageToken(sentence ? `${key}.${sentence}` : key, facts);
}
