/**
 * Text without invisible characters (zero-width, soft hyphen, fillers, direction marks), where a person must have typed
 * something.
 */
export function visibleText(text: string): string {
	return text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\u{2800}]/gu, '').trim();
}

/** A name as it is stored: NFC, one blank between words, empty without a visible character. */
export function plainName(text: string): string {
	return visibleText(text) === '' ? '' : text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Equal for names that readers cannot tell apart: ignores case, kinds of blanks and invisible characters. */
export function nameKey(text: string): string {
	return plainName(visibleText(text)).toLowerCase();
}

/**
 * A text field as NodeBB stores it, whatever its type; undefined if absent. HOST: src/topics/create.js `post` and
 * `reply`: `String(data.title)`, `String(data.content || '')`.
 */
export function writtenText(value: unknown): string | undefined {
	if (value === undefined || typeof value === 'string') {
		return value;
	}
	try {
		return value ? `${value as string}` : '';
	} catch {
		// An object without a usable toString; NodeBB fails on it too.
		return '';
	}
}

/** Text of outside data: strings and numbers as they are, anything else as an empty text. */
export function textOf(value: unknown): string {
	return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
