import { omitBy } from 'lodash';
import { keysFor } from './keys';
import { isAsking, type FormElement, type FormFile } from './schema';
import { textFor, type ChecklistItem, type ProfileContent } from '../profiles/item';

type Path = readonly (string | number)[];
type Option = NonNullable<ChecklistItem['options']>[number];
interface Placed { element: FormElement; path: Path }

/** A violation of the rules between elements, with its path. */
export interface ItemsFault { path: Path; expected: string }

const kinds = {
	input: 'text', textarea: 'long-text', confirm: 'confirm', version: 'version', link: 'link', vendor: 'vendor', trunk: 'trunk',
} as const;

function kindOf({ type, attributes }: FormElement): ChecklistItem['kind'] {
	const { options = [], multiple } = attributes;
	return type === 'checkboxes' ? (options.length === 1 && options[0]?.required ? 'confirm' : 'multi-choice') :
		type === 'dropdown' ? (multiple ? 'multi-choice' : 'choice') : kinds[type];
}

function optionsOf({ attributes }: FormElement): Option[] | undefined {
	const values = keysFor((attributes.options ?? []).map(({ value, label }) =>
		({ own: value, words: textFor(label, 'en-GB') })), 'option');
	return attributes.options?.map((option, index) => ({ ...option, value: values[index] ?? '' }));
}

const given = <T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T =>
	omitBy(fields, value => value === undefined) as T;

function itemOf(element: FormElement, key: string): ChecklistItem {
	const { type, attributes, validations } = element;
	const kind = kindOf(element);
	// A box that must be ticked becomes a statement to confirm; its heading adds nothing.
	const statement = type === 'checkboxes' && kind === 'confirm' ? attributes.options?.[0] : undefined;
	const options = statement ? undefined : optionsOf(element);
	const isOwed = type === 'checkboxes' && (attributes.options ?? []).some(({ required }) => required);
	const { readers, stable, always, empty, clause, behind, standings, link, lookup, parts, words } = attributes;
	return given<ChecklistItem>({
		key, kind, required: validations.required ?? isOwed, always, empty, stable, readers, clause,
		prompt: statement?.label ?? attributes.label, help: attributes.description,
		placeholder: attributes.placeholder, link, options,
		minLength: validations['min-length'], minWords: validations['min-words'],
		pattern: validations.pattern, hosts: validations.hosts,
		lookup, parts, referencePrompt: attributes['reference-prompt'], behind, standings, words,
		shownWhen: attributes['shown-when'] && given(attributes['shown-when']),
	});
}

function firstDouble(names: readonly (string | undefined)[]): number {
	return names.findIndex((name, index) => name !== undefined && names.indexOf(name) < index);
}

function faultOf({ element, path }: Placed, keysAbove: readonly string[]): ItemsFault | null {
	const { type, attributes } = element;
	const { options, 'shown-when': condition } = attributes;
	if (!options && (type === 'dropdown' || type === 'checkboxes')) {
		return { path: [...path, 'attributes'], expected: 'options' };
	}
	const double = firstDouble((options ?? []).map(({ value }) => value));
	if (double >= 0) {
		return { path: [...path, 'attributes', 'options', double, 'value'], expected: 'unique value' };
	}
	if ((condition?.item === undefined) !== (condition?.values === undefined)) {
		return { path: [...path, 'attributes', 'shown-when'], expected: 'item + values' };
	}
	return condition?.item === undefined || keysAbove.includes(condition.item) ? null :
		{ path: [...path, 'attributes', 'shown-when', 'item'], expected: keysAbove.join(' | ') || '–' };
}

/** Turns a decoded file into profile content, or names the first element that conflicts with others. */
export function contentOf(
	{ name, kind, 'title-rule': titleRule, body }: FormFile,
): { content: ProfileContent } | { fault: ItemsFault } {
	const asked = body.flatMap((element, index): Placed[] =>
		(isAsking(element) ? [{ element, path: ['body', index] }] : []));
	if (asked.length > 50) {
		return { fault: { path: asked[50]?.path ?? [], expected: '<= 50' } };
	}
	const double = firstDouble(asked.map(({ element }) => element.id));
	if (double >= 0) {
		return { fault: { path: [...asked[double]?.path ?? [], 'id'], expected: 'unique id' } };
	}
	const keys = keysFor(asked.map(({ element: { id, attributes } }) =>
		({ own: id, words: textFor(attributes.label, 'en-GB') })), 'item');
	for (const [index, placed] of asked.entries()) {
		const fault = faultOf(placed, keys.slice(0, index));
		if (fault) {
			return { fault };
		}
	}
	const items = asked.map(({ element }, index) => itemOf(element, keys[index] ?? ''));
	return { content: { kind, title: name, ...titleRule && { titleRule }, items } };
}
