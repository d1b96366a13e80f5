/** A heading's number, and its remaining words. */
export interface NumberedTitle { number: string; title: string }

const words = [
	'§+', 'art(?:icle|ikel|icolo|ículo|\\.)?', 'section', 'sec\\.', 'clause', 'chapter', 'paragraph', 'part', 'item',
	'ziffer', 'ziff\\.', 'abschnitt', 'absatz', 'kapitel', 'teil', 'punkt', 'klausel', 'no\\.', 'nr\\.',
].join('|');
const arabic = '\\d{1,3}(?:\\.\\d{1,3})*';
/** Up to 39; C, D, L and M would match lists numbered by letters. */
const roman = '(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})';
const afterWord = new RegExp(`^(?:${words})\\s*(${arabic}|${roman})\\s*(?:[.):–—-]+\\s*|\\s+|$)(.*)$`, 'iu');
const arabicFirst = new RegExp(`^(${arabic})(?:[.):]+(?:\\s+|$)|\\s*[–—-]\\s+|\\s+|$)(.*)$`, 'u');
const romanFirst = new RegExp(`^(${roman})[.):]+(?:\\s+|$)(.*)$`, 'u');

const values: Record<string, number> = { I: 1, V: 5, X: 10 };

function arabicOf(number: string): string {
	if (/\d/.test(number)) {
		return number;
	}
	const digits = [...number.toUpperCase()].map(digit => values[digit] ?? 0);
	return String(digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0));
}

/**
 * Reads `4.5 Licence`, `§ 4 Beiträge`, `Artikel 5: Kategorien`, `IV. Posting`; null if it does not begin with a number.
 * Roman numerals become Arabic ones.
 */
export function numberedTitle(text: string): NumberedTitle | null {
	const [, number, title] = afterWord.exec(text) ?? arabicFirst.exec(text) ?? romanFirst.exec(text) ?? [];
	return number === undefined || title === undefined ? null : { number: arabicOf(number), title: title.trim() };
}

/** Whether a heading begins with a numbering that is not a number: `A. Scope`, `(b) Posts`. */
export function hasUnreadNumber(text: string): boolean {
	return numberedTitle(text) === null && /^(?:\(?[\p{L}\d]{1,2}[.)]|\(\d+\)|[一二三四五六七八九十]+[、.])\s*\S/u.test(text);
}
