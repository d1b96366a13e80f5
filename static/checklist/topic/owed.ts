import * as alerts from 'alerts';
import * as api from 'api';
import { checklistFields } from 'forum-terms/checklist/member/checklist';
import type { Checklist } from 'forum-terms/checklist/member/model';
import { loadRecord, type EvidenceRecord, type OnRecord } from 'forum-terms/checklist/topic/record';
import { element, failed, say } from 'forum-terms/kit/dom';
import { askInDialog, problemLine } from 'forum-terms/kit/dialog';
import { onSubmit } from 'forum-terms/forms/form';
import { request } from 'forum-terms/kit/request';

type Show = (record: EvidenceRecord) => Promise<void>;

/** Asks the author for open items in a dialog; does not change the topic's text. */
async function answer(isFirst: boolean, show: Show): Promise<void> {
	const { tid, mainPid } = ajaxify.data;
	const { checklist } = await api.get<{ checklist: Checklist | null }>(
		'/plugins/forum-terms/posting', { pid: String(mainPid) });
	if (!checklist) {
		alerts.success(await say('forum-terms:evidence.answer-nothing'));
		return;
	}
	const fields = await checklistFields(checklist);
	await askInDialog({
		id: 'forum-terms-owed-title', title: await say('forum-terms:evidence.answer-title'),
		body: [...isFirst ? [] : [element('p', {}, await say('forum-terms:evidence.answer-lead'))], fields.root],
		send: { label: await say('forum-terms:evidence.answer-send'), action: 'send' },
		opener: document.activeElement as HTMLElement | null,
		async answer() {
			if (!fields.complete()) {
				return false;
			}
			const record = await api.post<EvidenceRecord>(`/plugins/forum-terms/topics/${String(tid)}/checklist`, {
				version: checklist.version, answers: fields.answers(),
			});
			await show(record);
			alerts.success(await say('forum-terms:evidence.answer-thanks'));
			return true;
		},
	});
}

/** For the author: the number of open items, with one button; `isFirst` if nothing is answered yet. */
export async function authorNotice(count: number, isFirst: boolean, show: Show): Promise<HTMLElement> {
	const button = element('button', { class: 'btn btn-sm btn-primary', type: 'button', 'data-action': 'answer' },
		await say('forum-terms:evidence.owed-answer'));
	button.addEventListener('click', () => {
		answer(isFirst, show).catch(failed);
	});
	const why = await Promise.all(['owed-author-help', ...isFirst ? [] : ['answer-lead']]
		.map(key => say(`forum-terms:evidence.${key}`)));
	return element('div', { class: 'alert alert-info mb-2', role: 'note', 'data-role': 'owed' },
		element('p', { class: 'fw-semibold mb-1' }, await say('forum-terms:evidence.owed-author', count)),
		element('p', { class: 'mb-2' }, why.join(' ')), button);
}

/** Staff waive an item, or ask it again. */
const acts = {
	waive: { method: 'POST', submit: 'let-go', why: 'reason', did: 'waived' },
	again: { method: 'DELETE', submit: 'ask-again', why: 'ask-again-why', did: 'asked-again' },
} as const;
type Act = keyof typeof acts;

async function actForm(act: Act, key: string, show: Show, cancelled: () => void): Promise<HTMLFormElement> {
	const [id, { method, submit, why, did }] = [`forum-terms-${act}-${key}`, acts[act]];
	const reason = element('input', {
		class: 'form-control form-control-sm', id, name: 'reason', type: 'text', required: '', minlength: '3', maxlength: '500',
		autocomplete: 'off',
	});
	const alert = problemLine();
	const cancel = element('button', { class: 'btn btn-sm btn-outline-secondary', type: 'button' },
		await say('forum-terms:gate.not-now'));
	cancel.addEventListener('click', cancelled);
	const form = element('form', { class: 'mt-1 mb-2', [`data-${act}`]: key },
		element('label', { class: 'form-label text-sm mb-1', for: id }, await say(`forum-terms:evidence.${why}`)),
		reason, alert, element('div', { class: 'd-flex flex-wrap gap-2 mt-2' },
			element('button', { class: 'btn btn-sm btn-primary', type: 'submit' }, await say(`forum-terms:evidence.${submit}`)), cancel));
	onSubmit(form, {
		alert,
		async send() {
			await show(await request<EvidenceRecord>(method, '/checklist/waivers', {
				tid: Number(ajaxify.data.tid), item: key, reason: reason.value,
			}));
			alerts.success(await say(`forum-terms:evidence.${did}`));
		},
	});
	return form;
}

async function itemLine(act: Act, { key, prompt }: { key: string; prompt: string }, show: Show): Promise<HTMLElement> {
	const button = element('button', {
		class: 'btn btn-sm btn-outline-secondary', type: 'button', 'data-item': key, 'aria-describedby': `forum-terms-${act}-item-${key}`,
	}, await say(`forum-terms:evidence.${acts[act].submit}`));
	const item = element('li', { class: 'mb-1' },
		element('div', { class: 'd-flex flex-wrap gap-2 align-items-center' },
			element('span', { class: 'me-auto', id: `forum-terms-${act}-item-${key}` }, prompt), button));
	button.addEventListener('click', () => {
		button.hidden = true;
		actForm(act, key, show, () => {
			item.querySelector('form')?.remove();
			button.hidden = false;
			button.focus();
		}).then((form) => {
			item.append(form);
			form.querySelector('input')?.focus();
		}).catch(failed);
	});
	return item;
}

/** For staff of the category: the open items, each with a button to waive it. */
export async function staffNotice(show: Show): Promise<HTMLElement> {
	const { owed } = await loadRecord();
	return element('div', { class: 'border rounded-1 p-2 mb-2 text-sm', role: 'note', 'data-role': 'owed' },
		element('p', { class: 'fw-semibold mb-1' }, await say('forum-terms:evidence.owed-staff', owed.length)),
		element('ul', { class: 'list-unstyled mb-0' }, ...await Promise.all(owed.map(item => itemLine('waive', item, show)))));
}

/** For staff of the category: what is waived in this topic, each with a button to ask it again; empty if nothing is. */
export async function waivedItems({ records, waived }: OnRecord, show: Show): Promise<HTMLElement[]> {
	const current = records.filter(({ pid }) => pid === '').at(-1)?.waived.filter(({ by = 0 }) => by > 0) ?? [];
	const lines = await Promise.all(current.map(({ key }) =>
		itemLine('again', { key, prompt: waived.find(item => item.key === key)?.prompt ?? key }, show)));
	return lines.length === 0 ? [] : [element('div', { class: 'w-100', 'data-role': 'waived' },
		element('p', { class: 'fw-semibold mb-1' }, await say('forum-terms:evidence.waivers-topic')),
		element('ul', { class: 'list-unstyled mb-2' }, ...lines))];
}
