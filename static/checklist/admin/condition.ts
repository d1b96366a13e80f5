import type { Category } from 'forum-terms/checklist/admin/desk';
import { hasField, textIn, type Condition, type Item } from 'forum-terms/checklist/admin/model';
import { element, say } from 'forum-terms/kit/dom';

interface Answerable { value: string; label: string }

/** The answers that another item can depend on. */
async function answersOf(item: Item | undefined): Promise<Answerable[]> {
	if (item?.kind === 'confirm') {
		return [{ value: 'true', label: await say('admin/plugins/forum-terms:checklist.confirmed') }];
	}
	if (item && !hasField(item.kind, 'options')) {
		return [{ value: 'true', label: await say('admin/plugins/forum-terms:checklist.answered') }];
	}
	return (item?.options ?? []).map(({ value, label }) => ({ value, label: textIn(label, config.userLang) || value }));
}

const listed = (text: string) => [...new Set(text.split(',').map(part => part.trim()).filter(part => part !== ''))];

/** When an item is shown: after an earlier answer, with a tag, in a category. */
export function conditionFields(
	root: HTMLElement, item: Item, { prefix, categories, changed }: {
		prefix: string; categories: readonly Category[]; changed: () => void;
	},
): { refresh(above: readonly Item[]): void } {
	const condition: Condition = item.shownWhen ??= {};
	const other = root.querySelector<HTMLSelectElement>('[data-role="when-item"]');
	const values = root.querySelector<HTMLElement>('[data-role="when-values"]');
	const tags = root.querySelector<HTMLInputElement>('[data-role="when-tags"]');
	const places = root.querySelector<HTMLSelectElement>('[data-role="when-categories"]');
	const listedBox = root.querySelector<HTMLInputElement>('[data-role="when-listed"]');
	let shown = '';
	// Renaming an option elsewhere replaces this list.
	let ticked = condition.values;

	function boxOf({ value, label }: Answerable, index: number): HTMLElement {
		const id = `${prefix}-when-value-${index}`;
		const box = element('input', {
			class: 'form-check-input', type: 'checkbox', id, value, 'data-path': `shownWhen.values.${index}`,
		});
		box.checked = condition.values?.includes(value) ?? false;
		box.addEventListener('change', () => {
			const kept = (condition.values ?? []).filter(each => each !== value);
			condition.values = box.checked ? [...kept, value] : kept;
			ticked = condition.values;
			changed();
		});
		return element('div', { class: 'form-check' }, box, element('label', { class: 'form-check-label', for: id }, label));
	}
	async function showValues(above: readonly Item[]): Promise<void> {
		const known = await answersOf(above.find(({ key }) => key === condition.item));
		const unknown = (condition.values ?? []).filter(value => !known.some(answer => answer.value === value));
		values?.closest('fieldset')?.classList.toggle('d-none', !condition.item);
		values?.replaceChildren(...[...known, ...unknown.map(value => ({ value, label: value }))].map(boxOf));
	}
	async function refresh(above: readonly Item[]): Promise<void> {
		const state = JSON.stringify([
			condition.item, above.map(({ key, kind, prompt, options }) => [key, kind, prompt, options]),
		]);
		if (!other || (state === shown && ticked === condition.values)) {
			return;
		}
		[shown, ticked] = [state, condition.values];
		const isThere = !condition.item || above.some(({ key }) => key === condition.item);
		const [always, missing] = await Promise.all([
			say('admin/plugins/forum-terms:checklist.shown-always'),
			say('admin/plugins/forum-terms:checklist.shown-missing', condition.item ?? ''),
		]);
		other.replaceChildren(new Option(always, ''),
			...above.map(({ key, prompt }) => new Option(textIn(prompt, config.userLang) || key, key)),
			...isThere ? [] : [new Option(missing, condition.item)]);
		other.value = condition.item ?? '';
		await showValues(above);
		other.onchange = () => {
			condition.item = other.value || undefined;
			condition.values = [];
			changed();
		};
	}
	if (tags) {
		tags.value = (condition.tags ?? []).join(', ');
		tags.addEventListener('input', () => {
			condition.tags = listed(tags.value);
			changed();
		});
	}
	if (listedBox) {
		listedBox.checked = condition.listed === 'unsupported';
		listedBox.addEventListener('change', () => {
			condition.listed = listedBox.checked ? 'unsupported' : undefined;
			changed();
		});
	}
	places?.replaceChildren(...categories.map(({ cid, name, depth }) =>
		new Option(`${'– '.repeat(depth)}${name}`, String(cid), false, condition.categories?.includes(cid) ?? false)));
	places?.addEventListener('change', () => {
		condition.categories = [...places.selectedOptions].map(({ value }) => Number(value));
		changed();
	});
	return { refresh: above => void refresh(above) };
}
