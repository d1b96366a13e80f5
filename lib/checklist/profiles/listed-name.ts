import { visibleText } from '../../kernel/formats/text';

// Browsers load this file too, and say while an answer is typed what the server decides.

/** Names for comparison: one case, one kind of letters and blanks, nothing invisible. */
export function folded(text: string): string {
	return visibleText(text).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

const isWordCharacter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** A text with blanks for a name wherever it is not part of another word. */
function without(text: string, name: string): string {
	let left = text;
	for (let at = left.indexOf(name); at >= 0; at = left.indexOf(name, at + 1)) {
		const end = at + name.length;
		if (!isWordCharacter(left[at - 1]) && !isWordCharacter(left[end])) {
			left = left.slice(0, at) + ' '.repeat(name.length) + left.slice(end);
		}
	}
	return left;
}

/** Folded names as `namedIn` looks for them. */
export function longestFirst(names: Iterable<string>): string[] {
	return [...names].filter(name => name !== '').sort((a, b) => b.length - a.length);
}

/** Those of some names that occur in a text; of names that overlap, the longest: `Debian 12` is not `Debian`. */
export function namedIn(sorted: readonly string[], text: string): string[] {
	let left = folded(text);
	return sorted.filter((name) => {
		const before = left;
		left = without(left, name);
		return left !== before;
	});
}
