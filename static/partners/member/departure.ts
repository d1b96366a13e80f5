import * as alerts from 'alerts';
import * as api from 'api';
import * as modals from 'modals';
import { element, say } from 'forum-terms/kit/dom';

const failed = (error: unknown): void => alerts.error(error instanceof Error ? error : String(error));

/** An owner leaves, at once or when the successor accepts; whether one is needed is the server's to say. */
export async function departureForm(base: string, asked: () => Promise<void>): Promise<HTMLElement> {
	const sure = await say('forum-terms:partner.leave-sure');
	const input = element('input', { class: 'form-control form-control-sm', id: 'people-successor', maxlength: '200',
		autocomplete: 'off', 'aria-describedby': 'people-successor-help' });
	const form = element('form', { class: 'w-100' },
		element('label', { class: 'form-label text-sm', for: 'people-successor' }, await say('forum-terms:people.successor')),
		element('div', { class: 'd-flex flex-wrap gap-2' }, element('div', { class: 'flex-grow-1' }, input),
			element('button', { class: 'btn btn-sm btn-outline-danger', type: 'submit' }, await say('forum-terms:people.step-down'))),
		element('div', { class: 'form-text', id: 'people-successor-help' }, await say('forum-terms:people.step-down-help')));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const successor = input.value.trim();
		const depart = (body: { successor?: string }) => api.post(`${base}/departure`, body);
		if (successor) {
			depart({ successor }).then(asked).catch(failed);
			return;
		}
		modals.confirm(sure, (ok) => {
			if (ok) {
				depart({}).then(() => ajaxify.go('forum-terms/partners/join')).catch(failed);
			}
		});
	});
	return form;
}
