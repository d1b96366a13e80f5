import * as alerts from 'alerts';
import { onSubmit, type Check } from 'forum-terms/forms/form';
import { request } from 'forum-terms/kit/request';
import { say } from 'forum-terms/kit/dom';
import { fieldMoment } from 'forum-terms/kit/local-time';
import { arrangeTarget, targetOf } from 'forum-terms/reasons/notice-fields';
import { pidsIn } from 'forum-terms/access/admin/decision';

const words = (key: string): Check => ({ isRight: value => value !== '', key });

/** The field of the date is there if the restriction is to end on one. */
function arrangeEnd(form: HTMLFormElement): void {
	const never = form.querySelector<HTMLInputElement>('[name="ends"][value="never"]')?.checked === true;
	form.querySelector('[data-when="until"]')?.classList.toggle('d-none', never);
}

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
	const end = root.querySelector<HTMLFormElement>('form[data-role="end"]');
	const until = end?.querySelector<HTMLInputElement>('[name="until"]');
	if (end && until) {
		until.value = until.dataset.iso ? fieldMoment(Date.parse(until.dataset.iso)) : '';
		end.addEventListener('change', () => arrangeEnd(end));
		arrangeEnd(end);
	}
	const isNever = () => end?.querySelector<HTMLInputElement>('[name="ends"][value="never"]')?.checked === true;
	sent('end', {
		until: { isRight: value => isNever() || value !== '', key: 'forum-terms:restriction.moment-missing' },
		reason: words('forum-terms:restriction.words-missing'),
	}, async ({ until: at = '', reason = '' }) => {
		await request('PUT', `${address}/end`, { until: isNever() ? 0 : new Date(at).getTime(), reason: reason.trim() });
		await done('forum-terms:restriction.end-changed');
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
