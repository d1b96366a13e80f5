import * as v from 'valibot';
import { visibleText } from '../../kernel/formats/text';

/** A text per language, by language tag. */
export type Words = Readonly<Record<string, string>>;

export const languageTag = v.pipe(
	v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en-GB'));

/** One line end everywhere, as browsers hand a text to their scripts. */
const written = (most: number) => v.pipe(
	v.string(), v.transform(text => text.replace(/\r\n?/g, '\n')), v.trim(), v.maxLength(most));

/** Texts of at most so many letters, none of them empty or invisible. */
export const words = (most: number) => v.pipe(
	v.record(languageTag, v.pipe(written(most), v.minLength(1), v.check(text => visibleText(text) !== '', 'a visible text'))),
	v.minEntries(1), v.maxEntries(30));

export const longestRules = 5000;

/** The rules of one category as an administrator sends them; an empty text removes its language. */
export const rulesBody = v.strictObject({
	rules: v.pipe(v.record(languageTag, written(longestRules)), v.maxEntries(30),
		v.transform((texts): Words => Object.fromEntries(
			Object.entries(texts).filter(([, text]) => visibleText(text) !== '')))),
});

/** A text in a language, otherwise in a variant of it, otherwise the first one. */
export function wordIn(texts: Words | undefined, language: string): string {
	const base = (tag: string) => tag.split('-')[0] ?? '';
	const tags = Object.keys(texts ?? {});
	const near = tags.find(tag => tag === base(language)) ?? tags.find(tag => base(tag) === base(language)) ?? tags[0] ?? '';
	return texts?.[tags.includes(language) ? language : near] ?? '';
}
