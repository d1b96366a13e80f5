import { get } from './api.js';
import { element } from './dom.js';

interface User { uid: number; username: string }

type Select = (event: unknown, ui: object) => void;
type Find<T> = (query: string) => Promise<{ label: string; item: T }[]>;

/** NodeBB's suggestions below a field; Escape and leaving close them. */
function suggestions<T>(field: HTMLInputElement | undefined, find: Find<T>, onSelect: Select): void {
	const list = element('ul', { class: 'ui-autocomplete list-group position-absolute mt-1' });
	list.style.zIndex = '10';
	const close = () => list.remove();
	const suggest = async (query: string) => {
		const found = await find(query);
		list.replaceChildren(...found.slice(0, 8).map(({ label, item }) => {
			const line = element('li', { class: 'list-group-item list-group-item-action' }, label);
			line.addEventListener('mousedown', (event) => {
				event.preventDefault();
				close();
				onSelect(event, { item });
			});
			return line;
		}));
		if (field && found.length > 0 && document.activeElement === field) {
			(field.closest('.input-group') ?? field).after(list);
		}
	};
	field?.addEventListener('input', () => (field.value === '' ? close() : void suggest(field.value)));
	field?.addEventListener('blur', close);
	field?.addEventListener('keydown', event => (event.key === 'Escape' ? close() : undefined));
}

export function user(input: ArrayLike<HTMLInputElement>, onSelect: Select): void {
	suggestions(input[0], async query => (await get<{ users: User[] }>('/api/users', { query })).users
		.map(found => ({ label: found.username, item: { user: found } })), onSelect);
}

export function group(input: ArrayLike<HTMLInputElement>, onSelect: Select): void {
	suggestions(input[0], async query => (await get<{ groups: { name: string }[] }>('/groups', { query })).groups
		.map(({ name }) => ({ label: name, item: { value: name } })), onSelect);
}
