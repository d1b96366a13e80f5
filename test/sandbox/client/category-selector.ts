import { get } from './api.js';
import { element, say } from './dom.js';

interface Category { cid: number; name: string }

/** NodeBB's question for a category, in a dialog; Escape chooses none. */
export async function modal({ onSubmit }: { onSubmit: (category: Category) => void }): Promise<void> {
	const { categories } = await get<{ categories: Category[] }>('/categories');
	const [ok, title] = await Promise.all([say('sandbox:ok'), say('sandbox:choose-category')]);
	const select = element('select', { class: 'form-select', 'aria-label': title },
		...categories.map(({ cid, name }) => element('option', { value: String(cid) }, name)));
	const send = element('button', { class: 'btn btn-primary', type: 'button', 'data-answer': 'ok' }, ok);
	const box = element('div', {
		class: 'modal', tabindex: '-1', role: 'dialog', 'aria-modal': 'true', 'aria-label': title,
	}, element('div', { class: 'modal-dialog' }, element('div', { class: 'modal-content' },
		element('div', { class: 'modal-body' }, select), element('div', { class: 'modal-footer' }, send))));
	document.body.append(box);
	const dialog = new bootstrap.Modal(box);
	send.addEventListener('click', () => {
		const chosen = categories.find(({ cid }) => String(cid) === select.value);
		dialog.hide();
		void (chosen && onSubmit(chosen));
	});
	box.addEventListener('hidden.bs.modal', () => box.remove());
	dialog.show();
}
