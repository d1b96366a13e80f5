import * as alerts from 'alerts';
import { say } from 'forum-terms/kit/dom';
import { onSubmit } from 'forum-terms/forms/form';
import { memberField } from 'forum-terms/forms/member-field';
import { request } from 'forum-terms/kit/request';

type Send = (uid: number, values: Record<string, string>) => Promise<unknown>;

/** Staff acts about one member: accept on their behalf, ask them again. */
export function initMemberForms(section: HTMLElement): void {
	const { document = '', current = '' } = section.dataset;
	const base = '/admin/members';
	const forms: Record<string, { send: Send; done: string }> = {
		behalf: {
			send: (uid, { language = '', reason = '' }) =>
				request('POST', `${base}/${uid}/acceptance`, { version: current, language, reason }),
			done: 'admin/plugins/forum-terms:members.behalf-done',
		},
		recall: {
			send: (uid, { reason = '' }) => request('POST', `${base}/${uid}/recall`, { document, reason }),
			done: 'admin/plugins/forum-terms:members.recall-done',
		},
	};
	for (const [role, { send: sending, done }] of Object.entries(forms)) {
		const form = section.querySelector<HTMLFormElement>(`form[data-role="${role}"]`);
		const input = form?.querySelector<HTMLInputElement>('[name="uid"]');
		const member = input && memberField(input);
		onSubmit(form, {
			alert: form?.querySelector<HTMLElement>('[data-role="form-problem"]'),
			async send(values) {
				const uid = await member?.();
				if (uid) {
					await sending(uid, values);
					form?.reset();
					alerts.success(await say(done));
				}
			},
		});
	}
}
