import * as alerts from 'alerts';
import { say } from 'forum-terms/kit/dom';
import { onSubmit } from 'forum-terms/forms/form';
import { request } from 'forum-terms/kit/request';

/** The rollout of the version in force: share of members, groups, pause. */
export function initRollout(section: HTMLElement): void {
	const form = section.querySelector<HTMLFormElement>('form[data-role="rollout"]');
	onSubmit(form, {
		alert: form?.querySelector<HTMLElement>('[data-role="form-problem"]'),
		async send({ percent, declineLimit, rolloutGroups = '', paused }) {
			await request('PUT', `/admin/terms/${section.dataset.document ?? ''}/rollout`, {
				percent: Number(percent), declineLimit: Number(declineLimit), paused: paused !== undefined,
				groups: rolloutGroups.split(',').map(name => name.trim()).filter(name => name !== ''),
			});
			alerts.success(await say('admin/plugins/forum-terms:rollout.saved'));
		},
	});
}
