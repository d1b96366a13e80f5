import * as alerts from './alerts.js';
import * as api from './api.js';
import * as composer from './composer.js';
import { say } from './dom.js';
import * as drafts from './drafts.js';
import * as hooks from './hooks.js';
import * as guide from './guide.js';
import * as modals from './modals.js';
import * as postTools from './post-tools.js';

const failed = (error: unknown): void => alerts.error(error as Error);
type Action = (button: HTMLElement) => Promise<void>;

async function quickReply(): Promise<void> {
	const text = document.querySelector<HTMLTextAreaElement>('[component="topic/quickreply/text"]');
	if (!text) {
		return;
	}
	// HOST: public/src/client/topic/quickreply.js: the text stays until the server has it.
	const { tid } = window.ajaxify.data;
	const made = await api.post<{ queued?: boolean }>(`/topics/${String(tid)}`, { tid, content: text.value });
	text.value = '';
	await hooks.fire('action:quickreply.success', { data: made });
	if (made.queued) {
		alerts.success(await say('sandbox:queued'));
	} else {
		window.ajaxify.refresh();
	}
}

async function editPost(button: HTMLElement): Promise<void> {
	const pid = button.dataset.pid ?? '';
	const { content } = await api.get<{ content: string }>(`/posts/${pid}`);
	await composer.open({ action: 'edit', place: { pid }, title: '', text: content });
}

async function queue(button: HTMLElement): Promise<void> {
	const item = button.closest<HTMLElement>('[data-id]');
	const route = `/posts/queue/${item?.dataset.id ?? ''}`;
	if (button.dataset.queue === 'edit') {
		await api.put(route, { content: item?.querySelector('textarea')?.value ?? '' });
		alerts.success(await say('sandbox:saved'));
		return;
	}
	await (button.dataset.queue === 'accept' ? api.post(route) : api.del(route));
	window.ajaxify.refresh();
}

const actions: [selector: string, action: Action][] = [
	['[component="category/post"]', button => composer.open({
		action: 'topic', place: { cid: button.dataset.cid ?? '' }, title: '', text: '',
	})],
	['[component="topic/reply"]', button => composer.open({
		action: 'reply', place: { tid: button.dataset.tid ?? '' }, title: '', text: '',
	})],
	['[component="topic/quickreply/button"]', quickReply],
	['[component="post/edit"]', editPost],
	['[data-queue]', queue],
	['[data-job]', async (button) => {
		await api.emit('sandbox.runJob', { name: button.dataset.job });
		window.ajaxify.refresh();
	}],
	['[data-registration]', async (button) => {
		await api.emit(button.dataset.registration ?? '', { username: button.closest<HTMLElement>('[data-username]')?.dataset.username });
		window.ajaxify.refresh();
	}],
];

const forms: Record<string, (form: HTMLFormElement) => Promise<void>> = {
	async language(form) {
		const userLang = form.querySelector('select')?.value;
		await api.put(`/users/${form.dataset.uid ?? ''}/settings`, { settings: { userLang } });
		window.ajaxify.refresh();
	},
	async settings(form) {
		const isApproving = form.querySelector<HTMLInputElement>('#approving')?.checked ?? false;
		await api.put('/admin/settings/registrationApprovalType', { value: isApproving ? 'admin-approval' : 'normal' });
		for (const { name, value } of form.querySelectorAll<HTMLInputElement>('input[name]')) {
			await api.put(`/admin/settings/${name}`, { value: Number(value) });
		}
		alerts.success(await say('sandbox:saved'));
	},
};

/** HOST: public/src/ajaxify.js `ajaxifyAnchors` asks before it follows a link as long as `_unsaved` is set. */
async function askUnsaved(event: Event, link: HTMLAnchorElement): Promise<void> {
	const isPage = link.target === '' && link.origin === location.origin && link.hash === '' && !link.hasAttribute('download');
	if (window.app.flags?._unsaved && isPage) {
		event.preventDefault();
		modals.confirm(await say('sandbox:unsaved'), (ok) => {
			if (ok) {
				window.app.flags = { ...window.app.flags, _unsaved: false };
				window.ajaxify.go(link.pathname);
			}
		});
	}
}

function listen(): void {
	document.addEventListener('click', (event) => {
		const target = event.target instanceof Element ? event.target : null;
		const link = target?.closest<HTMLAnchorElement>('a[href]');
		if (link) {
			askUnsaved(event, link).catch(failed);
		}
		for (const [selector, action] of actions) {
			const button = target?.closest<HTMLElement>(selector);
			if (button) {
				action(button).catch(failed);
				return;
			}
		}
	});
	for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sandbox]')) {
		const work = forms[form.dataset.sandbox ?? ''];
		if (work) {
			form.addEventListener('submit', (event) => {
				event.preventDefault();
				work(form).catch(failed);
			});
		}
	}
}

async function start(): Promise<void> {
	for (const time of document.querySelectorAll<HTMLTimeElement>('time.timeago')) {
		time.title = time.dateTime;
		time.textContent = new Date(time.dateTime).toLocaleString(window.config.userLang, { dateStyle: 'medium', timeStyle: 'short' });
	}
	listen();
	postTools.init(failed);
	const { template } = window.ajaxify.data as { template?: { name?: string } };
	const address = window.sandboxPageModules[template?.name ?? ''];
	if (address) {
		const module = await import(address) as { init?(): void };
		module.init?.();
	}
	const lent = guide.lent();
	const draft = drafts.kept();
	if (draft && window.config.loggedIn && template?.name !== 'forum-terms/accept') {
		await composer.open(draft, { isKept: true });
	}
	await hooks.fire('action:ajaxify.end', { url: window.location.pathname.slice(1), tpl_url: template?.name });
	if (template?.name === 'category') {
		await hooks.fire('action:topics.loaded', { topics: window.ajaxify.data.topics });
	}
	if (template?.name === 'topic') {
		await hooks.fire('action:topic.loaded', window.ajaxify.data);
	}
	await guide.act(lent);
}

start().catch(failed);
