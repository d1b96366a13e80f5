/** As in lib/checklist/asking/real-words.ts, which counts again on the server. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u{2800}]/gu;

/** A text without what nobody sees. */
export function visibleText(text: string): string {
	return text.replace(unseen, '').trim();
}

/** The different words of a text: at least two different letters, or two characters of a script without blanks. */
export function countRealWords(text: string): number {
	const words = new Set<string>();
	const signs = new Set<string>();
	for (const [word] of visibleText(text).normalize('NFC').toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
		const letters = new Set(word);
		const packed = [...letters].filter(letter => dense.test(letter));
		packed.forEach(sign => signs.add(sign));
		if (packed.length === 0 && letters.size > 1) {
			words.add(word);
		}
	}
	return words.size + Math.floor(signs.size / 2);
}

/** Maximum characters of an answer that is one text. */
export function longestOf(kind: string): number {
	return kind === 'long-text' ? 20_000 : 2000;
}
