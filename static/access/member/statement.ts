import * as alerts from 'alerts';
import { say } from 'forum-terms/kit/dom';
import { onSubmit } from 'forum-terms/forms/form';
import { request } from 'forum-terms/kit/request';
import { showMoments } from 'forum-terms/kit/local-time';

/** The page of a statement of reasons; works without login. */
export function init(): void {
	const root = document.querySelector<HTMLElement>('[data-role="statement"]');
	const form = root?.querySelector<HTMLFormElement>('form[data-role="appeal-form"]');
	if (root) {
		showMoments(root);
	}
	// Once, by the holder of the link.
	onSubmit(form, {
		alert: form?.querySelector<HTMLElement>('[data-role="problem"]'),
		checks: { text: { isRight: words => words.length >= 10, key: 'forum-terms:statement.appeal-short' } },
		async send({ text = '' }) {
			await request('POST', `/access/${root?.dataset.code ?? ''}/appeal`, { text: text.trim() });
			alerts.success(await say('forum-terms:statement.appeal-thanks'));
			ajaxify.refresh();
		},
	});
}
