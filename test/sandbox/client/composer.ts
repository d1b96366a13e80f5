import * as alerts from './alerts.js';
import * as api from './api.js';
import { element, say } from './dom.js';
import * as drafts from './drafts.js';
import * as hooks from './hooks.js';

interface Made { slug?: string; tid?: number; queued?: boolean; topic?: { slug?: string } }

/** NodeBB's composer in little: same hooks, same order, and what was typed stays until the server has it. */
export async function open(draft: drafts.Draft): Promise<void> {
	if (document.querySelector('[component="composer"]')) {
		return;
	}
	const { action, place } = draft;
	const title = element('input', { class: 'form-control mb-2', id: 'composer-title', name: 'title' });
	const content = element('textarea', { class: 'form-control', id: 'composer-content', rows: '8', name: 'content' });
	title.value = draft.title;
	content.value = draft.content;
	const [heading, titleLabel, textLabel, send, cancel] = await Promise.all([
		say(`sandbox:composer.${action === 'topic' ? 'new' : action}`), say('sandbox:title'), say('sandbox:text'),
		say('topic:composer.submit'), say('sandbox:cancel'),
	]);
	const submit = element('button', { class: 'btn btn-primary', type: 'submit' }, send);
	const discard = element('button', { class: 'btn btn-outline-secondary', type: 'button' }, cancel);
	const form = element('form', {
		class: 'composer fixed-bottom bg-body border-top shadow p-3', component: 'composer', 'aria-label': heading,
	}, element('div', { class: 'container' }, element('h2', { class: 'fs-5' }, heading),
		...action === 'topic' ? [element('label', { class: 'form-label', for: 'composer-title' }, titleLabel), title] : [],
		element('label', { class: 'form-label', for: 'composer-content' }, textLabel),
		element('div', { class: 'write-preview-container' }, content),
		element('div', { class: 'd-flex gap-2 mt-2' }, submit, discard)));
	const postData = { ...place, action };

	const keep = () => drafts.keep({ action, place, title: title.value, content: content.value });
	async function transmit(): Promise<void> {
		const check: { postData: object; action: string; error?: string } = { postData, action };
		await hooks.fire('filter:composer.check', check);
		if (check.error) {
			alerts.error(check.error);
			return;
		}
		const composerData = {
			content: content.value, ...action === 'topic' ? { cid: Number(place.cid), title: title.value, tags: [] } : {},
		};
		const submission = await hooks.fire('filter:composer.submit', { composerEl: [form], action, composerData, postData });
		try {
			const made = await (action === 'edit' ? api.put<Made>(`/posts/${place.pid}`, submission.composerData) :
				api.post<Made>(action === 'topic' ? '/topics' : `/topics/${place.tid}`, submission.composerData));
			drafts.drop();
			await hooks.fire(`action:composer.${action === 'topic' ? 'topics.post' : `posts.${action}`}`, { data: made });
			if (made.queued) {
				form.remove();
				alerts.success(await say('sandbox:queued'));
			} else if (action === 'topic') {
				window.ajaxify.go(`/topic/${made.slug}`);
			} else {
				window.ajaxify.refresh();
			}
		} catch (error) {
			await hooks.fire('filter:composer.error', { error, action, composerData });
			alerts.error(error as Error);
		}
	}

	form.addEventListener('input', keep);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		submit.disabled = true;
		void transmit().finally(() => {
			submit.disabled = false;
		});
	});
	discard.addEventListener('click', () => {
		drafts.drop();
		form.remove();
	});
	document.body.append(form);
	keep();
	(action === 'topic' ? title : content).focus();
	await hooks.fire('action:composer.enhanced', { postContainer: [form], postData });
}
