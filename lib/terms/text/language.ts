const base = (tag: string) => tag.toLowerCase().split('-')[0];

/** Whether two language codes are the same language; regions are ignored. */
export function isSameLanguage(one: string, other: string): boolean {
	return base(one) === base(other);
}

/**
 * The language to show a text in: the reader's, the same language of another region, the fallback, or any. The record
 * of an acceptance names the language shown.
 */
export function shownLanguage(available: readonly string[], wanted: string, fallback: string): string {
	return available.find(tag => tag.toLowerCase() === wanted.toLowerCase()) ??
		available.find(tag => base(tag) === base(wanted)) ??
		available.find(tag => tag === fallback) ??
		available[0] ??
		fallback;
}
