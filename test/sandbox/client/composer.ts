import * as alerts from './alerts.js';
import * as api from './api.js';
import { element, say } from './dom.js';
import * as drafts from './drafts.js';
import * as hooks from './hooks.js';

interface Made { slug?: string; tid?: number; queued?: boolean; topic?: { slug?: string } }

interface Category { cid: number; name: string }

/** Category and tags of a new topic. HOST: composer-default tells of both through jQuery's events. */
async function topicFields(postContainer: HTMLElement, postData: drafts.Draft['place'] & object): Promise<HTMLElement[]> {
	const [tagsLabel, categoryLabel, { categories }] = await Promise.all([
		say('sandbox:tags'), say('sandbox:category'), api.get<{ categories: Category[] }>('/categories'),
	]);
	const tags = element('input', { class: 'tags form-control', id: 'composer-tags', placeholder: tagsLabel, 'aria-label': tagsLabel });
	const category = element('select', { class: 'form-select', id: 'composer-category', 'aria-label': categoryLabel },
		...categories.map(({ cid, name }) => element('option', { value: String(cid) }, name)));
	category.value = postData.cid ?? '';
	tags.addEventListener('change', () => $(tags).trigger('itemAdded'));
	category.addEventListener('change', () => {
		postData.cid = category.value;
		$(window).trigger('action:composer.changeCategory', { postContainer: [postContainer], postData });
	});
	// HOST: composer-default has its list in this container; categorySelector.js hears clicks on `data-cid`.
	const selector = element('div', { component: 'category-selector' }, category);
	selector.addEventListener('click', (event) => {
		const cid = (event.target as HTMLElement).closest<HTMLElement>('[data-cid]')?.dataset.cid;
		if (cid !== undefined) {
			category.value = cid;
			category.dispatchEvent(new Event('change'));
		}
	});
	return [element('div', { class: 'category-list-container' }, selector), tags];
}

/** NodeBB's composer in little: same hooks, same order, and what was typed stays until the server has it. */
export async function open(draft: drafts.Draft, { isKept } = { isKept: false }): Promise<void> {
	if (document.querySelector('[component="composer"]')) {
		return;
	}
	const { action, place } = draft;
	const title = element('input', { class: 'title form-control', id: 'composer-title', name: 'title' });
	const content = element('textarea', { class: 'write form-control flex-grow-1', id: 'composer-content', name: 'content' });
	title.value = draft.title;
	content.value = draft.text;
	const [heading, titleLabel, textLabel, send, cancel] = await Promise.all([
		say(`sandbox:composer.${action === 'topic' ? 'new' : action}`), say('sandbox:title'), say('sandbox:text'),
		say('topic:composer.submit'), say('sandbox:cancel'),
	]);
	const submit = element('button', { class: 'btn btn-primary', type: 'submit' }, send);
	const discard = element('button', { class: 'btn btn-outline-secondary', type: 'button' }, cancel);
	const form = element('form', {
		class: 'composer fixed-bottom bg-body border-top shadow p-3', component: 'composer', 'aria-label': heading,
	});
	const postData = { ...place, action };
	const [category, tags] = action === 'topic' ? await topicFields(form, postData) : [];
	form.append(element('div', { class: 'container h-100 d-flex flex-column gap-2' },
		element('h2', { class: 'fs-5 mb-0' }, heading),
		element('div', { class: 'title-container d-flex flex-wrap gap-2' }, ...category ? [
			element('div', {}, category), element('label', { class: 'visually-hidden', for: title.id }, titleLabel),
			element('div', { class: 'flex-grow-1' }, title),
		] : []),
		element('label', { class: 'visually-hidden', for: content.id }, textLabel),
		element('div', { class: 'write-preview-container d-flex flex-grow-1' }, content), ...tags ? [tags] : [],
		element('div', { class: 'd-flex gap-2' }, submit, discard)));

	const typed = (): drafts.Draft => ({ action, place: placeIn(postData), title: title.value, text: content.value });
	const keep = () => void drafts.keep({ draft: typed(), postData, postContainer: [form] });
	const tagList = () => (tags as HTMLInputElement).value.split(',').map(tag => tag.trim()).filter(tag => tag !== '');
	async function transmit(): Promise<void> {
		const check: { postData: object; postContainer: unknown; error?: string } = { postData, postContainer: [form] };
		await hooks.fire('filter:composer.check', check);
		if (check.error) {
			await alerts.alert({ alert_id: 'post_error', type: 'danger', message: check.error });
			return;
		}
		const composerData = {
			content: content.value,
			...action === 'topic' ? { cid: Number(postData.cid), title: title.value, tags: tagList() } : {},
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
			await alerts.alert({ alert_id: 'post_error', type: 'danger', message: (error as Error).message });
		}
	}

	// HOST: composer-default/static/lib/composer/drafts.js `init`: fields of plugins save nothing but by this event.
	[title, content, category, tags].forEach(field => field?.addEventListener('input', keep));
	$(form).on('thumb.uploaded', keep);
	form.addEventListener('keydown', (event) => {
		// HOST: composer-default is no form: Enter in a field sends nothing.
		if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
			event.preventDefault();
		}
	});
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
		void hooks.fire('action:composer.discard', { postData });
	});
	document.documentElement.classList.add('composing');
	document.body.append(form);
	(action === 'topic' ? title : content).focus();
	await hooks.fire('action:composer.enhanced', { postContainer: [form], postData, draft: isKept ? draft : null });
}

function placeIn({ cid, tid, pid }: drafts.Draft['place']): drafts.Draft['place'] {
	return { ...cid ? { cid } : {}, ...tid ? { tid } : {}, ...pid ? { pid } : {} };
}
