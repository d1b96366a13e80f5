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

/**
 * The languages to compare two texts in: as each would be shown, if that is the same language; otherwise one that both
 * have, because a text compared with its translation says nothing. Two texts without one are compared as shown.
 */
export function commonLanguages(
	before: readonly string[], after: readonly string[], wanted: string, fallback: string,
): [before: string, after: string] {
	const shown = (some: readonly string[]) => shownLanguage(some, wanted, fallback);
	const isShared = (tag: string) => [before, after].every(tags => tags.some(other => isSameLanguage(tag, other)));
	const shared = [before, after].map(tags => tags.filter(isShared));
	const [one = before, other = after] = shared.every(tags => tags.length > 0) ? shared : [];
	return [shown(one), shown(other)];
}
