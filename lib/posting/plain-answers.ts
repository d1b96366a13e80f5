import { textOf } from '../kernel/formats/text';
import type { FormAnswer } from '../kernel/offers/checklist-form';

/** Prefixes of the checklist fields in a plain form, followed by the item's key, and the part for two-part answers. */
export const plainFields = {
	version: 'forumTermsChecklist', answer: 'forumTermsAnswer.', choices: 'forumTermsChoices.', confirm: 'forumTermsConfirm.',
} as const;

/** Checklist answers as a plain form sends them. */
export interface PlainAnswers { version?: number; answers: Record<string, FormAnswer> }

const parts = ['vendor', 'reference', 'provider', 'country'] as const;
type Part = (typeof parts)[number];

// One ticked box arrives as a text, several as a list.
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(textOf).filter(text => text !== '');

/** Two-part answers; an empty first part means no answer. */
function pairsIn(form: Record<string, unknown>): [string, FormAnswer][] {
	const found = new Map<string, Partial<Record<Part, string>>>();
	for (const [name, value] of Object.entries(form)) {
		const [key = '', part] = name.startsWith(plainFields.answer) ? name.slice(plainFields.answer.length).split('.') : [];
		const known = parts.find(one => one === part);
		if (known) {
			found.set(key, { ...found.get(key), [known]: textOf(value).trim() });
		}
	}
	return [...found].flatMap(([key, { vendor, reference = '', provider, country = '' }]): [string, FormAnswer][] =>
		vendor ? [[key, { vendor, reference }]] : provider ? [[key, { provider, country }]] : []);
}

function singleIn([name, value]: [string, unknown]): [string, FormAnswer][] {
	const after = (prefix: string) => name.slice(prefix.length);
	if (name.startsWith(plainFields.confirm)) {
		return [[after(plainFields.confirm), true]];
	}
	if (name.startsWith(plainFields.choices)) {
		return [[after(plainFields.choices), listOf(value)]];
	}
	const isAnswer = name.startsWith(plainFields.answer) && !after(plainFields.answer).includes('.');
	return isAnswer && textOf(value) !== '' ? [[after(plainFields.answer), textOf(value)]] : [];
}

/** Checklist answers among the fields of a plain form; empty fields are ignored. */
export function checklistIn(form: Record<string, unknown>): PlainAnswers {
	const version = textOf(form[plainFields.version]);
	return {
		...(/^\d{1,9}$/.test(version) ? { version: Number(version) } : {}),
		answers: Object.fromEntries([...Object.entries(form).flatMap(singleIn), ...pairsIn(form)]),
	};
}
