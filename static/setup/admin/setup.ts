import { failed } from 'forum-terms/kit/dom';
import { request } from 'forum-terms/kit/request';

/** The list as the server has it now: other areas do its steps. */
async function renew(pane: ParentNode): Promise<void> {
	const page = await fetch(window.location.pathname);
	const fresh = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('[data-role="setup"]');
	const shown = pane.querySelector('[data-role="setup"]');
	if (page.ok && fresh && shown) {
		shown.replaceWith(fresh);
	}
}

/** The setup list; reloaded from the server after every act, and when its area is opened again. */
export function initSetup(root: HTMLElement): void {
	const aside = (isAside: boolean) => ({ dataset }: HTMLElement) =>
		request('PUT', '/admin/setup/aside', { step: dataset.stepName, isAside });
	const acts: Record<string, (button: HTMLElement) => Promise<unknown>> = {
		'hide-setup': () => request('PUT', '/admin/setup', { isShown: false }),
		'show-setup': () => request('PUT', '/admin/setup', { isShown: true }),
		'set-aside': aside(true), 'put-back': aside(false),
		'add-navigation': () => request('POST', '/admin/setup/navigation'),
	};
	const pane = root.querySelector('#pane-overview');
	root.addEventListener('shown.bs.tab', ({ target }) => {
		if (pane && target instanceof Element && target.id === 'tab-overview') {
			// Without an answer the list stays as it was.
			renew(pane).catch(() => undefined);
		}
	});
	pane?.addEventListener('click', ({ target }) => {
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
