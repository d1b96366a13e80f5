/** NodeBB's languages are mostly language tags; one that is none, such as `en-x-pirate`, reads in English. */
export const localeOf = (language: string): string => {
	try {
		return Intl.DateTimeFormat.supportedLocalesOf([language])[0] ?? 'en-GB';
	} catch {
		return 'en-GB';
	}
};

/** A language by its name in the reader's language, such as "British English"; by its tag where there is none. */
export function languageName(tag: string, language: string): string {
	try {
		return new Intl.DisplayNames([localeOf(language)], { type: 'language' }).of(tag) ?? tag;
	} catch {
		return tag;
	}
}
