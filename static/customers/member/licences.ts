import * as alerts from 'alerts';
import { confirmed } from 'forum-terms/kit/dialog';
import { failed, say } from 'forum-terms/kit/dom';
import { onSubmit } from 'forum-terms/forms/form';
import { request } from 'forum-terms/kit/request';

/** A member's own licences: claims and withdraws without reloading. */
export function init(): void {
	const root = document.querySelector('[data-role="licences"]');
	root?.querySelectorAll<HTMLFormElement>('form[data-role="claim"]').forEach(form => onSubmit(form, {
		alert: form.querySelector<HTMLElement>('[data-role="claim-problem"]'),
		async send({ key = '' }) {
			await request('POST', '/me/licences', { key });
			alerts.success(await say('forum-terms:licence.claimed-now'));
			ajaxify.refresh();
		},
	}));
	root?.querySelectorAll<HTMLFormElement>('form[data-role="withdraw"]').forEach(form => onSubmit(form, {
		async send({ withdraw = '' }) {
			const [title, message] = await Promise.all([say('forum-terms:licence.withdraw'), say('forum-terms:licence.withdraw-sure')]);
			if (await confirmed({ title, message })) {
				await request('DELETE', `/me/licences/${withdraw}`).then(() => ajaxify.refresh()).catch(failed);
			}
		},
	}));
}
