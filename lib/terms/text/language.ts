const base = (tag: string) => tag.toLowerCase().split('-')[0];

/** Whether a reader of one language reads the other: regions make no difference. */
export function isSameLanguage(one: string, other: string): boolean {
	return base(one) === base(other);
}

/**
 * The language in which a text is shown: the reader's own, else the same language of another region, else the
 * fallback, else whatever there is. The record of an acceptance names the one that was shown.
 */
export function shownLanguage(available: readonly string[], wanted: string, fallback: string): string {
	return available.find(tag => tag.toLowerCase() === wanted.toLowerCase()) ??
		available.find(tag => base(tag) === base(wanted)) ??
		available.find(tag => tag === fallback) ??
		available[0] ??
		fallback;
}
