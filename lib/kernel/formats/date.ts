/** NodeBB's languages are mostly language tags; one that is none, such as `en-x-pirate`, reads dates in English. */
const localeOf = (language: string): string => {
	try {
		return Intl.DateTimeFormat.supportedLocalesOf([language])[0] ?? 'en-GB';
	} catch {
		return 'en-GB';
	}
};

/** A day in words in the reader's language, for pages that work without script; in UTC, as records are kept. */
export function dayIn(language: string, milliseconds: number): string {
	return new Date(milliseconds).toLocaleDateString(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
}
