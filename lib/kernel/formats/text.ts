/**
 * Without the characters that nobody sees (zero-width, soft hyphen, fillers, marks of direction), where a human must
 * have written something.
 */
export function visibleText(text: string): string {
	return text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\u{2800}]/gu, '').trim();
}

/**
 * A text field as NodeBB writes it, whatever came in its place; undefined when it did not come.
 * HOST: src/topics/create.js `post` and `reply`: `String(data.title)`, `String(data.content || '')`.
 */
export function writtenText(value: unknown): string | undefined {
	if (value === undefined || typeof value === 'string') {
		return value;
	}
	try {
		return value ? `${value as string}` : '';
	} catch {
		// An object without a text of its own: NodeBB fails on it as well.
		return '';
	}
}

/** Text out of outside data: strings and numbers as they read, everything else as nothing. */
export function textOf(value: unknown): string {
	return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
