import * as alerts from 'alerts';
import * as api from 'api';
import { problemText, say } from 'forum-terms/kit/dom';

type Send = (uid: string, values: Record<string, string>) => Promise<unknown>;

/** What staff do for or about one member: accept on his behalf, ask him again. */
export function initMemberForms(section: HTMLElement): void {
	const { document = '', current = '' } = section.dataset;
	const base = '/plugins/forum-terms/admin/members';
	const forms: Record<string, { send: Send; done: string }> = {
		behalf: {
			send: (uid, { language = '', reason = '' }) =>
				api.post(`${base}/${uid}/acceptance`, { version: current, language, reason }),
			done: 'admin/plugins/forum-terms:members.behalf-done',
		},
		recall: {
			send: (uid, { reason = '' }) => api.post(`${base}/${uid}/recall`, { document, reason }),
			done: 'admin/plugins/forum-terms:members.recall-done',
		},
	};
	for (const [role, { send, done }] of Object.entries(forms)) {
		const form = section.querySelector<HTMLFormElement>(`form[data-role="${role}"]`);
		const problem = form?.querySelector<HTMLElement>('[data-role="form-problem"]');
		form?.addEventListener('submit', (event) => {
			event.preventDefault();
			problem?.classList.add('d-none');
			const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value as string]));
			send(values.uid || '0', values)
				.then(async () => {
					form.reset();
					alerts.success(await say(done));
				})
				.catch((error: unknown) => {
					if (problem) {
						problem.textContent = problemText(error);
						problem.classList.remove('d-none');
						problem.focus();
					}
				});
		});
	}
}
