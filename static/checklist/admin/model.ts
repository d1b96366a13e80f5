/** Checklists as the server stores them (lib/checklist/profiles/item.ts), and the fields of each kind. */
export type Texts = Record<string, string>;
export type Kind = 'confirm' | 'choice' | 'multi-choice' | 'version' | 'text' | 'long-text' | 'link' | 'vendor' | 'trunk';
export interface Option {
	value: string; label: Texts; verdict: string; say?: Texts; required: boolean;
	unticked?: { verdict: string; say?: Texts };
}
export interface Condition { item?: string; values?: string[]; listed?: '' | 'unsupported'; tags?: string[]; categories?: number[] }
export interface Item {
	key: string;
	kind: Kind;
	required: boolean;
	always: boolean;
	empty: 'ok' | 'warn' | 'record';
	stable: boolean;
	readers: 'everyone' | 'staff';
	clause: string;
	prompt: Texts;
	help?: Texts;
	placeholder?: Texts;
	link?: string;
	options?: Option[];
	minLength: number;
	minWords: number;
	pattern?: string;
	hosts?: string[];
	lookup?: string;
	parts?: string[];
	referencePrompt?: Texts;
	behind: string;
	standings: Record<string, string | undefined>;
	words?: string[];
	shownWhen?: Condition;
}
export interface Content { kind: 'standard' | 'security'; title: Texts; titleRule?: 'telling'; items: Item[] }
export interface Profile extends Content { id: string; version: number }

export const statuses = ['preferred', 'supported', 'legacy', 'unsupported', 'unknown'] as const;

/** Fields of certain kinds only; all others belong to every item. */
const special: Partial<Record<keyof Item, readonly Kind[]>> = {
	placeholder: ['text', 'long-text', 'version', 'link'],
	options: ['choice', 'multi-choice'], minLength: ['text', 'vendor'], minWords: ['long-text'], pattern: ['text'], hosts: ['link'],
	lookup: ['vendor', 'text', 'choice', 'multi-choice', 'link', 'confirm'], parts: ['text', 'choice', 'multi-choice'],
	referencePrompt: ['vendor'], behind: ['version'],
	standings: ['trunk', 'vendor', 'text', 'choice', 'multi-choice'],
};

/** The list that each kind can look up, as lib/checklist/profiles/item.ts has them. */
const lookups: Partial<Record<Kind, string>> = {
	vendor: 'phones', text: 'platforms', choice: 'platforms', 'multi-choice': 'platforms', link: 'guides', confirm: 'terms',
};

/** The item's list, if its kind has it. */
export function lookupOf({ kind, lookup }: Pick<Item, 'kind' | 'lookup'>): string | undefined {
	return lookup === lookups[kind] ? lookup : undefined;
}

/** Whether items of this kind have the field. */
export function hasField(kind: Kind, field: string): boolean {
	return special[field as keyof Item]?.includes(kind) ?? true;
}

/** Whether a part of the card is for items of this kind: a field, or one of the lists to look up. */
export function isPartOf(kind: Kind, part: string): boolean {
	return part.startsWith('lookup-') ? part === `lookup-${lookups[kind] ?? ''}` : hasField(kind, part);
}

/** A new empty item of a kind, with an unused key. */
export function newItem(kind: Kind, others: readonly Item[]): Item {
	let number = 1;
	while (others.some(({ key }) => key === `${kind}-${number}`)) {
		number += 1;
	}
	return {
		key: `${kind}-${number}`, kind, required: true, always: false, stable: false, readers: 'everyone', clause: '3', empty: 'ok',
		prompt: {}, minLength: 0, minWords: kind === 'long-text' ? 10 : 0, behind: 'warn', standings: {},
		...hasField(kind, 'options') ? { options: [newOption([])] } : {},
	};
}

export function newOption(others: readonly Option[]): Option {
	let number = others.length + 1;
	while (others.some(({ value }) => value === `option-${number}`)) {
		number += 1;
	}
	return { value: `option-${number}`, label: {}, verdict: 'ok', required: false };
}

const written = (texts: Texts | undefined): Texts =>
	Object.fromEntries(Object.entries(texts ?? {}).filter(([, text]) => text.trim() !== ''));

/** Without empty texts, lists and conditions, which the server would reject. */
function filled<T extends object>(record: T): T {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== '' &&
		!(Array.isArray(value) && value.length === 0) &&
		!(typeof value === 'object' && !Array.isArray(value) && Object.keys(value as object).length === 0))) as T;
}

/** Only several choices can be left out one by one; without an effect there is nothing to say. */
function unticked({ kind }: Item, { unticked: left }: Option) {
	const hasEffect = kind === 'multi-choice' && left && left.verdict !== 'ok';
	return hasEffect ? filled({ verdict: left.verdict, say: written(left.say) }) : undefined;
}

function sentItem(item: Item): Item {
	const { kind, options = [] } = item;
	const clean = filled({
		...item,
		lookup: lookupOf(item), parts: lookupOf(item) === 'platforms' ? item.parts : undefined,
		help: written(item.help), placeholder: written(item.placeholder),
		referencePrompt: written(item.referencePrompt),
		standings: filled(item.standings), shownWhen: filled(item.shownWhen ?? {}),
		options: options.map(option => ({
			...filled({ ...option, say: written(option.say), unticked: unticked(item, option) }),
			value: option.value, label: written(option.label),
		})),
	});
	const ofKind = Object.entries(clean).filter(([field]) => hasField(kind, field));
	return { ...Object.fromEntries(ofKind) as unknown as Item, key: item.key, prompt: written(item.prompt) };
}

/** A profile for the server: only filled fields that its kinds have, items in order. */
export function sent({ kind, title, titleRule, items }: Content): Content {
	return { kind, title: written(title), ...titleRule && { titleRule }, items: items.map(sentItem) };
}

/** A text in a language, otherwise English, otherwise any, as the server chooses. */
export function textIn(texts: Texts | undefined, language: string): string {
	const all = written(texts);
	const near = Object.keys(all).find(tag => tag.split('-')[0] === language.split('-')[0]);
	return all[language] ?? (near ? all[near] : undefined) ?? all['en-GB'] ?? Object.values(all)[0] ?? '';
}

/** English, German, and all other languages of the profile. */
export function languagesOf({ title, items }: Content): string[] {
	const texts = [title, ...items.flatMap(({ prompt, help, placeholder, options = [] }) =>
		[prompt, help, placeholder, ...options.flatMap(({ label, say, unticked: left }) => [label, say, left?.say])])];
	return [...new Set(['en-GB', 'de', ...texts.flatMap(each => Object.keys(each ?? {}))])];
}

/** An id derived from a title: lower-case letters, digits and hyphens. */
export function idFrom(title: string): string {
	return title.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-$/g, '').slice(0, 60);
}

/** Whether the server accepts this as a checklist id. */
export function isProfileId(id: string): boolean {
	return /^[a-z][a-z0-9-]*$/.test(id) && id !== 'none';
}
