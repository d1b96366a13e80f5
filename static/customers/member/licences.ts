import * as alerts from 'alerts';
import * as api from 'api';
import * as modals from 'modals';
import { problemText, say } from 'forum-terms/kit/dom';

const base = '/plugins/forum-terms/me/licences';

function fail(error: unknown): void {
	alerts.error(error instanceof Error ? error : String(error));
}

/** Claims without a new page; what was typed stays when it is refused. */
function initClaim(form: HTMLFormElement): void {
	const key = form.querySelector<HTMLInputElement>('[name="key"]');
	const problem = form.querySelector<HTMLElement>('[role="alert"]');
	const button = form.querySelector<HTMLButtonElement>('button[type="submit"]');
	const mark = (message: string) => {
		if (key && problem) {
			problem.textContent = message;
			key.classList.toggle('is-invalid', message !== '');
			key.setAttribute('aria-invalid', String(message !== ''));
		}
	};
	key?.addEventListener('input', () => mark(''));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		button?.setAttribute('disabled', '');
		api.post(base, { key: key?.value ?? '' }).then(async () => {
			alerts.success(await say('forum-terms:licence.claimed-now'));
			ajaxify.refresh();
		}).catch((error: unknown) => {
			mark(problemText(error));
			key?.focus();
		}).finally(() => button?.removeAttribute('disabled'));
	});
}

function initWithdraw(form: HTMLFormElement): void {
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const id = form.querySelector<HTMLInputElement>('[name="withdraw"]')?.value ?? '';
		Promise.all([say('forum-terms:licence.withdraw'), say('forum-terms:licence.withdraw-sure')]).then(([title, message]) => {
			modals.confirm({ title, message }, (ok) => {
				if (ok) {
					api.del(`${base}/${id}`).then(() => ajaxify.refresh()).catch(fail);
				}
			});
		}).catch(fail);
	});
}

/** A member's own licences. */
export function init(): void {
	const root = document.querySelector('[data-role="licences"]');
	root?.querySelectorAll<HTMLFormElement>('form[data-role="claim"]').forEach(initClaim);
	root?.querySelectorAll<HTMLFormElement>('form[data-role="withdraw"]').forEach(initWithdraw);
}
