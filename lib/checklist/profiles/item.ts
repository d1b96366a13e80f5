import * as v from 'valibot';
import { clauseIds } from '../../kernel/refusals/clause';
import { oncePerObject } from '../../kernel/host/once-per-object';
import { plainMarkdown } from '../../kernel/formats/inline-markdown';
import { isUsablePattern } from './pattern';
import { platformParts } from './platform-list';
import { listStatuses } from './status-list';

/** Maximum characters of a help text, and maximum options of an item. */
export const longestHelp = 5000;
export const longestWords = 1000;
export const mostOptions = 200;
const textsUpTo = (length: number) => v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/)),
	v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(length)));
const texts = textsUpTo(longestWords);
/** Key of an item or an option; stored with every answer, independent of its words. */
export const keySchema = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z][a-z0-9-]*$/));
const key = keySchema;
export const answerVerdicts = ['ok', 'warn', 'block', 'record'] as const;
const verdict = v.picklist(answerVerdicts);
const flag = (standard: boolean) => v.optional(v.boolean(), standard);

/** The effect of an answer: none, a warning, a blocked post, or a note for staff. */
export type AnswerVerdict = v.InferOutput<typeof verdict>;

export const itemKinds = ['confirm', 'choice', 'multi-choice', 'version', 'text', 'long-text', 'link', 'vendor', 'trunk'] as const;
export type ItemKind = typeof itemKinds[number];

/**
 * What each kind can look up: a vendor's model in the list of phones, the words of a text or of the options chosen in
 * the list of platforms, the host of a link among those of guides; a confirmation carries the version of the terms.
 */
const lookups = {
	vendor: 'phones', text: 'platforms', choice: 'platforms', 'multi-choice': 'platforms', link: 'guides', confirm: 'terms',
} as const;

/** A host as written in a link; its subdomains count too. */
export const hostName = v.pipe(v.string(), v.toLowerCase(), v.maxLength(253), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/));

const mildVerdict = v.picklist(['ok', 'warn', 'record']);

/** One option of a choice. */
export const optionSchema = v.strictObject({
	value: key, label: texts, verdict: v.optional(verdict, 'ok'), say: v.optional(texts),
	/** In a multi-choice: the answer is incomplete without this option. */
	required: flag(false),
	/** In a multi-choice: the effect of leaving it out, and what the author reads then. */
	unticked: v.optional(v.strictObject({ verdict: v.optional(mildVerdict, 'warn'), say: v.optional(texts) })),
});

/** A condition of `shownWhen`; all given parts must hold. */
export const conditionSchema = v.strictObject({
	item: v.optional(key),
	values: v.optional(v.pipe(v.array(key), v.minLength(1), v.maxLength(mostOptions))),
	/** An earlier answer names something that the list of platforms has as unsupported. */
	listed: v.optional(v.literal('unsupported')),
	tags: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.minLength(1), v.maxLength(50))),
	categories: v.optional(v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1))),
		v.minLength(1), v.maxLength(200))),
});

/** One thing to check before posting (clause 3), as data for administrators. */
export const itemSchema = v.strictObject({
	key,
	kind: v.picklist(itemKinds),
	required: flag(true),
	/** Asked of everybody, including the control group and members with a clean record. */
	always: flag(false),
	/** Usually the same for every topic, so the member only confirms it. */
	stable: flag(false),
	/** Who may read the answer below the topic. */
	readers: v.optional(v.picklist(['everyone', 'staff']), 'everyone'),
	/** The effect of leaving an item empty that is not required. */
	empty: v.optional(mildVerdict, 'ok'),
	clause: v.optional(v.picklist(clauseIds), '3'),
	prompt: texts,
	help: v.optional(textsUpTo(longestHelp)),
	/** An example in an empty field. */
	placeholder: v.optional(texts),
	link: v.optional(v.pipe(v.string(), v.maxLength(500), v.url(), v.startsWith('https://'))),
	options: v.optional(v.pipe(v.array(optionSchema), v.minLength(1), v.maxLength(mostOptions))),
	minLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2000)), 0),
	/** In a long text: how many different real words it needs. */
	minWords: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500)), 0),
	/** RE2 syntax, must match the whole answer; `help` describes it. */
	pattern: v.optional(v.pipe(v.string(), v.maxLength(200), v.check(isUsablePattern, 'RE2 <= 1000'))),
	/** Hosts that a link may lead to, with their subdomains; empty: any https address. */
	hosts: v.optional(v.pipe(v.array(hostName), v.minLength(1), v.maxLength(50))),
	/** The list that an item of this kind is about, see `lookups`. */
	lookup: v.optional(v.picklist([...new Set(Object.values(lookups))])),
	/** The parts of the list of platforms that an answer is checked against; all of them by default. */
	parts: v.optional(v.pipe(v.array(v.picklist(platformParts)), v.minLength(1), v.maxLength(platformParts.length))),
	/** Label of a vendor item's second field; by default "reference". */
	referencePrompt: v.optional(texts),
	/** The effect of a version older than the latest; none while the forum has no latest version. */
	behind: v.optional(verdict, 'warn'),
	/** The effect of each support status; unknown is not unsupported, so it never blocks. */
	standings: v.optional(v.strictObject({
		...Object.fromEntries(listStatuses.filter(status => status !== 'unknown').map(status => [status, v.optional(verdict)])) as
			Record<'preferred' | 'supported' | 'legacy' | 'unsupported', v.OptionalSchema<typeof verdict, undefined>>,
		unknown: v.optional(mildVerdict),
	}), {}),
	/** Words that show that a staff question is about this item. */
	words: v.optional(v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(60))), v.maxLength(50))),
	shownWhen: v.optional(conditionSchema),
});

