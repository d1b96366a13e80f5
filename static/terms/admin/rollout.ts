import * as alerts from 'alerts';
import * as api from 'api';
import { problemText, say } from 'forum-terms/kit/dom';

/** How far the version in force has gone out: to a share of members, to groups, on hold. */
export function initRollout(section: HTMLElement): void {
	const form = section.querySelector<HTMLFormElement>('form[data-role="rollout"]');
	const problem = form?.querySelector<HTMLElement>('[data-role="form-problem"]');
	const value = (name: string) => form?.querySelector<HTMLInputElement>(`[name="${name}"]`);
	form?.addEventListener('submit', (event) => {
		event.preventDefault();
		problem?.classList.add('d-none');
		api.put(`/plugins/forum-terms/admin/terms/${section.dataset.document ?? ''}/rollout`, {
			percent: Number(value('percent')?.value), declineLimit: Number(value('declineLimit')?.value),
			groups: (value('rolloutGroups')?.value ?? '').split(',').map(name => name.trim()).filter(name => name !== ''),
			paused: value('paused')?.checked ?? false,
		}).then(async () => alerts.success(await say('admin/plugins/forum-terms:rollout.saved')))
			.catch((error: unknown) => {
				if (problem) {
					problem.textContent = problemText(error);
					problem.classList.remove('d-none');
					problem.focus();
				}
			});
	});
}
