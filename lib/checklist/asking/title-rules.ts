import { oncePerObject } from '../../kernel/host/once-per-object';
import { visibleText } from '../../kernel/formats/text';

/** Words without case, accents and punctuation, so that "Please HELP!!!" equals "please, help". */
function wordsIn(text: string): string[] {
	const plain = visibleText(text).normalize('NFKD').replace(/[\p{M}'’]/gu, '').toLowerCase();
	return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether something was typed of which nobody sees anything: zero-width characters, direction marks. */
export function isUnseen(title: string): boolean {
	return title.trim() !== '' && visibleText(title) === '';
}

/** The list comes from a cache, the same for every title. */
const vagueIn = oncePerObject((vagueWords: readonly string[]) => new Set(vagueWords.flatMap(wordsIn)));

/**
 * Whether a title is descriptive (R4.0a, CK-08): at least one word is not on the list of vague words. Without a list
 * every title is.
 */
export function isTellingTitle(title: string, vagueWords: readonly string[]): boolean {
	if (vagueWords.length === 0) {
		return true;
	}
	const vague = vagueIn(vagueWords);
	return wordsIn(title).some(word => !vague.has(word));
}
