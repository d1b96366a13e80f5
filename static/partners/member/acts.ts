import * as alerts from 'alerts';
import { element, say } from 'forum-terms/kit/dom';
import { onSubmit } from 'forum-terms/forms/form';
import { request } from 'forum-terms/kit/request';

interface Field { name: string; value: string; rows: number; most: number }

const itemOf = (button: HTMLElement) => button.closest<HTMLElement>('[data-pid]');
const addressOf = (partner: string, pid: string) => `/partners/${partner}/posts/${pid}`;

/** The post's current text, as typed. */
function contentOf(pid: string): string {
	const posts = (ajaxify.data.posts ?? []) as { pid: string; content: string }[];
	return posts.find(post => String(post.pid) === pid)?.content ?? '';
}

function fieldsOf(act: string, pid: string): Field[] {
	const why = { name: 'reason', value: '', rows: 2, most: 1000 };
	return act === 'correct' ? [{ name: 'content', value: contentOf(pid), rows: 6, most: 100_000 }, why] :
		act === 'question' ? [{ name: 'words', value: '', rows: 3, most: 1000 }] : [why];
}

async function send(partner: string, pid: string, act: string, values: Record<string, string>): Promise<void> {
	const address = addressOf(partner, pid);
	await (act === 'correct' ? request('PUT', address, values) :
		request('POST', `${address}/${act === 'question' ? 'question' : 'withdrawal'}`, values));
	alerts.success(await say(`forum-terms:partner.did.${act}`));
	if (act !== 'question') {
		ajaxify.refresh();
	}
}

async function formOf(act: string, pid: string): Promise<HTMLFormElement> {
	const form = element('form', { class: 'mt-2', 'data-role': 'act-form' });
	for (const { name, value, rows, most } of fieldsOf(act, pid)) {
		const id = `partner-${act}-${name}-${pid}`;
		const text = element('textarea', {
			class: 'form-control', id, name, rows: String(rows), required: '', minlength: '3', maxlength: String(most),
		});
		text.value = value;
		form.append(element('label', { class: 'form-label mt-2', for: id }, await say(`forum-terms:partner.field.${act}.${name}`)), text);
	}
	form.append(
		element('div', { class: 'alert alert-danger mt-2 d-none', role: 'alert' }),
		element('div', { class: 'd-flex gap-2 mt-2' },
			element('button', { class: 'btn btn-sm btn-primary', type: 'submit' }, await say(`forum-terms:partner.do.${act}`)),
			element('button', { class: 'btn btn-sm btn-outline-secondary', type: 'button', 'data-role': 'cancel' },
				await say('forum-terms:partner.cancel'))),
	);
	return form;
}

/** Opens the form for an owner's act below a post; the same button closes it. */
export async function openAct(partner: string, button: HTMLElement): Promise<void> {
	const [item, act] = [itemOf(button), button.dataset.act ?? ''];
	const wasOpen = button.getAttribute('aria-expanded') === 'true';
	item?.querySelector('[data-role="act-form"]')?.remove();
	item?.querySelectorAll('[data-act]').forEach(other => other.setAttribute('aria-expanded', 'false'));
	if (!item || wasOpen) {
		return;
	}
	const pid = item.dataset.pid ?? '';
	const form = await formOf(act, pid);
	const close = () => {
		form.remove();
		button.setAttribute('aria-expanded', 'false');
		button.focus();
	};
	form.querySelector('[data-role="cancel"]')?.addEventListener('click', close);
	onSubmit(form, {
		alert: form.querySelector<HTMLElement>('[role="alert"]'),
		send: values => send(partner, pid, act, values).then(close),
	});
	item.append(form);
	button.setAttribute('aria-expanded', 'true');
	form.querySelector('textarea')?.focus();
}

/** Restores a withdrawn post. */
export async function restore(partner: string, button: HTMLElement): Promise<void> {
	await request('DELETE', `${addressOf(partner, itemOf(button)?.dataset.pid ?? '')}/withdrawal`);
	alerts.success(await say('forum-terms:partner.did.restore'));
	ajaxify.refresh();
}
