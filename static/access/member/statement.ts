import * as alerts from 'alerts';
import * as api from 'api';
import { problemText, say } from 'forum-terms/kit/dom';
import { showMoments } from 'forum-terms/kit/local-time';

/** An appeal, once, by whoever holds the link; words that could not be sent stay where they were typed. */
async function appeal(code: string, text: HTMLTextAreaElement): Promise<void> {
	const words = text.value.trim();
	if (words.length < 10) {
		throw new Error(await say('forum-terms:statement.appeal-short'));
	}
	await api.post(`/plugins/forum-terms/access/${code}/appeal`, { text: words });
	alerts.success(await say('forum-terms:statement.appeal-thanks'));
	ajaxify.refresh();
}

/** The page with the statement about somebody's access; it needs no login. */
export function init(): void {
	const root = document.querySelector<HTMLElement>('[data-role="statement"]');
	const form = root?.querySelector<HTMLFormElement>('form[data-role="appeal-form"]');
	const text = form?.querySelector('textarea');
	const button = form?.querySelector('button');
	const problem = form?.querySelector<HTMLElement>('[data-role="problem"]');
	if (root) {
		showMoments(root);
	}
	form?.addEventListener('submit', (event) => {
		event.preventDefault();
		if (!text || !problem || !button || button.disabled) {
			return;
		}
		button.disabled = true;
		problem.classList.add('d-none');
		text.removeAttribute('aria-invalid');
		appeal(root?.dataset.code ?? '', text).catch((error: unknown) => {
			problem.textContent = problemText(error);
			problem.classList.remove('d-none');
			text.setAttribute('aria-invalid', 'true');
			text.setAttribute('aria-describedby', `${problem.id} statement-appeal-help`);
			text.focus();
		}).finally(() => {
			button.disabled = false;
		});
	});
}
