import * as v from 'valibot';
import { conditionSchema, itemSchema, keySchema, longestHelp, mostOptions, optionSchema, type Texts } from '../profiles/item';
import { keyOf } from './keys';

const { entries: item } = itemSchema;
const plain = (length: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(length),
	v.transform((text): Texts => ({ 'en-GB': text })));
const plainText = plain(1000);
const longText = plain(longestHelp);
const neither = (expected: string) => v.custom<never>(() => false, expected);
const isMap = (input: unknown) => typeof input === 'object' && input !== null && !Array.isArray(input);

/** An English text, or a map of languages. */
const text = v.lazy((input): v.GenericSchema<unknown, Texts> =>
	(typeof input === 'string' ? plainText : isMap(input) ? item.prompt : neither('text | language: text')));
const help = v.lazy((input): v.GenericSchema<unknown, Texts | undefined> =>
	(typeof input === 'string' ? longText : isMap(input) ? item.help : neither('text | language: text')));

/** A map with these keys only; for an unknown key the hint lists the known ones. */
const closed = <T extends v.ObjectEntries>(entries: T) => v.strictObject(entries, ({ expected }) =>
	(expected === 'never' ? Object.keys(entries).join(' | ') : expected === 'Object' ? 'map' : expected ?? 'map'));

/** GitHub fields we do not support; they are read, and noted as left out. */
const leftOut = v.optional(v.unknown());

const id = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z0-9_-]+$/i, 'a-z 0-9 - _'), v.transform(name => keyOf(name, 'item')));

const fullOption = closed({
	...optionSchema.entries, value: v.optional(keySchema), label: text, say: v.optional(text),
	unticked: v.optional(closed({ ...optionSchema.entries.unticked.wrapped.entries, say: v.optional(text) })),
});
const shortOption = v.pipe(plainText, v.transform((label): v.InferOutput<typeof fullOption> =>
	({ label, verdict: 'ok', required: false })));
const option = v.lazy((input): v.GenericSchema<unknown, v.InferOutput<typeof fullOption>> =>
	(typeof input === 'string' ? shortOption : fullOption));

const attributes = closed({
	label: text,
	description: v.optional(help),
	options: v.optional(v.pipe(v.array(option), v.minLength(1), v.maxLength(mostOptions))),
	multiple: v.optional(v.boolean(), false),
	link: item.link,
	readers: item.readers,
	stable: item.stable,
	always: item.always,
	empty: item.empty,
	clause: item.clause,
	lookup: item.lookup,
	parts: item.parts,
	'reference-prompt': v.optional(text),
	behind: item.behind,
	standings: item.standings,
	words: item.words,
	'shown-when': v.optional(closed({ ...conditionSchema.entries, item: v.optional(id) })),
	placeholder: v.optional(text), value: leftOut, render: leftOut, default: leftOut,
});

const validations = closed({
	required: v.optional(v.boolean()),
	pattern: item.pattern,
	'min-length': item.minLength,
	'min-words': item.minWords,
	hosts: item.hosts,
});

/** The element types of GitHub's forms that ask something, and our own. */
const elementTypes = [
	'checkboxes', 'dropdown', 'input', 'textarea', 'confirm', 'version', 'link', 'vendor', 'trunk',
] as const;

const asking = closed({
	type: v.picklist(elementTypes), id: v.optional(id), attributes, validations: v.optional(validations, {}),
});
/** Elements of GitHub's forms that a checklist has nothing for: paragraphs, and files to attach. */
const unaskedTypes = ['markdown', 'upload'] as const;
const unasked = closed({ type: v.picklist(unaskedTypes), id: leftOut, attributes: leftOut, validations: leftOut });

type AnyElement = v.InferOutput<typeof asking> | v.InferOutput<typeof unasked>;

const element = v.lazy((input): v.GenericSchema<unknown, AnyElement> =>
	(unaskedTypes.some(type => type === (input as { type?: unknown } | null)?.type) ? unasked : asking));

/** A checklist file like GitHub's issue forms. */
export const formFileSchema = closed({
	name: v.optional(text, {}),
	kind: v.optional(v.picklist(['standard', 'security']), 'standard'),
	'title-rule': v.optional(v.literal('telling')),
	body: v.pipe(v.array(element), v.maxLength(200)),
	description: leftOut, title: leftOut, labels: leftOut, assignees: leftOut, projects: leftOut, type: leftOut,
});

export type FormFile = v.InferOutput<typeof formFileSchema>;
export type FormElement = v.InferOutput<typeof asking>;

/** Whether an element asks something. */
export const isAsking = (one: AnyElement): one is FormElement => one.type !== 'markdown' && one.type !== 'upload';
