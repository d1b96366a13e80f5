import * as alerts from 'alerts';
import { say } from 'forum-terms/kit/dom';
import { attemptIn, onSubmit } from 'forum-terms/forms/form';
import { request } from 'forum-terms/kit/request';

const base = '/partners';

async function depart(form: HTMLFormElement): Promise<string> {
	const successor = form.querySelector<HTMLInputElement>('[name="successor"]')?.value.trim();
	await request('POST', `${base}/${form.dataset.partner}/departure`, successor === undefined ? {} : { successor });
	return successor === undefined ? say('forum-terms:people.left', form.dataset.company ?? '') :
		say('forum-terms:people.asked-successor');
}

async function answer(form: HTMLFormElement, accept: boolean): Promise<string> {
	const versions = new FormData(form).getAll('version').map(String);
	await request('POST', `${base}/${form.dataset.partner}/handover`, accept ? { accept, versions } : { accept });
	return accept ? say('forum-terms:people.changed') : say('forum-terms:people.declined');
}

async function send(form: HTMLFormElement): Promise<string> {
	switch (form.dataset.act) {
		case 'invitation':
			await request('POST', `${base}/invitations/${form.dataset.code}/acceptance`, {});
			return say('forum-terms:people.changed');
		case 'offer': return answer(form, true);
		case 'departure': return depart(form);
		default: {
			const words = form.querySelector<HTMLTextAreaElement>('[name="words"]')?.value ?? '';
			await request('POST', `${base}/${form.dataset.partner}/requests`, { words });
			return say('forum-terms:people.asked', form.dataset.company ?? '');
		}
	}
}

/** The page about the reader's company: accept, ask, take over, leave. */
export function init(): void {
	const root = document.querySelector('[data-role="partner-join"]');
	const alert = root?.querySelector<HTMLElement>('[data-role="problem"]');
	const done = (said: string) => {
		alerts.success(said);
		ajaxify.go('forum-terms/partners/join');
	};
	const attempt = attemptIn(() => alert);
	root?.querySelectorAll<HTMLFormElement>('form[data-act]').forEach((form) => {
		onSubmit(form, { alert, send: () => send(form).then(done) });
		form.querySelector('[data-role="decline"]')?.addEventListener('click', () =>
			attempt(() => answer(form, false).then(done)));
	});
}
