import { markdownHtml } from '../kernel/formats/inline-markdown';
import type { ChecklistForm, FormAnswer } from '../kernel/offers/checklist-form';
import { languageToken, refusalMessage } from '../kernel/refusals/message';
import type { Refusal } from '../kernel/refusals/refusal';
import { checklistIn, plainFields } from './plain-answers';

type Item = ChecklistForm['items'][number];

const field = 'forumTerms.checklist.answers.';

/** The condition of an item in words, because nothing is hidden without script. */
function conditionOf({ shownWhen }: Item, items: readonly Item[]): string {
	const other = items.find(item => item.key === shownWhen?.item);
	if (other?.kind === 'confirm') {
		return languageToken('forum-terms:checklist.only-if-ticked', [other.prompt]);
	}
	if (other && other.options.length === 0) {
		return languageToken('forum-terms:checklist.only-if-answered', [other.prompt]);
	}
	if (other) {
		const wanted = other.options.filter(({ value }) => shownWhen?.values.includes(value));
		// An item shown for every answer needs no condition.
		const isAny = wanted.length > 1 && wanted.length === other.options.length;
		const labels = wanted.map(({ label }) => label);
		return isAny ? '' : languageToken('forum-terms:checklist.only-if', [other.prompt, labels.join(' / ')]);
	}
	if (shownWhen?.listed) {
		return languageToken('forum-terms:checklist.only-if-listed');
	}
	const tags = shownWhen?.tags ?? [];
	return tags.length > 0 ? languageToken('forum-terms:checklist.only-if-tagged', [tags.join(' / ')]) : '';
}

/** The answer, split into the parts that the fields show. */
function partsOf(answer: FormAnswer | undefined) {
	const pair = { vendor: '', reference: '', provider: '', country: '' };
	return {
		isTicked: answer === true,
		text: typeof answer === 'string' ? answer : '',
		...pair, ...typeof answer === 'object' && !Array.isArray(answer) ? answer : {},
	};
}

function itemView(item: Item, items: readonly Item[], answer: FormAnswer | undefined, problem: string) {
	const chosen = Array.isArray(answer) ? answer : [answer];
	return {
		...item, ...partsOf(answer), problem,
		promptHtml: markdownHtml(item.promptMarkdown, { inline: true }),
		helpHtml: markdownHtml(item.helpMarkdown, { inline: false }),
		condition: conditionOf(item, items),
		isConfirm: item.kind === 'confirm', isChoice: item.kind === 'choice', isMulti: item.kind === 'multi-choice',
		isLong: item.kind === 'long-text', isVendor: item.kind === 'vendor', isTrunk: item.kind === 'trunk',
		isGroup: ['multi-choice', 'vendor', 'trunk'].includes(item.kind),
		isStaffOnly: item.readers === 'staff',
		options: item.options.map(option => ({
			...option, key: item.key, labelHtml: markdownHtml(option.labelMarkdown, { inline: true }),
			selected: chosen.includes(option.value), isNeeded: option.required && item.required,
		})),
	};
}

/**
 * A checklist for the template without script: the given answers, otherwise the remembered ones, and the problem of
 * each item. The first view shows no problems, because nobody could answer yet.
 */
export function checklistView(checklist: ChecklistForm, form: Record<string, unknown>, refusals: readonly Refusal[]) {
	const isFirst = form[plainFields.version] === undefined;
	const given = checklistIn(form).answers;
	const answers = isFirst ? { ...checklist.remembered, ...given } : given;
	return {
		version: checklist.version,
		items: checklist.items.map((item) => {
			const refusal = refusals.find(one => one.field === field + item.key);
			return {
				...itemView(item, checklist.items, answers[item.key], refusal && !isFirst ? refusalMessage(refusal) : ''),
				isRemembered: isFirst && checklist.remembered[item.key] !== undefined && given[item.key] === undefined,
			};
		}),
	};
}

/** The page anchor of a reason: its item, or the box for the terms; empty if it belongs to neither. */
export function anchorOf({ code, field: named }: Refusal, version = ''): string {
	return code.startsWith('terms-') && version !== '' ? `accept-${version}` :
		named?.startsWith(field) ? `check-${named.slice(field.length)}` : '';
}
