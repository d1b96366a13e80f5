import { element, say } from 'forum-terms/dom';

export interface Item {
	key: string;
	kind: 'confirm' | 'choice' | 'text' | 'version';
	required: boolean;
	prompt: string;
	help: string;
	link: string;
	shownWhen: { item: string; values: string[] } | null;
	options: { value: string; label: string; verdict: string; say: string }[];
}
export interface Checklist { profile: string; version: number; items: Item[] }
export type Answers = Record<string, string | boolean>;

/** A checklist in the page: its fields, what is answered, and what is missing by name. */
export interface ChecklistFields {
	root: HTMLElement;
	answers(): Answers;
	/** Marks what is missing, lists it with links, and takes the focus there; true when all is answered. */
	complete(): boolean;
	remember(): void;
}

type Field = HTMLInputElement | HTMLSelectElement;
const kept = (profile: string) => `forum-terms:checklist:${profile}`;
// What stays the same from topic to topic; everything else is asked afresh.
const stable = new Set(['choice', 'version']);

// What was answered in this visit and not sent yet: a refusal must not cost anybody his ticks.
const unsent = new Map<string, Answers>();

/** Once a topic is out, the next one is checked afresh. */
export function forgetUnsent(): void {
	unsent.clear();
}

function remembered(profile: string): Record<string, string> {
	try {
		return JSON.parse(localStorage.getItem(kept(profile)) ?? '{}') as Record<string, string>;
	} catch {
		return {};
	}
}

function fieldOf({ key, kind, options }: Item): Field {
	const id = `forum-terms-item-${key}`;
	if (kind === 'confirm') {
		return element('input', { class: 'form-check-input', type: 'checkbox', id, autocomplete: 'off' });
	}
	if (kind === 'choice') {
		return element('select', { class: 'form-select', id }, element('option', { value: '' }),
			...options.map(({ value, label }) => element('option', { value }, label)));
	}
	return element('input', { class: 'form-control', type: 'text', id, maxlength: '2000', autocomplete: 'off' });
}

function answerOf(field: Field): string | boolean {
	return field instanceof HTMLInputElement && field.type === 'checkbox' ? field.checked : field.value.trim();
}

async function rowOf(item: Item, field: Field): Promise<HTMLElement> {
	const describing: Node[] = [];
	const help = element('div', { class: 'form-text', id: `${field.id}-help` }, item.help);
	if (item.link) {
		help.append(item.help ? ' ' : '', element('a', { href: item.link, target: '_blank', rel: 'noopener' }, item.link));
	}
	if (item.help || item.link) {
		describing.push(help);
	}
	const note = element('div', { class: 'form-text text-body', id: `${field.id}-note`, role: 'status' });
	describing.push(note);
	field.setAttribute('aria-describedby', describing.map(node => (node as HTMLElement).id).join(' '));
	field.addEventListener('change', () => {
		note.textContent = item.options.find(({ value }) => value === answerOf(field))?.say ?? '';
	});
	const optional = item.required ? '' : ` (${await say('forum-terms:checklist.optional')})`;
	const label = element('label', { class: item.kind === 'confirm' ? 'form-check-label' : 'form-label', for: field.id },
		item.prompt + optional);
	return item.kind === 'confirm' ?
		element('div', { class: 'form-check mb-2', 'data-item': item.key }, field, label, ...describing) :
		element('div', { class: 'mb-3', 'data-item': item.key }, label, field, ...describing);
}

export async function checklistFields({ profile, items }: Checklist): Promise<ChecklistFields> {
	const fields = new Map(items.map(item => [item.key, fieldOf(item)]));
	const rows = new Map(await Promise.all(items.map(async item =>
		[item.key, await rowOf(item, fields.get(item.key) as Field)] as const)));
	const summary = element('div', { class: 'alert alert-danger d-none', role: 'alert', tabindex: '-1' });
	const root = element('fieldset', { class: 'forum-terms-checklist border rounded-1 p-3 mb-3' },
		element('legend', { class: 'fs-6 fw-semibold float-none w-auto' }, await say('forum-terms:checklist.title')), summary, ...rows.values());
	const summaryTitle = await say('forum-terms:checklist.missing');

	const isShown = ({ shownWhen }: Item): boolean => {
		const other = shownWhen ? fields.get(shownWhen.item) : undefined;
		return !shownWhen || (other !== undefined && shownWhen.values.includes(String(answerOf(other))));
	};
	const arrange = () => items.forEach(item => rows.get(item.key)?.classList.toggle('d-none', !isShown(item)));
	const answers = (): Answers => Object.fromEntries(items.filter(isShown).flatMap((item) => {
		const answer = answerOf(fields.get(item.key) as Field);
		return answer === '' || answer === false ? [] : [[item.key, answer]];
	}));

	for (const [key, value] of Object.entries(unsent.get(profile) ?? remembered(profile))) {
		const field = fields.get(key);
		if (field instanceof HTMLInputElement && field.type === 'checkbox') {
			field.checked = value === true;
		} else if (field) {
			field.value = String(value);
		}
	}
	root.addEventListener('change', arrange);
	root.addEventListener('input', () => unsent.set(profile, answers()));
	arrange();
	return {
		root,
		answers,
		complete() {
			const given = answers();
			const missing = items.filter(item => item.required && isShown(item) && given[item.key] === undefined);
			items.forEach(({ key }) => fields.get(key)?.toggleAttribute('aria-invalid', false));
			summary.replaceChildren();
			summary.classList.toggle('d-none', missing.length === 0);
			if (missing.length === 0) {
				return true;
			}
			missing.forEach(({ key }) => fields.get(key)?.setAttribute('aria-invalid', 'true'));
			summary.append(element('p', { class: 'mb-1' }, summaryTitle), element('ul', { class: 'mb-0' },
				...missing.map(({ key, prompt }) => element('li', {},
					element('a', { class: 'alert-link', href: `#forum-terms-item-${key}` }, prompt)))));
			summary.focus();
			return false;
		},
		remember() {
			const lasting = Object.entries(answers()).filter(([key]) => stable.has(items.find(item => item.key === key)?.kind ?? ''));
			try {
				localStorage.setItem(kept(profile), JSON.stringify(Object.fromEntries(lasting)));
			} catch {
				// A browser without storage asks for everything each time.
			}
		},
	};
}
