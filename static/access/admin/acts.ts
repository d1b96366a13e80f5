import * as alerts from 'alerts';
import { onSubmit, type Check } from 'forum-terms/forms/form';
import { request } from 'forum-terms/kit/request';
import { say } from 'forum-terms/kit/dom';
import { arrangeTarget, targetOf } from 'forum-terms/reasons/notice-fields';
import { pidsIn } from 'forum-terms/access/admin/decision';

const words = (key: string): Check => ({ isRight: value => value !== '', key });

/** Reloads the page with a message. */
async function done(key: string): Promise<void> {
	alerts.success(await say(key));
	ajaxify.refresh();
}

/** Acts on one restriction: give the reason, answer the appeal, lift it. */
export function initActs(root: HTMLElement): void {
	const address = `/admin/restrictions/${root.dataset.restriction ?? ''}`;
	const isNone = () => root.querySelector<HTMLInputElement>('input[name="cause"]:checked')?.value === 'none';
	const cause = root.querySelector<HTMLElement>('[data-when="clause"]');
	const clauseField = root.querySelector<HTMLSelectElement>('#restriction-clause');
	const arrange = () => {
		cause?.classList.toggle('d-none', isNone());
		arrangeTarget(root, isNone() ? '' : clauseField?.value ?? '');
	};
	cause?.closest('form')?.addEventListener('change', arrange);

	const sent = (role: string, checks: Record<string, Check>, send: Parameters<typeof onSubmit>[1]['send']) => {
		const form = root.querySelector<HTMLFormElement>(`form[data-role="${role}"]`);
		onSubmit(form, { alert: form?.querySelector<HTMLElement>('[data-role="problem"]'), checks, send });
	};
	sent('cause', {
		clause: { isRight: clause => isNone() || clause !== '', key: 'forum-terms:restriction.clause-missing' },
	}, async ({ clause = '', reason = '', evidence = '', target = '' }) => {
		await request('PUT', `${address}/cause`, {
			...isNone() ? { withoutCause: true } : { clause, ...targetOf(clause, target) },
			reason: reason.trim(), evidence: pidsIn(evidence),
		});
		await done('forum-terms:restriction.cause-named');
	});
	sent('answer', { answer: words('forum-terms:restriction.words-missing') }, async ({ answer = '' }, decision, data) => {
		await request('PUT', `${address}/appeal`, {
			decision, answer: answer.trim(), giveBack: decision === 'granted' ? data.getAll('giveBack') : [],
		});
		await done(`forum-terms:restriction.answered.${decision}`);
	});
	sent('lift', { reason: words('forum-terms:restriction.words-missing') }, async ({ reason = '', content = '' }, _button, data) => {
		const { lost } = await request<{ lost: string[] }>('DELETE', address, {
			reason: reason.trim(), content: content || 'restore', giveBack: data.getAll('giveBack'),
		});
		if (lost.length > 0) {
			// The case's history shows it too.
			alerts.error(await say('forum-terms:restriction.lost', lost.join(', ')));
			ajaxify.refresh();
		} else {
			await done('forum-terms:restriction.lifted');
		}
	});
}
