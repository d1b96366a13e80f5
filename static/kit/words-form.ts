import { element, say } from 'forum-terms/kit/dom';

interface Words {
	/** Unique in the page. */
	id: string;
	label: string;
	/** What happens when it is sent. */
	next: string;
	submit: string;
	/** What was typed and not sent, by `id`: a page that shows itself again loses nothing. */
	drafts: Map<string, string>;
	send(words: string): Promise<void>;
	/** For a form that was opened by a button. */
	cancel?(): void;
}

/** One field for somebody's own words, with a sentence that says what comes of them; an error loses nothing. */
export async function wordsForm(
	{ id, label, next, submit, drafts, send, cancel }: Words,
): Promise<HTMLFormElement> {
	const text = element('textarea', {
		class: 'form-control', id, name: 'words', rows: '3', required: '', maxlength: '1000', 'aria-describedby': `${id}-next`,
	});
	text.value = drafts.get(id) ?? '';
	text.addEventListener('input', () => void drafts.set(id, text.value));
	const problem = element('div', { class: 'alert alert-danger mt-2 mb-0 d-none', role: 'alert', id: `${id}-problem` });
	const button = element('button', { class: 'btn btn-sm btn-primary', type: 'submit' }, submit);
	const complain = (sentence: string) => {
		problem.textContent = sentence;
		problem.classList.toggle('d-none', sentence === '');
		text.setAttribute('aria-invalid', String(sentence !== ''));
		text.setAttribute('aria-describedby', sentence ? `${id}-problem ${id}-next` : `${id}-next`);
	};
	const buttons = element('div', { class: 'd-flex flex-wrap gap-2 mt-2' }, button);
	if (cancel) {
		const away = element('button', { class: 'btn btn-sm btn-outline-secondary', type: 'button' },
			await say('forum-terms:partner.cancel'));
		away.addEventListener('click', () => {
			drafts.delete(id);
			cancel();
		});
		buttons.append(away);
	}
	const short = await say('forum-terms:partner.words-short');
	const form = element('form', { class: 'mt-3', novalidate: '' },
		element('label', { class: 'form-label', for: id }, label), text,
		element('div', { class: 'form-text', id: `${id}-next` }, next), problem, buttons);
	async function submitted(): Promise<void> {
		const words = text.value.trim();
		complain(words.length < 3 ? short : '');
		if (words.length < 3) {
			text.focus();
			return;
		}
		button.disabled = true;
		try {
			await send(words);
		} catch (error) {
			complain(error instanceof Error ? error.message : String(error));
		} finally {
			button.disabled = false;
		}
	}
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void submitted();
	});
	return form;
}
