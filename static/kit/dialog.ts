import * as modals from 'modals';
import { element, say } from 'forum-terms/kit/dom';
import { attemptIn, isShownAtField } from 'forum-terms/forms/form';

interface Frame {
	/** Id of the heading, which names the dialog. */
	id: string;
	title: string;
	/** Content between heading and buttons. */
	body: Node[];
	buttons: HTMLButtonElement[];
	class?: string;
	/** Gets the focus back when the dialog closes. */
	opener?: HTMLElement | null;
	describedBy?: string;
}

/**
 * A dialog in the forum's style; `closed` says how it ended. It is a native dialog: the browser traps the focus, and
 * closes it on Escape, which is never a yes.
 */
export function openDialog(
	{ id, title, body, buttons, class: name = '', opener = document.activeElement as HTMLElement | null, describedBy }: Frame,
): { dialog: HTMLDialogElement; closed: Promise<string> } {
	const heading = element('h2', { class: 'fs-5 fw-semibold', id, tabindex: '-1' }, title);
	const dialog = element('dialog', {
		class: `forum-terms-gate ${name} rounded-1 border p-4 bg-body text-body`, 'aria-labelledby': id,
		...describedBy ? { 'aria-describedby': describedBy } : {},
	}, heading, ...body, element('div', { class: 'd-flex flex-wrap gap-2' }, ...buttons));
	document.body.append(dialog);
	dialog.showModal();
	heading.focus();
	return {
		dialog,
		closed: new Promise(resolve => dialog.addEventListener('close', () => {
			dialog.remove();
			opener?.focus();
			resolve(dialog.returnValue);
		})),
	};
}

export function dialogButton(label: string, tone: string, attributes: Record<string, string> = {}): HTMLButtonElement {
	return element('button', { class: `btn btn-${tone}`, type: 'button', ...attributes }, label);
}

/** A place for error messages. */
export function problemLine(): HTMLElement {
	return element('div', { class: 'alert alert-danger d-none mb-2', role: 'alert' });
}

interface Question extends Omit<Frame, 'buttons'> {
	send: { label: string; action: string };
	/** Sends the answer; false keeps the dialog open, and a rejection is shown in it. */
	answer(): Promise<boolean>;
}

/** Asks in a dialog; nothing typed is lost if the answer is refused. */
export async function askInDialog({ body, send: { label, action }, answer, ...frame }: Question): Promise<void> {
	const problem = problemLine();
	const send = dialogButton(label, 'primary', { 'data-action': action });
	const later = dialogButton(await say('forum-terms:gate.not-now'), 'outline-secondary');
	const { dialog } = openDialog({ ...frame, body: [...body, problem], buttons: [send, later] });
	const attempt = attemptIn(() => problem);
	send.addEventListener('click', () => attempt(async () => {
		send.disabled = true;
		try {
			if (await answer()) {
				dialog.close();
			}
		} catch (error) {
			if (!isShownAtField(dialog, error)) {
				throw error;
			}
		} finally {
			send.disabled = false;
		}
	}));
	later.addEventListener('click', () => dialog.close());
}

/** A question in a dialog; true only for its first button. */
export async function areYouSure(
	{ title, sentence, yes, no }: { title: string; sentence: string; yes: string; no: string },
): Promise<boolean> {
	const text = element('p', { id: 'forum-terms-sure-text', class: 'text-break' }, sentence);
	const confirm = dialogButton(yes, 'outline-danger', { 'data-answer': 'yes' });
	const cancel = dialogButton(no, 'outline-secondary');
	const { dialog, closed } = openDialog({
		id: 'forum-terms-sure-title', title, body: [text], buttons: [confirm, cancel], class: 'forum-terms-sure',
		describedBy: text.id,
	});
	confirm.addEventListener('click', () => dialog.close('yes'));
	cancel.addEventListener('click', () => dialog.close('no'));
	return await closed === 'yes';
}

/** A yes-or-no question in the forum's own dialog. */
export function confirmed(question: string | { title: string; message: string }): Promise<boolean> {
	return new Promise(resolve => modals.confirm(question, resolve));
}
