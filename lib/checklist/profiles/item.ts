import * as v from 'valibot';
import { clauseIds } from '../../kernel/clause';
import { isUsablePattern } from './pattern';
import { listStatuses } from './status-list';

/** Characters of a help, and options of one item: more than anybody reads. */
export const longestHelp = 5000;
export const mostOptions = 200;
const textsUpTo = (length: number) => v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/)),
	v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(length)));
const texts = textsUpTo(1000);
/** Key of an item or an option; stored with every answer, so it outlives the words people read. */
export const keySchema = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z][a-z0-9-]*$/));
const key = keySchema;
export const answerVerdicts = ['ok', 'warn', 'block', 'record'] as const;
const verdict = v.picklist(answerVerdicts);
const flag = (standard: boolean) => v.optional(v.boolean(), standard);

/** What an answer does: nothing, a word to the author, the end of this attempt, or evidence for staff. */
export type AnswerVerdict = v.InferOutput<typeof verdict>;

export const itemKinds = ['confirm', 'choice', 'multi-choice', 'version', 'text', 'link', 'vendor', 'trunk'] as const;

/** One answer that a choice offers. */
export const optionSchema = v.strictObject({
	value: key, label: texts, verdict: v.optional(verdict, 'ok'), say: v.optional(texts),
	/** In a multi-choice: without this one the answer is not complete. */
	required: flag(false),
});

/** One condition of `shownWhen`; all that are given must hold. */
export const conditionSchema = v.strictObject({
	item: v.optional(key),
	values: v.optional(v.pipe(v.array(key), v.minLength(1), v.maxLength(mostOptions))),
	tags: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.minLength(1), v.maxLength(50))),
	categories: v.optional(v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1))),
		v.minLength(1), v.maxLength(200))),
});

/** One thing to check before posting (clause 3), as data that an administrator edits. */
export const itemSchema = v.strictObject({
	key,
	kind: v.picklist(itemKinds),
	required: flag(true),
	/** Asked of everybody, also where others are left out: the control share, and members with a clean record. */
	always: flag(false),
	/** Stays the same from topic to topic, so the member is only asked to confirm it. */
	stable: flag(false),
	/** Who may read the answer below the topic. */
	readers: v.optional(v.picklist(['everyone', 'staff']), 'everyone'),
	clause: v.optional(v.picklist(clauseIds), '3'),
	prompt: texts,
	help: v.optional(textsUpTo(longestHelp)),
	link: v.optional(v.pipe(v.string(), v.maxLength(500), v.url(), v.startsWith('https://'))),
	options: v.optional(v.pipe(v.array(optionSchema), v.minLength(1), v.maxLength(mostOptions))),
	minLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2000)), 0),
	/** RE2 syntax, matched from end to end; what it expects is said in `help`. */
	pattern: v.optional(v.pipe(v.string(), v.maxLength(200), v.check(isUsablePattern, 'RE2 <= 1000'))),
	/** Hosts that a link may lead to; a host covers its subdomains. Without them any https address will do. */
	hosts: v.optional(v.pipe(v.array(v.pipe(v.string(), v.toLowerCase(), v.maxLength(253),
		v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/))), v.minLength(1), v.maxLength(50))),
	/** In a vendor item: looked up in the list of phones, with the second field as the model. */
	lookup: v.optional(v.literal('phones')),
	/** Label of the second field of a vendor item; "reference" when there is none. */
	referencePrompt: v.optional(texts),
	/** What a version behind the latest one does; nothing as long as the forum names no latest version. */
	behind: v.optional(verdict, 'warn'),
	/** What a standing in the lists does; unknown is never unsupported, so it can never block. */
	standings: v.optional(v.strictObject({
		...Object.fromEntries(listStatuses.filter(status => status !== 'unknown').map(status => [status, v.optional(verdict)])) as
			Record<'preferred' | 'supported' | 'legacy' | 'unsupported', v.OptionalSchema<typeof verdict, undefined>>,
		unknown: v.optional(v.picklist(['ok', 'warn', 'record'])),
	}), {}),
	/** Words by which a follow-up question of staff is known to be about this item. */
	words: v.optional(v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(60))), v.maxLength(50))),
	shownWhen: v.optional(conditionSchema),
});

export type ChecklistItem = v.InferOutput<typeof itemSchema>;

const isChoosing = ({ kind }: ChecklistItem) => kind === 'choice' || kind === 'multi-choice';
const isNew = (all: readonly string[], index: number) => all.indexOf(all[index] ?? '') === index;

/** What is wrong with an item beside the others: the field of the item, and what is expected there. */
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

/** A path in the terms of the schema library; of it only the keys are ever read. */
const pathOf = (keys: readonly (string | number)[]) =>
	keys.map(key => ({ type: 'unknown' as const, origin: 'value' as const, input: null, key, value: null }));

/** One list that keeps to all rules; docs for programs show it. */
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
 * A profile's items: keys are unique, choices have options, and what an item waits for comes before it. The path of an
 * issue names the item and its field, so that an editor can point at them.
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
 * A list of items under a name. `security`: for alerts, which nothing ever stops and which ring staff; what is missing
 * is recorded as missing.
 */
export const profileSchema = v.strictObject({
	kind: v.optional(v.picklist(['standard', 'security']), 'standard'),
	title: v.optional(texts, {}),
	/** `telling`: the title of a new topic must say more than "help" (R4.0a). Never asked of a security alert. */
	titleRule: v.optional(v.literal('telling')),
	items: itemsSchema,
});

export type ProfileContent = v.InferOutput<typeof profileSchema>;

/** A profile in one of its versions. */
export interface ChecklistProfile extends ProfileContent { id: string; version: number }

export const profileIdSchema = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z][a-z0-9-]*$/),
	v.check(id => id !== 'none', 'not none'));

/** Every item once, however many profiles ask it. */
export function itemsOnce(all: readonly ChecklistItem[]): ChecklistItem[] {
	return all.filter((item, index) => all.findIndex(({ key }) => key === item.key) === index);
}

export type Texts = Record<string, string>;

/** A text in the reader's language, else in English, else in whatever there is. */
export function textFor(all: Texts | undefined, language: string): string {
	const base = language.split('-')[0] ?? '';
	const near = Object.keys(all ?? {}).find(tag => tag.split('-')[0] === base);
	return all?.[language] ?? (near ? all?.[near] : undefined) ?? all?.['en-GB'] ?? Object.values(all ?? {})[0] ?? '';
}
