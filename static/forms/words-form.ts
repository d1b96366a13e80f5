import { element, say } from 'forum-terms/kit/dom';
import { onSubmit } from 'forum-terms/forms/form';

interface Words {
	/** Unique on the page. */
	id: string;
	/** The server's name of the field. */
	field: string;
	label: string;
	/** What happens after sending. */
	next: string;
	submit: string;
	/** Unsent text by `id`, kept while the page redraws itself. */
	unsent: Map<string, string>;
	send(words: string): Promise<void>;
	/** For a form opened by a button. */
	cancel?: (() => void) | undefined;
}

/** A form with one text field and a sentence about what happens next; an error loses nothing. */
export async function wordsForm(
	{ id, field, label, next, submit, unsent, send, cancel }: Words,
): Promise<HTMLFormElement> {
	const text = element('textarea', {
		class: 'form-control', id, name: field, rows: '3', required: '', maxlength: '1000', 'aria-describedby': `${id}-next`,
	});
	text.value = unsent.get(id) ?? '';
	text.addEventListener('input', () => void unsent.set(id, text.value));
	const alert = element('div', { class: 'alert alert-danger mt-2 mb-0 d-none', role: 'alert' });
	const buttons = element('div', { class: 'd-flex flex-wrap gap-2 mt-2' },
		element('button', { class: 'btn btn-sm btn-primary', type: 'submit' }, submit));
	if (cancel) {
		const away = element('button', { class: 'btn btn-sm btn-outline-secondary', type: 'button' },
			await say('forum-terms:partner.cancel'));
		away.addEventListener('click', () => {
			unsent.delete(id);
			cancel();
		});
		buttons.append(away);
	}
	const form = element('form', { class: 'mt-3', novalidate: '' },
		element('label', { class: 'form-label', for: id }, label), text,
		element('div', { class: 'form-text', id: `${id}-next` }, next), alert, buttons);
	onSubmit(form, {
		alert, send: () => send(text.value.trim()),
		checks: { [field]: { isRight: words => words.length >= 3, key: 'forum-terms:partner.words-short' } },
	});
	return form;
}
