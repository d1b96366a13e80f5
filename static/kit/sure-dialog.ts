import { element } from 'forum-terms/kit/dom';

interface Question { title: string; sentence: string; yes: string; no: string }

/** One question in a dialog; true for its first button alone, and the focus goes back where it was. */
export function areYouSure({ title, sentence, yes, no }: Question): Promise<boolean> {
	const opener = document.activeElement as HTMLElement | null;
	const heading = element('h2', { class: 'fs-5 fw-semibold', id: 'forum-terms-sure-title', tabindex: '-1' }, title);
	const text = element('p', { id: 'forum-terms-sure-text', class: 'text-break' }, sentence);
	const confirm = element('button', { class: 'btn btn-danger', type: 'button', 'data-answer': 'yes' }, yes);
	const cancel = element('button', { class: 'btn btn-outline-secondary', type: 'button' }, no);
	const dialog = element('dialog', {
		class: 'forum-terms-gate forum-terms-sure rounded-1 border p-4 bg-body text-body', 'aria-labelledby': heading.id,
		'aria-describedby': text.id,
	}, heading, text, element('div', { class: 'd-flex flex-wrap gap-2' }, confirm, cancel));
	return new Promise((resolve) => {
		confirm.addEventListener('click', () => dialog.close('yes'));
		cancel.addEventListener('click', () => dialog.close('no'));
		dialog.addEventListener('close', () => {
			dialog.remove();
			opener?.focus();
			resolve(dialog.returnValue === 'yes');
		});
		document.body.append(dialog);
		dialog.showModal();
		heading.focus();
	});
}
