import * as api from 'api';
import * as autocomplete from 'autocomplete';
import { modal as chooseCategory } from 'categorySelector';
import { element, failed, plainText, say } from 'forum-terms/kit/dom';

const listed = (text: string) => text.split(',').map(part => part.trim()).filter(part => part !== '');

interface Chosen {
	add(value: string): void;
	/** Shows the values again, under their names. */
	show(): void;
}

/**
 * Chosen values are shown as badges, each with a button that removes it; the input, now hidden, keeps them separated by
 * commas. `adder` takes the input's place, label and name.
 */
function chosenList(input: HTMLInputElement, adder: HTMLElement, nameOf: (value: string) => string): Chosen {
	const list = element('ul', { class: 'list-unstyled d-flex flex-wrap gap-1 mb-1' });
	function write(values: readonly string[]): void {
		input.value = [...new Set(values)].join(', ');
		// A problem that is shown at the adder goes with this.
		adder.dispatchEvent(new Event('input', { bubbles: true }));
		show();
	}
	function badge(value: string): HTMLElement {
		const remove = element('button', { type: 'button', class: 'btn-close ms-1', style: 'font-size: 0.6em' });
		say('admin/plugins/forum-terms:chosen.remove', nameOf(value))
			.then(label => remove.setAttribute('aria-label', label), () => undefined);
		remove.addEventListener('click', () => {
			write(listed(input.value).filter(one => one !== value));
			adder.focus();
		});
		return element('li', { class: 'badge text-bg-light border d-inline-flex align-items-center', 'data-value': value },
			nameOf(value), remove);
	}
	function show(): void {
		list.replaceChildren(...listed(input.value).map(badge));
	}
	adder.id = input.id;
	adder.dataset.path = input.name;
	adder.setAttribute('aria-describedby', input.getAttribute('aria-describedby') ?? '');
	input.removeAttribute('id');
	input.type = 'hidden';
	input.after(list, adder);
	show();
	return { add: value => write([...listed(input.value), value]), show };
}

/** Groups by NodeBB's search; a name that is typed counts too, and the server says if no group has it. */
function groupList(input: HTMLInputElement): void {
	const adder = element('input', { class: 'form-control', type: 'text', autocomplete: 'off' });
	const { add } = chosenList(input, adder, name => name);
	function take(name: string): void {
		adder.value = '';
		// HOST: jquery-ui writes the chosen name into the field after this. What is typed meanwhile stays.
		setTimeout(() => {
			adder.value = adder.value.startsWith(name) ? adder.value.slice(name.length) : adder.value;
		});
		if (name.trim() !== '') {
			add(name.trim());
		}
	}
	autocomplete.group($(adder), (_event, { item }) => take(item.value));
	// Not when the field is left: a new badge would move the button that was clicked.
	input.form?.addEventListener('submit', () => take(adder.value), { capture: true });
	adder.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' && adder.value.trim() !== '') {
			event.preventDefault();
			take(adder.value);
		}
	});
}

interface Named { cid: number | string; name: string }

/** Categories by NodeBB's selector. */
function categoryList(input: HTMLInputElement, label: string): void {
	const names = new Map<string, string>();
	const adder = element('button', { class: 'btn btn-outline-secondary btn-sm d-block', type: 'button' }, label);
	const { add, show } = chosenList(input, adder, cid => names.get(cid) ?? cid);
	const know = ({ cid, name }: Named) => void names.set(String(cid), plainText(name));
	adder.addEventListener('click', () => void chooseCategory({
		onSubmit(category) {
			know(category);
			add(String(category.cid));
		},
	}));
	if (listed(input.value).length > 0) {
		api.get<{ categories: Named[] }>('/categories').then(({ categories }) => {
			categories.forEach(know);
			show();
		}, failed);
	}
}

/** Makes a picker of every input that keeps groups or categories. */
export async function initChosenLists(root: HTMLElement): Promise<void> {
	root.querySelectorAll<HTMLInputElement>('input[data-list="groups"]').forEach(groupList);
	const label = await say('admin/plugins/forum-terms:chosen.add-category');
	root.querySelectorAll<HTMLInputElement>('input[data-list="categories"]').forEach(input => categoryList(input, label));
}
