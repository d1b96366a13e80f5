import * as alerts from 'alerts';
import type { Account, PartnerDesk } from 'forum-terms/partners/admin/desk';
import { momentText } from 'forum-terms/partners/admin/desk';
import { onSubmit } from 'forum-terms/kit/form';
import { request } from 'forum-terms/kit/request';
import { element, say } from 'forum-terms/kit/dom';

/** Suspends an account with clause and reason, and lifts the suspension with a reason. */
export function initSuspension({ at }: PartnerDesk, changed: (id: string) => Promise<void>) {
	const form = at<HTMLFormElement>('[data-role="partner-suspend"]');
	const clause = at<HTMLSelectElement>('#partner-clause');
	const reason = at<HTMLInputElement>('#partner-reason');
	let account: Account | null = null;

	async function send({ id, company, suspension }: Account): Promise<void> {
		const path = `/admin/partners/${encodeURIComponent(id)}/suspension`;
		await (suspension ? request('DELETE', path, { reason: reason.value }) : request('PUT', path, {
			clause: clause.value, reason: reason.value, notice: at<HTMLInputElement>('#partner-notice').checked ? 'sent' : 'none',
		}));
		reason.value = '';
		alerts.success(await say(`admin/plugins/forum-terms:partner.${suspension ? 'lifted' : 'suspended'}`, company));
		await changed(id);
	}
	onSubmit(form, {
		alert: at('[data-role="partner-problem"]'), send: async () => (account ? send(account) : undefined),
	});
	return async (shown: Account): Promise<void> => {
		account = shown;
		const { suspension, clauses } = shown;
		clause.replaceChildren(...clauses.map(name => element('option', { value: name, ...name === '4.12' ? { selected: '' } : {} }, name)));
		at('[data-role="partner-suspended"]').textContent = suspension ?
			await say('admin/plugins/forum-terms:partner.is-suspended', momentText(suspension.at), suspension.clause, suspension.reason) :
			await say('admin/plugins/forum-terms:partner.not-suspended');
		form.querySelectorAll('[data-role="suspend-only"]').forEach(node => node.classList.toggle('d-none', suspension !== null));
		at('[data-role="suspend-button"]').classList.toggle('d-none', suspension !== null);
		at('[data-role="lift-button"]').classList.toggle('d-none', suspension === null);
	};
}
