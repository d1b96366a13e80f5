import * as v from 'valibot';

const texts = v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/)),
	v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000)));
const key = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z][a-z0-9-]*$/));
const verdict = v.picklist(['ok', 'warn', 'block', 'record']);

/** What an answer does: nothing, a word to the author, the end of this attempt, or evidence for staff. */
export type AnswerVerdict = v.InferOutput<typeof verdict>;

/** One thing to check before posting (clause 3), as data that an administrator edits. */
export const itemSchema = v.strictObject({
	key,
	kind: v.picklist(['confirm', 'choice', 'text', 'version']),
	required: v.optional(v.boolean(), true),
	prompt: texts,
	help: v.optional(texts),
	link: v.optional(v.pipe(v.string(), v.maxLength(500), v.url(), v.startsWith('https://'))),
	options: v.optional(v.pipe(v.array(v.strictObject({
		value: key, label: texts, verdict: v.optional(verdict, 'ok'), say: v.optional(texts),
	})), v.minLength(2), v.maxLength(50))),
	minLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2000)), 0),
	/** What a version behind the latest one does; nothing as long as the forum names no latest version. */
	behind: v.optional(verdict, 'warn'),
	/** Asked only when another item was answered so. */
	shownWhen: v.optional(v.strictObject({ item: key, values: v.pipe(v.array(key), v.minLength(1), v.maxLength(50)) })),
});

export type ChecklistItem = v.InferOutput<typeof itemSchema>;

/** A profile's items: keys are unique, choices have options, and what an item waits for comes before it. */
export const itemsSchema = v.pipe(v.array(itemSchema), v.maxLength(50),
	v.check(items => new Set(items.map(item => item.key)).size === items.length, 'unique keys'),
	v.check(items => items.every(({ kind, options }) => kind !== 'choice' || options !== undefined), 'options for a choice'),
	v.check(items => items.every(({ shownWhen }, index) => !shownWhen ||
		items.slice(0, index).some(item => item.key === shownWhen.item)), 'shownWhen names an item above'));

/** A list of items under a name, in one of its versions. */
export interface ChecklistProfile { id: string; version: number; items: readonly ChecklistItem[] }

export type Texts = Record<string, string>;

/** A text in the reader's language, else in English, else in whatever there is. */
export function textFor(all: Texts | undefined, language: string): string {
	const base = language.split('-')[0] ?? '';
	const near = Object.keys(all ?? {}).find(tag => tag.split('-')[0] === base);
	return all?.[language] ?? (near ? all?.[near] : undefined) ?? all?.['en-GB'] ?? Object.values(all ?? {})[0] ?? '';
}
