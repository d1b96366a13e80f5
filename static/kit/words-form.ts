import { element, say } from 'forum-terms/kit/dom';
import { onSubmit } from 'forum-terms/kit/form';

interface Words {
	/** Unique in the page. */
	id: string;
	/** What the server calls the words. */
	field: string;
	label: string;
	/** What happens when it is sent. */
	next: string;
	submit: string;
	/** What was typed and not sent, by `id`: a page that shows itself again loses nothing. */
	drafts: Map<string, string>;
	send(words: string): Promise<void>;
	/** For a form that was opened by a button. */
	cancel?: (() => void) | undefined;
}

/** One field for somebody's own words, with a sentence that says what comes of them; an error loses nothing. */
export async function wordsForm(
	{ id, field, label, next, submit, drafts, send, cancel }: Words,
): Promise<HTMLFormElement> {
	const text = element('textarea', {
		class: 'form-control', id, name: field, rows: '3', required: '', maxlength: '1000', 'aria-describedby': `${id}-next`,
	});
	text.value = drafts.get(id) ?? '';
	text.addEventListener('input', () => void drafts.set(id, text.value));
	const alert = element('div', { class: 'alert alert-danger mt-2 mb-0 d-none', role: 'alert' });
	const buttons = element('div', { class: 'd-flex flex-wrap gap-2 mt-2' },
		element('button', { class: 'btn btn-sm btn-primary', type: 'submit' }, submit));
	if (cancel) {
		const away = element('button', { class: 'btn btn-sm btn-outline-secondary', type: 'button' },
			await say('forum-terms:partner.cancel'));
		away.addEventListener('click', () => {
			drafts.delete(id);
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
