import { element, problemText, say } from 'forum-terms/kit/dom';

interface Question {
	/** Of its heading; what the dialog is called. */
	id: string;
	title: string;
	/** What is asked, between heading and buttons. */
	body: Node[];
	send: { label: string; action: string };
	/** What to do; false while something is missing and the dialog stays, a rejection is told in it. */
	answer(): Promise<boolean>;
	/** Gets the focus back at the end. */
	opener: HTMLElement | null;
	class?: string;
}

/** A place for what went wrong, and how to fill it. */
export function problemLine(): { line: HTMLElement; tell(error: unknown): void } {
	const line = element('div', { class: 'alert alert-danger d-none mb-2', role: 'alert' });
	return {
		line,
		tell(error) {
			line.textContent = problemText(error);
			line.classList.remove('d-none');
		},
	};
}

/** Asks in a dialog of the forum's own looks; nothing typed is lost while the answer is refused. */
export async function askInDialog(question: Question): Promise<void> {
	const { id, title, body, opener } = question;
	const problem = problemLine();
	const heading = element('h2', { class: 'fs-5 fw-semibold', id, tabindex: '-1' }, title);
	const send = element('button', { class: 'btn btn-primary', type: 'button', 'data-action': question.send.action },
		question.send.label);
	const later = element('button', { class: 'btn btn-outline-secondary', type: 'button' },
		await say('forum-terms:gate.not-now'));
	const dialog = element('dialog', {
		class: `forum-terms-gate ${question.class ?? ''} rounded-1 border p-4 bg-body text-body`, 'aria-labelledby': id,
	}, heading, ...body, problem.line, element('div', { class: 'd-flex flex-wrap gap-2' }, send, later));

	send.addEventListener('click', () => {
		send.disabled = true;
		problem.line.classList.add('d-none');
		question.answer().then(isDone => (isDone ? dialog.close() : undefined), problem.tell).finally(() => {
			send.disabled = false;
		});
	});
	later.addEventListener('click', () => dialog.close());
	dialog.addEventListener('close', () => {
		dialog.remove();
		opener?.focus();
	});
	document.body.append(dialog);
	dialog.showModal();
	heading.focus();
}
