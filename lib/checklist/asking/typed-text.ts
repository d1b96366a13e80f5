import { visibleText } from '../../kernel/formats/text';

// Browsers load this file too, and check while the answer is typed what the server checks again.

/** Maximum characters of a short text. */
export const longestText = 2000;

/** Maximum characters of an answer that is one text, by the kind of its item. */
export const longestOf = (kind: string): number => (kind === 'long-text' ? 20_000 : longestText);

// Scripts without blanks between words: two characters pass for one.
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const oneLetter = /^(.)\1*$/u;

/**
 * Counts the different words of a text that somebody must have written: at least two different letters each. Invisible
 * characters, punctuation, numbers, single letters and repetitions do not count.
 */
export function countRealWords(text: string): number {
	const words = new Set<string>();
	const signs = new Set<string>();
	for (const word of visibleText(text).normalize('NFC').toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) {
		if (dense.test(word)) {
			[...word].filter(letter => dense.test(letter)).forEach(sign => signs.add(sign));
		} else if (!oneLetter.test(word)) {
			words.add(word);
		}
	}
	return words.size + Math.floor(signs.size / 2);
}
