import * as alerts from 'alerts';
import type { Account, PartnerDesk } from 'forum-terms/partners/admin/desk';
import { onSubmit, type Check } from 'forum-terms/forms/form';
import { arrangeNotice, arrangeTarget, missingInNotice, noticeOf, readNotice, targetOf } from 'forum-terms/reasons/notice-fields';
import { localMoment } from 'forum-terms/kit/local-time';
import { request } from 'forum-terms/kit/request';
import { statementPreview, type StatementPreview } from 'forum-terms/reasons/statement-preview';
import { element, say } from 'forum-terms/kit/dom';

/** Suspends an account with clause and reason, and lifts the suspension with a reason. */
export function initSuspension({ at, attempt }: PartnerDesk, changed: (id: string) => Promise<void>) {
	const form = at<HTMLFormElement>('[data-role="partner-suspend"]');
	const clause = at<HTMLSelectElement>('#partner-clause');
	const reason = at<HTMLInputElement>('#partner-reason');
	const target = at<HTMLSelectElement>('#decision-target');
	let account: Account | null = null;
	const pathOf = ({ id }: Account) => `/admin/partners/${encodeURIComponent(id)}/suspension`;
	const chosen = () => ({
		clause: clause.value, ...targetOf(clause.value, target.value), reason: reason.value,
		...noticeOf(readNotice(form)),
	});
	const arrange = () => {
		arrangeNotice(form);
		arrangeTarget(form, clause.value);
	};
	/** Only a suspension has a notice. */
	const noticeCheck = (field: string, key: string): Check => ({
		key, isRight: () => account?.suspension !== null ||
			missingInNotice(readNotice(form)).every(missing => missing.field !== field),
	});

	async function send(shown: Account): Promise<void> {
		const { id, company, suspension } = shown;
		await (suspension ? request('DELETE', pathOf(shown), { reason: reason.value }) : request('PUT', pathOf(shown), chosen()));
		reason.value = '';
		alerts.success(await say(`admin/plugins/forum-terms:partner.${suspension ? 'lifted' : 'suspended'}`, company));
		await changed(id);
	}
	onSubmit(form, {
		alert: at('[data-role="partner-problem"]'), send: async () => (account ? send(account) : undefined),
		checks: {
			noticeReason: noticeCheck('noticeReason', 'forum-terms:restriction.silence-missing'),
			noticeAt: noticeCheck('noticeAt', 'forum-terms:restriction.moment-missing'),
		},
	});
	void statementPreview(async () => (account ?
		(await request<{ statements: StatementPreview[] }>('POST', `${pathOf(account)}/plan`, chosen())).statements : null), attempt,
	).then(({ root, outdate }) => {
		at('[data-role="statement-preview"]').replaceChildren(root);
		['input', 'change'].forEach(name => form.addEventListener(name, () => {
			arrange();
			outdate();
		}));
	});
	return async (shown: Account): Promise<void> => {
		account = shown;
		const { suspension, clauses } = shown;
		clause.replaceChildren(...clauses.map(name => element('option', { value: name, ...name === '4.12' ? { selected: '' } : {} }, name)));
		arrange();
		at('[data-role="partner-suspended"]').textContent = suspension ?
			await say('admin/plugins/forum-terms:partner.is-suspended', localMoment(suspension.at), suspension.clause, suspension.reason) :
			await say('admin/plugins/forum-terms:partner.not-suspended');
		form.querySelectorAll('[data-role="suspend-only"]').forEach(node => node.classList.toggle('d-none', suspension !== null));
		at('[data-role="suspend-button"]').classList.toggle('d-none', suspension !== null);
		at('[data-role="lift-button"]').classList.toggle('d-none', suspension === null);
	};
}
