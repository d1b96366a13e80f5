import type { Answer, Item } from 'forum-terms/checklist/member/model';
import { countries } from 'forum-terms/checklist/member/country-list';
import { markedLine } from 'forum-terms/checklist/member/marked';
import { visibleText } from 'forum-terms/kit/text';
import { element, say } from 'forum-terms/kit/dom';

/** The controls of one item, and their answer. */
interface Field {
	/** Shown below the prompt. */
	nodes: HTMLElement[];
	/** Controls to focus and describe; the first represents the item. */
	controls: HTMLElement[];
	/** With several controls the prompt is a legend, not a label. */
	isGroup: boolean;
	/** Undefined while unanswered. */
	read(): Answer | undefined;
	/** The typed value, if it can be more than an answer: half of a pair. */
	typed?(): Answer;
	/** Ignores an answer of another kind, or a removed option. */
	write(answer: Answer): void;
}

const texted = (text: string) => (visibleText(text) === '' ? undefined : text.trim());
const shortest = '200';
const longest = '2000';

// HOST: composer-default/static/lib/composer.js uses `find('textarea')` as the post's text, so there may be none here.
function line(id: string, attributes: Record<string, string> = {}): HTMLInputElement {
	return element('input', {
		class: 'form-control', type: 'text', id, maxlength: longest, autocomplete: 'off', ...attributes,
	});
}

function confirming(_item: Item, id: string): Field {
	const box = element('input', { class: 'form-check-input', type: 'checkbox', id, autocomplete: 'off' });
	return {
		nodes: [box], controls: [box], isGroup: false,
		read: () => box.checked || undefined,
		write: (answer) => { box.checked = answer === true; },
	};
}

function choosing({ options }: Item, id: string): Field {
	const select = element('select', { class: 'form-select', id, autocomplete: 'off' }, element('option', { value: '' }),
		...options.map(({ value, label }) => element('option', { value }, label)));
	return {
		nodes: [select], controls: [select], isGroup: false,
		read: () => texted(select.value),
		write: (answer) => {
			select.value = options.find(({ value }) => value === answer)?.value ?? '';
		},
	};
}

const labelOf = (option: Item['options'][number] | undefined) =>
	(option?.labelMarkdown ? markedLine(option.labelMarkdown) : [option?.label ?? '']);

async function choosingSeveral({ options, required }: Item, id: string): Promise<Field> {
	const needed = await say('forum-terms:checklist.needed');
	const boxes = options.map(({ value }, index) => element('input', {
		class: 'form-check-input', type: 'checkbox', id: index === 0 ? id : `${id}-${index}`, value, autocomplete: 'off',
	}));
	return {
		nodes: boxes.map((box, index) => element('div', { class: 'form-check' }, box,
			element('label', { class: 'form-check-label', for: box.id }, ...labelOf(options[index]),
				required && options[index]?.required ? ` (${needed})` : ''))),
		controls: boxes, isGroup: true,
		read() {
			const values = boxes.filter(({ checked }) => checked).map(({ value }) => value);
			return values.length > 0 ? values : undefined;
		},
		write(answer) {
			boxes.forEach((box) => { box.checked = Array.isArray(answer) && answer.includes(box.value); });
		},
	};
}

function writing({ kind, suggestions, placeholder }: Item, id: string): Field {
	const input = line(id, { ...kind === 'link' ? { inputmode: 'url' } : {}, ...placeholder ? { placeholder } : {} });
	return {
		nodes: [input, ...suggesting(input, suggestions)], controls: [input], isGroup: false,
		read: () => texted(input.value),
		write: (answer) => { input.value = typeof answer === 'string' ? answer : ''; },
	};
}

/** What was typed into an editable element, whatever the browser makes of a line end. */
function typedIn(node: Node): string {
	return [...node.childNodes].map((child, index) => {
		const isLine = index > 0 && (child instanceof HTMLDivElement || child instanceof HTMLParagraphElement);
		return child instanceof Text ? child.data : child instanceof HTMLBRElement ? '\n' : `${isLine ? '\n' : ''}${typedIn(child)}`;
	}).join('');
}

