import { visibleText } from '../../kernel/formats/text';

/** A line by its words: marks, blanks and characters that nobody sees make no other line of it. */
const wordsOf = (line: string): string =>
	(visibleText(line).normalize('NFKC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');

const linesOf = (text: string): string[] =>
	text.split(/\r\n|[\r\n\u2028\u2029]/).map(wordsOf).filter(line => line !== '');

/** Without blanks and what nobody sees, for templates without a word. */
const marksOf = (text: string): string => visibleText(text).replace(/\s+/g, '');

/**
 * Whether a text is only its category's template: all of it or some of its lines, in any order and with other marks,
 * and no line of the author's own.
 */
export function isOnlyTemplate(text: string, template: string): boolean {
	const [lines, given] = [linesOf(text), linesOf(template)];
	const isSame = marksOf(text) !== '' && marksOf(text) === marksOf(template);
	return isSame || (lines.length > 0 && given.length > 0 &&
		(lines.every(line => given.includes(line)) || lines.join(' ') === given.join(' ')));
}
