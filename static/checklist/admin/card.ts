import { bindFields } from 'forum-terms/forms/bound-fields';
import { conditionFields } from 'forum-terms/checklist/admin/condition';
import type { Category } from 'forum-terms/checklist/admin/desk';
import { hasField, isPartOf, newOption, statuses, textIn, type Item } from 'forum-terms/checklist/admin/model';
import { showOptions } from 'forum-terms/checklist/admin/options';
import { templatePart } from 'forum-terms/kit/template-part';
import { fillTexts } from 'forum-terms/forms/text-fields';

const clauses = ['1', '2', 'definitions', '3', '4', '4.1', '4.2', '4.3', '4.4', '4.5', '4.6', '4.7', '4.8', '4.9', '4.10',
	'4.11', '4.12', '5', '6'];

/** One item of the editor: a line that expands into the fields of its kind. */
export interface Card {
	root: HTMLElement;
	item: Item;
	open(isOpen: boolean): void;
	isOpen(): boolean;
	/** Updates its position, and the items it can depend on. */
	refresh(items: readonly Item[]): void;
	showTexts(languages: readonly string[]): void;
	name(): string;
}

interface CardGround {
	section: HTMLElement;
	categories: readonly Category[];
	items: () => readonly Item[];
	changed: () => void;
	renamed: (from: string, to: string) => void;
	/** An option of an item has a new value. */
	valueRenamed: (item: Item, from: string, to: string) => void;
	act: (card: Card, action: 'up' | 'down' | 'remove-item') => void;
}

let made = 0;

/** Fields with special behaviour. */
function bindSpecial(root: HTMLElement, item: Item, { changed, renamed }: CardGround): void {
	for (const status of statuses) {
		const select = root.querySelector<HTMLSelectElement>(`[data-standing="${status}"]`);
		if (select) {
			select.value = item.standings[status] ?? '';
			select.addEventListener('change', () => {
				item.standings[status] = select.value || undefined;
				changed();
			});
		}
	}
	for (const box of root.querySelectorAll<HTMLInputElement>('[data-platform-part]')) {
		const part = box.dataset.platformPart ?? '';
		box.checked = item.parts?.includes(part) ?? false;
		box.addEventListener('change', () => {
			item.parts = [...(item.parts ?? []).filter(other => other !== part), ...box.checked ? [part] : []];
			changed();
		});
	}
	let before = item.key;
	root.querySelector('[data-part="key"]')?.addEventListener('change', () => {
		renamed(before, item.key);
		before = item.key;
	});
}

export function itemCard(item: Item, ground: CardGround): Card {
	made += 1;
	const prefix = `checklist-item-${made}`;
	const root = templatePart(ground.section, 'checklist-item', prefix);
	const at = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector);
	const body = at('[data-role="body"]');
	const toggle = at('[data-action="toggle"]');
	const kind = at<HTMLSelectElement>('[data-part="kind"]');
	const required = at(`label[for="${prefix}-required"]`)?.textContent ?? '';
	let languages: readonly string[] = [];

	const name = () => textIn(item.prompt, config.userLang) || item.key;
	function arrange(): void {
		if (hasField(item.kind, 'options') && (item.options ?? []).length === 0) {
			item.options = [newOption([])];
		}
		root.querySelectorAll<HTMLElement>('[data-of]').forEach(part =>
			part.classList.toggle('d-none', !isPartOf(item.kind, part.dataset.of ?? '')));
		showOptions(root, item, {
			section: ground.section, prefix, languages, changed: ground.changed,
			renamed: (from, to) => ground.valueRenamed(item, from, to),
		});
	}
	function showTexts(wanted: readonly string[]): void {
		languages = wanted;
		item.help ??= {};
		item.referencePrompt ??= {};
		item.placeholder ??= {};
		for (const [part, texts, label] of [['prompt', item.prompt, 'prompt'], ['help', item.help, 'help'],
			['placeholder', item.placeholder, 'placeholder'],
			['referencePrompt', item.referencePrompt, 'reference']] as const) {
			const place = at(`[data-texts="${part}"]`);
			if (place) {
				fillTexts(place, texts, languages, { path: part, labelId: `${prefix}-${label}-label`, changed: ground.changed });
			}
		}
		arrange();
	}
	function open(isOpen: boolean): void {
		body?.classList.toggle('d-none', !isOpen);
		toggle?.setAttribute('aria-expanded', String(isOpen));
	}
	at('[data-part="clause"]')?.replaceChildren(...clauses.map(clause => new Option(clause, clause)));
	bindFields(root, item, (part) => {
		if (part === 'kind') {
			arrange();
		}
		ground.changed();
	});
	bindSpecial(root, item, ground);
	const condition = conditionFields(root, item, { prefix, categories: ground.categories, changed: ground.changed });
	const isOpen = () => !body?.classList.contains('d-none');
	const card: Card = {
		root, item, open, isOpen, showTexts, name,
		refresh(items) {
			const index = items.indexOf(item);
			const label = at('[data-role="name"]');
			const facts = at('[data-role="facts"]');
			const called = at('[data-role="called"]');
			if (label && facts && called) {
				label.textContent = `${index + 1}. ${name()}`;
				called.textContent = name();
				facts.textContent = [item.key, kind?.selectedOptions[0]?.text, ...item.required ? [required] : []].join(' · ');
			}
			at('[data-action="up"]')?.toggleAttribute('disabled', index === 0);
			at('[data-action="down"]')?.toggleAttribute('disabled', index === items.length - 1);
			condition.refresh(items.slice(0, index));
		},
	};
	toggle?.addEventListener('click', () => open(!isOpen()));
	for (const action of ['up', 'down', 'remove-item'] as const) {
		at(`[data-action="${action}"]`)?.addEventListener('click', () => ground.act(card, action));
	}
	return card;
}
