import { element, say } from './dom.js';

/** NodeBB's question with two answers; Escape is "no". */
export function confirm(options: string | { title?: string; message: string }, callback: (ok: boolean) => void): void {
	const { title = '', message } = typeof options === 'string' ? { message: options } : options;
	void Promise.all([say('sandbox:ok'), say('sandbox:cancel')]).then(([yes, no]) => {
		let answer = false;
		const ok = element('button', { class: 'btn btn-primary', type: 'button', 'data-answer': 'ok' }, yes);
		const cancel = element('button', { class: 'btn btn-outline-secondary', type: 'button' }, no);
		const box = element('div', {
			class: 'modal', tabindex: '-1', role: 'dialog', 'aria-modal': 'true', 'aria-label': title || message,
		}, element('div', { class: 'modal-dialog' }, element('div', { class: 'modal-content' },
			element('div', { class: 'modal-body' }, ...title ? [element('h2', { class: 'fs-5' }, title)] : [],
				element('p', { class: 'mb-0' }, message)),
			element('div', { class: 'modal-footer' }, cancel, ok))));
		document.body.append(box);
		const modal = new bootstrap.Modal(box);
		ok.addEventListener('click', () => {
			answer = true;
			modal.hide();
		});
		cancel.addEventListener('click', () => modal.hide());
		box.addEventListener('shown.bs.modal', () => ok.focus());
		box.addEventListener('hidden.bs.modal', () => {
			box.remove();
			callback(answer);
		});
		modal.show();
	});
}
