import * as alerts from 'alerts';
import * as api from 'api';
import { problemText, say } from 'forum-terms/kit/dom';

const base = '/plugins/forum-terms/partners';

async function depart(form: HTMLFormElement): Promise<string> {
	const successor = form.querySelector<HTMLInputElement>('[name="successor"]')?.value.trim();
	await api.post(`${base}/${form.dataset.partner}/departure`, successor === undefined ? {} : { successor });
	return successor === undefined ? say('forum-terms:people.left', form.dataset.company ?? '') :
		say('forum-terms:people.asked-successor');
}

async function answer(form: HTMLFormElement, accept: boolean): Promise<string> {
	const versions = new FormData(form).getAll('version').map(String);
	await api.post(`${base}/${form.dataset.partner}/handover`, accept ? { accept, versions } : { accept });
	return accept ? say('forum-terms:people.changed') : say('forum-terms:people.declined');
}

async function send(form: HTMLFormElement): Promise<string> {
	switch (form.dataset.act) {
		case 'invitation':
			await api.post(`${base}/invitations/${form.dataset.code}/acceptance`, {});
			return say('forum-terms:people.changed');
		case 'offer': return answer(form, true);
		case 'departure': return depart(form);
		default: {
			const words = form.querySelector<HTMLTextAreaElement>('[name="words"]')?.value ?? '';
			await api.post(`${base}/${form.dataset.partner}/requests`, { words });
			return say('forum-terms:people.asked', form.dataset.company ?? '');
		}
	}
}

/** The page about one's own company: accept, ask, take over, leave. */
export function init(): void {
	const root = document.querySelector('[data-role="partner-join"]');
	const problem = root?.querySelector<HTMLElement>('[data-role="problem"]');
	const run = (work: Promise<string>) => {
		problem?.classList.add('d-none');
		work.then((said) => {
			alerts.success(said);
			ajaxify.go('forum-terms/partners/join');
		}).catch((error: unknown) => {
			if (problem) {
				problem.textContent = problemText(error);
				problem.classList.remove('d-none');
				problem.scrollIntoView({ block: 'center' });
			}
		});
	};
	root?.querySelectorAll<HTMLFormElement>('form[data-act]').forEach((form) => {
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			run(send(form));
		});
		form.querySelector('[data-role="decline"]')?.addEventListener('click', () => run(answer(form, false)));
	});
}
