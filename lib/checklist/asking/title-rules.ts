import { visibleText } from '../../kernel/formats/text';

/** Words without case, marks and punctuation, so that "Please HELP!!!" and "please, help" are the same two. */
function wordsIn(text: string): string[] {
	const plain = visibleText(text).normalize('NFKD').replace(/[\p{M}'’]/gu, '').toLowerCase();
	return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Whether a title says what a topic is about (R4.0a, CK-08): one word at least that is not on the list of words that
 * fit every topic. Without a list nobody is held to it.
 */
export function isTellingTitle(title: string, vagueWords: readonly string[]): boolean {
	if (vagueWords.length === 0) {
		return true;
	}
	const vague = new Set(vagueWords.flatMap(wordsIn));
	return wordsIn(title).some(word => !vague.has(word));
}