export type ChecklistItem = v.InferOutput<typeof itemSchema>;

const isChoosing = ({ kind }: ChecklistItem) => kind === 'choice' || kind === 'multi-choice';
const isNew = (all: readonly string[], index: number) => all.indexOf(all[index] ?? '') === index;

/** Whether an item looks something up there. */
export function looksUp({ kind, lookup }: Pick<ChecklistItem, 'kind' | 'lookup'>, list: typeof lookups[keyof typeof lookups]): boolean {
	return lookup === list && lookups[kind as keyof typeof lookups] === list;
}

/** The first conflict of an item with others: its field, and what is expected there. */
function fault(
	item: ChecklistItem, index: number, items: readonly ChecklistItem[],
): [(string | number)[], string] | null {
	const { shownWhen, options = [] } = item;
	const values = options.map(({ value }) => value);
	const twice = values.findIndex((_value, at) => !isNew(values, at));
	if (!isNew(items.map(({ key }) => key), index)) {
		return [['key'], 'unique keys'];
	}
	if (isChoosing(item) && options.length === 0) {
		return [['options'], 'options for a choice'];
	}
	if (twice >= 0) {
		return [['options', twice, 'value'], 'unique option values'];
	}
	if ((shownWhen?.item === undefined) !== (shownWhen?.values === undefined)) {
		return [['shownWhen', 'values'], 'shownWhen: item with values'];
	}
	return shownWhen?.item === undefined || items.slice(0, index).some(({ key }) => key === shownWhen.item) ? null :
		[['shownWhen', 'item'], 'shownWhen names an item above'];
}

/** A path for valibot, which reads only its keys. */
const pathOf = (keys: readonly (string | number)[]) =>
	keys.map(key => ({ type: 'unknown' as const, origin: 'value' as const, input: null, key, value: null }));

/** A valid example, for the API description. */
const exampleOfItems = [[
	{ key: 'release', kind: 'version', prompt: { 'en-GB': 'Which version do you use?' }, behind: 'warn' },
	{ key: 'trunk', kind: 'choice', prompt: { 'en-GB': 'Which trunk?' }, options: [{ value: 'own', label: { 'en-GB': 'Our own' } }] },
	{
		key: 'manual', kind: 'confirm', required: false, prompt: { 'en-GB': 'I read the manual' },
		shownWhen: { item: 'trunk', values: ['own'] },
	},
]];

const listOfItems = v.pipe(v.array(itemSchema), v.maxLength(50), v.metadata({ examples: exampleOfItems }));

/**
 * A profile's items: unique keys, choices with options, conditions on earlier items only. The path of an issue names
 * the item and its field, for the editor.
 */
export const itemsSchema = v.pipe(listOfItems, v.rawCheck(({ dataset, addIssue }) => {
	const items = dataset.typed ? dataset.value : [];
	items.forEach((item, index) => {
		const [field, message] = fault(item, index, items) ?? [];
		if (field && message) {
			const [first, ...more] = pathOf([index, ...field]);
			addIssue({ message, ...first && { path: [first, ...more] } });
		}
	});
}));

/**
 * A named list of items. `security`: for reports, which are never stopped and notify staff; missing answers are
 * recorded as missing.
 */
export const profileSchema = v.strictObject({
	kind: v.optional(v.picklist(['standard', 'security']), 'standard'),
	title: v.optional(texts, {}),
	/** `telling`: the title of a new topic must say more than "help" (R4.0a). Not for security reports. */
	titleRule: v.optional(v.literal('telling')),
	items: itemsSchema,
});

export type ProfileContent = v.InferOutput<typeof profileSchema>;

/** One version of a profile. */
export interface ChecklistProfile extends ProfileContent { id: string; version: number }

export const profileIdSchema = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z][a-z0-9-]*$/),
	v.check(id => id !== 'none', 'not none'));

/** All items of several profiles, without duplicates. */
export function itemsOnce(all: readonly ChecklistItem[]): ChecklistItem[] {
	return all.filter((item, index) => all.findIndex(({ key }) => key === item.key) === index);
}

export type Texts = Record<string, string>;

/** A text in the reader's language, otherwise English, otherwise any; with its Markdown. */
export function markdownFor(all: Texts | undefined, language: string): string {
	const base = language.split('-')[0] ?? '';
	const near = Object.keys(all ?? {}).find(tag => tag.split('-')[0] === base);
	const own = all && Object.hasOwn(all, language) ? all[language] : undefined;
	return own ?? (near ? all?.[near] : undefined) ?? all?.['en-GB'] ?? Object.values(all ?? {})[0] ?? '';
}

/** The plain words of each text; a checklist comes from a cache, the same for every answer. */
const plainWords = oncePerObject<Texts, Map<string, string>>(() => new Map());

/** The same as plain words. */
export function textFor(all: Texts | undefined, language: string): string {
	const markdown = markdownFor(all, language);
	const known = all && plainWords(all);
	const plain = known?.get(markdown) ?? plainMarkdown(markdown);
	known?.set(markdown, plain);
	return plain;
}
