import { itemCard, type Card } from 'forum-terms/checklist/admin/card';
import type { Desk } from 'forum-terms/checklist/admin/desk';
import { newItem, textIn, type Item, type Kind } from 'forum-terms/checklist/admin/model';
import { controlAt } from 'forum-terms/forms/form';
import { say } from 'forum-terms/kit/dom';

/** The editor's items as cards, sortable by mouse, keyboard and touch. */
interface ItemList {
	show(items: Item[], languages: readonly string[]): void;
	refresh(): void;
	/** The control at a path such as `items.3.options.1.value`; expands its card. */
	point(path: string): HTMLElement | null;
	/** The first prompt or option without text in any language; expands its card. */
	withoutText(): HTMLElement | null;
}

export function itemList(form: HTMLElement, { section, categories, attempt }: Desk, changed: () => void): ItemList {
	const list = form.querySelector<HTMLElement>('[data-role="checklist-items"]') as HTMLElement;
	const newKind = form.querySelector<HTMLSelectElement>('#checklist-new-kind');
	const undo = form.querySelector<HTMLElement>('[data-role="checklist-undo"]');
	let items: Item[] = [];
	let languages: readonly string[] = [];
	let cards: Card[] = [];
	let removed: { item: Item; index: number } | null = null;

	const refresh = () => cards.forEach(card => card.refresh(items));
	const announce = async (...facts: (string | number)[]) => {
		const region = form.querySelector('[data-role="checklist-announcement"]');
		if (region) {
			region.textContent = await say('admin/plugins/forum-terms:checklist.moved', ...facts);
		}
	};
	function place(): void {
		cards = items.map(item => cards.find(card => card.item === item) ?? cardOf(item));
		list.replaceChildren(...cards.map(({ root }) => root));
		refresh();
	}
	function move(from: number, to: number): void {
		const [item] = items.splice(from, 1);
		if (item) {
			items.splice(to, 0, item);
			place();
			changed();
			attempt(() => announce(cards[to]?.name() ?? '', to + 1, items.length));
		}
	}
	function remove(card: Card): void {
		removed = { item: card.item, index: items.indexOf(card.item) };
		items.splice(removed.index, 1);
		place();
		changed();
		undo?.classList.remove('d-none');
		attempt(async () => {
			const text = undo?.querySelector('[data-role="undo-text"]');
			if (text) {
				text.textContent = await say('admin/plugins/forum-terms:checklist.item-removed', card.name());
			}
			undo?.querySelector<HTMLElement>('[data-action="undo"]')?.focus();
		});
	}
	function act(card: Card, action: 'up' | 'down' | 'remove-item'): void {
		const index = items.indexOf(card.item);
		if (action === 'remove-item') {
			remove(card);
			return;
		}
		move(index, action === 'up' ? index - 1 : index + 1);
		const same = card.root.querySelector<HTMLElement>(`[data-action="${action}"]`);
		const other = card.root.querySelector<HTMLElement>(`[data-action="${action === 'up' ? 'down' : 'up'}"]`);
		(same?.hasAttribute('disabled') ? other : same)?.focus();
	}
	function cardOf(item: Item): Card {
		const card = itemCard(item, {
			section, categories: categories(), items: () => items, changed, act,
			renamed(from, to) {
				items.filter(({ shownWhen }) => shownWhen?.item === from)
					.forEach(({ shownWhen }) => { (shownWhen ?? {}).item = to; });
				changed();
			},
			valueRenamed({ key }, from, to) {
				for (const { shownWhen } of items) {
					if (shownWhen?.item === key && shownWhen.values) {
						shownWhen.values = shownWhen.values.map(value => (value === from ? to : value));
					}
				}
				changed();
			},
		});
		card.showTexts(languages);
		return card;
	}
	function put(item: Item, index: number): void {
		items.splice(index, 0, item);
		place();
		changed();
	}
	import('Sortable').then(({ default: Sortable }) => Sortable.create(list, {
		handle: '.forum-terms-handle',
		onEnd: ({ oldIndex = 0, newIndex = 0 }) => (oldIndex === newIndex ? undefined : move(oldIndex, newIndex)),
	})).catch((error: unknown) => console.error('[forum-terms] sortable', error));
	form.querySelector('[data-action="add-item"]')?.addEventListener('click', () => {
		put(newItem((newKind?.value ?? 'confirm') as Kind, items), items.length);
		cards.at(-1)?.open(true);
		cards.at(-1)?.root.querySelector<HTMLElement>('[data-texts="prompt"] textarea')?.focus();
	});
	form.querySelector('[data-action="undo"]')?.addEventListener('click', () => {
		undo?.classList.add('d-none');
		if (removed) {
			put(removed.item, removed.index);
			cards[removed.index]?.root.querySelector<HTMLElement>('[data-action="toggle"]')?.focus();
			removed = null;
		}
	});
	form.querySelector('[data-action="toggle-all"]')?.addEventListener('click', () => {
		const isOpen = cards.some(card => !card.isOpen());
		cards.forEach(card => card.open(isOpen));
	});
	return {
		refresh,
		show(all, wanted) {
			if (all !== items) {
				undo?.classList.add('d-none');
				removed = null;
				cards = [];
			}
			items = all;
			languages = wanted;
			place();
			cards.forEach(card => card.showTexts(languages));
			const kinds = cards[0]?.root ?? section.querySelector<HTMLTemplateElement>('template[data-role="checklist-item"]')?.content;
			newKind?.replaceChildren(...[...kinds?.querySelectorAll<HTMLOptionElement>('[data-part="kind"] option') ?? []]
				.map(({ text, value }) => new Option(text, value)));
		},
		point(path) {
			const [, index, rest = ''] = /^items\.(\d+)(?:\.(.+))?$/.exec(path) ?? [];
			const card = index === undefined ? undefined : cards[Number(index)];
			card?.open(true);
			return card ? controlAt(card.root, rest) ?? card.root.querySelector<HTMLElement>('[data-part="key"]') : null;
		},
		withoutText() {
			for (const card of cards) {
				const { prompt, options = [], kind } = card.item;
				const isChoosing = kind === 'choice' || kind === 'multi-choice';
				const option = isChoosing ? options.findIndex(({ label }) => textIn(label, '') === '') : -1;
				if (textIn(prompt, '') === '' || option >= 0) {
					card.open(true);
					return controlAt(card.root, textIn(prompt, '') === '' ? 'prompt' : `options.${option}.label`);
				}
			}
			return null;
		},
	};
}
