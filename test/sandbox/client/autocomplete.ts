import { get } from './api.js';
import { element } from './dom.js';

interface User { uid: number; username: string }

/** NodeBB's suggestions of members below a field; Escape and leaving close them. */
export function user(input: ArrayLike<HTMLInputElement>, onSelect: (event: unknown, ui: object) => void): void {
	const field = input[0];
	const list = element('ul', { class: 'ui-autocomplete list-group position-absolute mt-1' });
	list.style.zIndex = '10';
	const close = () => list.remove();
	const suggest = async (query: string) => {
		const { users } = await get<{ users: User[] }>('/api/users', { query });
		list.replaceChildren(...users.slice(0, 8).map((found) => {
			const item = element('li', { class: 'list-group-item list-group-item-action' }, found.username);
			item.addEventListener('mousedown', (event) => {
				event.preventDefault();
				close();
				onSelect(event, { item: { user: found } });
			});
			return item;
		}));
		if (field && users.length > 0 && document.activeElement === field) {
			(field.closest('.input-group') ?? field).after(list);
		}
	};
	field?.addEventListener('input', () => (field.value === '' ? close() : void suggest(field.value)));
	field?.addEventListener('blur', close);
	field?.addEventListener('keydown', event => (event.key === 'Escape' ? close() : undefined));
}