/** A text of several lines; an element to edit, because a composer may have only one textarea (see `line`). */
function writingMuch({ prompt, placeholder }: Item, id: string): Field {
	const box = element('div', {
		class: 'form-control forum-terms-long-text', id, role: 'textbox', 'aria-multiline': 'true', 'aria-label': prompt,
		contenteditable: 'plaintext-only', tabindex: '0', spellcheck: 'true',
		...placeholder ? { 'aria-placeholder': placeholder } : {},
	});
	if (box.contentEditable !== 'plaintext-only') {
		// Firefox before 136.
		box.contentEditable = 'true';
	}
	return {
		nodes: [box], controls: [box], isGroup: true,
		read: () => texted(typedIn(box)),
		write: (answer) => { box.textContent = typeof answer === 'string' ? answer : ''; },
	};
}

function suggesting(input: HTMLInputElement, suggestions: readonly string[]): HTMLElement[] {
	if (suggestions.length === 0) {
		return [];
	}
	input.setAttribute('list', `${input.id}-names`);
	return [element('datalist', { id: `${input.id}-names` }, ...suggestions.map(value => element('option', { value })))];
}

/** Two fields side by side, each with its own label. */
function pair(first: HTMLElement, firstLabel: string, second: HTMLElement, secondLabel: string, names: HTMLElement[]) {
	const column = (control: HTMLElement, label: string, ...more: HTMLElement[]) => element('div', { class: 'col-sm-6' },
		element('label', { class: 'form-label text-sm mb-1', for: control.id }, label), control, ...more);
	return element('div', { class: 'row g-2' }, column(first, firstLabel, ...names), column(second, secondLabel));
}

async function namingVendor({ referencePrompt, suggestions }: Item, id: string): Promise<Field> {
	const vendor = line(id, { maxlength: shortest });
	const reference = line(`${id}-reference`);
	return {
		nodes: [pair(vendor, await say('forum-terms:checklist.vendor'), reference,
			referencePrompt || await say('forum-terms:checklist.reference'), suggesting(vendor, suggestions))],
		controls: [vendor, reference], isGroup: true,
		read() {
			const name = texted(vendor.value);
			return name && { vendor: name, reference: reference.value.trim() };
		},
		typed: () => ({ vendor: vendor.value, reference: reference.value }),
		write(answer) {
			const given = typeof answer === 'object' && 'vendor' in answer ? answer : { vendor: '', reference: '' };
			[vendor.value, reference.value] = [given.vendor, given.reference];
		},
	};
}

async function namingTrunk({ suggestions }: Item, id: string): Promise<Field> {
	const provider = line(id, { maxlength: shortest });
	const country = element('select', { class: 'form-select', id: `${id}-country`, autocomplete: 'off' },
		element('option', { value: '' }),
		...countries(config.userLang).map(({ code, name }) => element('option', { value: code }, name)));
	return {
		nodes: [pair(provider, await say('forum-terms:checklist.provider'), country,
			await say('forum-terms:checklist.country'), suggesting(provider, suggestions))],
		controls: [provider, country], isGroup: true,
		read() {
			const name = texted(provider.value);
			return name && { provider: name, country: country.value };
		},
		typed: () => ({ provider: provider.value, country: country.value }),
		write(answer) {
			const given = typeof answer === 'object' && 'provider' in answer ? answer : { provider: '', country: '' };
			[provider.value, country.value] = [given.provider, given.country.toUpperCase()];
		},
	};
}

const makers: Record<Item['kind'], (item: Item, id: string) => Field | Promise<Field>> = {
	confirm: confirming, choice: choosing, 'multi-choice': choosingSeveral,
	version: writing, text: writing, 'long-text': writingMuch, link: writing, vendor: namingVendor, trunk: namingTrunk,
};

/** The field for an item's kind. */
export async function fieldOf(item: Item, id: string): Promise<Field> {
	return makers[item.kind](item, id);
}
