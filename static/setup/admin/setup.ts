import { failed } from 'forum-terms/kit/dom';
import { request } from 'forum-terms/kit/request';

/** The setup list; reloaded from the server after every act. */
export function initSetup(root: HTMLElement): void {
	const acts: Record<string, () => Promise<unknown>> = {
		'hide-setup': () => request('PUT', '/admin/setup', { isShown: false }),
		'show-setup': () => request('PUT', '/admin/setup', { isShown: true }),
		'add-navigation': () => request('POST', '/admin/setup/navigation'),
	};
	root.querySelector('#pane-overview')?.addEventListener('click', ({ target }) => {
		const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-action]') : null;
		const act = acts[button?.dataset.action ?? ''];
		if (button && act) {
			button.disabled = true;
			act().then(() => ajaxify.refresh(), (error: unknown) => {
				button.disabled = false;
				failed(error);
			});
		}
	});
}
