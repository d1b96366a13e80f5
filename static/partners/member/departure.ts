import { confirmed } from 'forum-terms/kit/dialog';
import { element, say } from 'forum-terms/kit/dom';
import { onSubmit } from 'forum-terms/forms/form';
import { request } from 'forum-terms/kit/request';

/** An owner leaves, now or when a successor accepts; the server knows whether one is needed. */
export async function departureForm(partner: string, asked: () => Promise<void>): Promise<HTMLElement> {
	const input = element('input', { class: 'form-control form-control-sm', id: 'people-successor', name: 'successor', maxlength: '200',
		autocomplete: 'off', 'aria-describedby': 'people-successor-help' });
	const form = element('form', { class: 'w-100' },
		element('label', { class: 'form-label text-sm', for: 'people-successor' }, await say('forum-terms:people.successor')),
		element('div', { class: 'd-flex flex-wrap gap-2' }, element('div', { class: 'flex-grow-1' }, input),
			element('button', { class: 'btn btn-sm btn-outline-danger', type: 'submit' }, await say('forum-terms:people.step-down'))),
		element('div', { class: 'form-text', id: 'people-successor-help' }, await say('forum-terms:people.step-down-help')));
	onSubmit(form, {
		async send({ successor = '' }) {
			const depart = (body: { successor?: string }) => request('POST', `/partners/${partner}/departure`, body);
			if (successor.trim() !== '') {
				await depart({ successor: successor.trim() });
				await asked();
			} else if (await confirmed(await say('forum-terms:partner.leave-sure'))) {
				await depart({});
				ajaxify.go('forum-terms/partners/join');
			}
		},
	});
	return form;
}
