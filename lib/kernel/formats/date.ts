import { localeOf } from './language';

/** A day in words in the reader's language, for pages that work without script; in UTC, as records are kept. */
export function dayIn(language: string, milliseconds: number): string {
	return new Date(milliseconds).toLocaleDateString(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
}
