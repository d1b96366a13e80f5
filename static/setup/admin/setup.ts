import { failed } from 'forum-terms/kit/dom';
import { request } from 'forum-terms/kit/request';

/** The setup list; reloaded from the server after every act. */
export function initSetup(root: HTMLElement): void {
	const aside = (isAside: boolean) => ({ dataset }: HTMLElement) =>
		request('PUT', '/admin/setup/aside', { step: dataset.stepName, isAside });
	const acts: Record<string, (button: HTMLElement) => Promise<unknown>> = {
		'hide-setup': () => request('PUT', '/admin/setup', { isShown: false }),
		'show-setup': () => request('PUT', '/admin/setup', { isShown: true }),
		'set-aside': aside(true), 'put-back': aside(false),
		'add-navigation': () => request('POST', '/admin/setup/navigation'),
	};
	root.querySelector('#pane-overview')?.addEventListener('click', ({ target }) => {
		const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-action]') : null;
		const act = acts[button?.dataset.action ?? ''];
		if (button && act) {
			button.disabled = true;
			act(button).then(() => ajaxify.refresh(), (error: unknown) => {
				button.disabled = false;
				failed(error);
			});
		}
	});
}
