import * as alerts from 'alerts';
import * as api from 'api';
import { element, failed, say } from 'forum-terms/kit/dom';
import { onSubmit } from 'forum-terms/forms/form';
import { request } from 'forum-terms/kit/request';
import { showMoments } from 'forum-terms/kit/local-time';

const base = '/plugins/forum-terms/checklist';

/** Loads the values of the chosen item; without script the next page has them. */
async function loadValues(item: HTMLSelectElement, value: HTMLSelectElement): Promise<void> {
	value.replaceChildren(element('option', { value: '' }));
	if (item.value === '') {
		return;
	}
	const { values } = await api.get<{ values: { value: string; label: string }[] }>(
		`${base}/evidence/values`, { item: item.value });
	value.append(...values.map(({ value: known, label }) => element('option', { value: known }, label)));
	const help = document.getElementById('checklists-value-help');
	if (help) {
		help.textContent = await say('forum-terms:evidence.values-known', values.length);
	}
}

/** The staff page of checklists. */
export function init(): void {
	const root = document.querySelector('[data-role="checklists"]');
	const item = root?.querySelector<HTMLSelectElement>('#checklists-item');
	const value = root?.querySelector<HTMLSelectElement>('#checklists-value');
	if (item && value) {
		item.addEventListener('change', () => {
			loadValues(item, value).catch(failed);
		});
	}
	if (root) {
		showMoments(root);
	}
	const form = root?.querySelector<HTMLFormElement>('form[data-role="waive-member"]');
	onSubmit(form, {
		alert: root?.querySelector<HTMLElement>('[data-role="waive-problem"]'),
		async send(values) {
			await request('POST', '/checklist/waivers', values);
			form?.reset();
			alerts.success(await say('forum-terms:evidence.let-go-done', values.username ?? ''));
			ajaxify.refresh();
		},
	});
	root?.querySelectorAll<HTMLFormElement>('form[data-role="end-waiver"]').forEach(ending => onSubmit(ending, {
		alert: ending.querySelector<HTMLElement>('[data-role="problem"]'),
		async send({ reason = '' }) {
			const { uid, item: key } = ending.dataset;
			await request('DELETE', '/checklist/waivers', { uid: Number(uid), item: key, reason });
			alerts.success(await say('forum-terms:evidence.asked-again'));
			ajaxify.refresh();
		},
	}));
}
