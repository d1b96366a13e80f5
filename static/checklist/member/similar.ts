import * as api from 'api';
import { onComposer } from 'forum-terms/posting/member/composer-opened';
import { element, first, say } from 'forum-terms/kit/dom';
import { localDay } from 'forum-terms/kit/local-time';
import { noteOpened } from 'forum-terms/checklist/member/visit';

interface Topic { tid: number; title: string; slug: string; postcount: number; timestampISO: string; isSolved: boolean }
interface Enhanced { postContainer: unknown; postData: { cid?: unknown; tid?: unknown; pid?: unknown } }

const quietMs = 600;
const looks = new WeakMap<HTMLElement, () => void>();
const isTelling = (title: string) => title.length >= 12 || title.split(/\s+/).filter(word => word !== '').length >= 3;

async function linkTo({ tid, title, slug, postcount, timestampISO, isSolved }: Topic, container: HTMLElement) {
	const link = element('a', {
		href: `${config.relative_path}/topic/${slug}`, target: '_blank', rel: 'noopener', class: 'forum-terms-similar-title',
	}, title, element('span', { class: 'visually-hidden' }, ` ${await say('forum-terms:similar.new-tab')}`));
	link.addEventListener('click', () => noteOpened(container, tid));
	// The middle mouse button also opens a tab.
	link.addEventListener('auxclick', () => noteOpened(container, tid));
	const facts = [await say('forum-terms:similar.posts', postcount), localDay(timestampISO)];
	return element('li', { class: 'd-flex gap-2 align-items-baseline mb-1' }, link,
		...isSolved ? [element('span', { class: 'badge text-bg-success flex-shrink-0' }, await say('forum-terms:similar.solved'))] : [],
		element('span', { class: 'text-muted text-xs text-nowrap ms-auto flex-shrink-0 d-none d-md-inline' }, facts.join(' · ')));
}

/** The list below a title; exists from the start, so that screen readers announce its contents. */
async function panelFor(input: HTMLInputElement, container: HTMLElement) {
	const [heading, dismiss] = await Promise.all([say('forum-terms:similar.title'), say('forum-terms:similar.dismiss')]);
	const status = element('p', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
	const list = element('ul', { class: 'list-unstyled mb-0 text-sm' });
	const close = element('button', { class: 'btn-close', type: 'button', 'aria-label': dismiss });
	const box = element('section', { class: 'forum-terms-similar border rounded-1 p-2 mb-2 d-none', 'aria-label': heading },
		element('div', { class: 'd-flex align-items-center mb-1' },
			element('span', { class: 'text-sm fw-semibold me-auto' }, heading), close), list);
	const root = element('div', {}, status, box);
	(input.closest('.title-container') ?? input).after(root);
	let isDismissed = false;
	const hide = () => {
		box.classList.add('d-none');
		status.textContent = '';
	};
	close.addEventListener('click', () => {
		isDismissed = true;
		hide();
		input.focus();
	});
	return {
		isDismissed: () => isDismissed,
		hide,
		async show(topics: readonly Topic[]): Promise<void> {
			const rows = await Promise.all(topics.map(topic => linkTo(topic, container)));
			const sentence = await say(topics.length === 1 ? 'forum-terms:similar.one' : 'forum-terms:similar.many', topics.length);
			if (!isDismissed) {
				list.replaceChildren(...rows);
				box.classList.remove('d-none');
				status.textContent = sentence;
			}
		},
	};
}

async function watch({ postContainer, postData }: Enhanced): Promise<void> {
	const container = first(postContainer);
	const input = container?.querySelector<HTMLInputElement>('input.title, input[name="title"]');
	if (!container || !input || postData.tid || postData.pid || container.querySelector('.forum-terms-similar')) {
		return;
	}
	const panel = await panelFor(input, container);
	let timer = 0;
	let asked = '';
	async function look(): Promise<void> {
		const title = input?.value.trim() ?? '';
		const cid = Number(postData.cid);
		const question = `${cid} ${title}`;
		if (question === asked || panel.isDismissed()) {
			return;
		}
		asked = question;
		if (!(cid > 0) || !isTelling(title)) {
			panel.hide();
			return;
		}
		const { topics } = await api.get<{ topics: Topic[] }>('/plugins/forum-terms/posting/similar', {
			cid: String(cid), title: title.slice(0, 255),
		});
		// The author has typed on, so this answer is outdated.
		if (question === asked) {
			await (topics.length > 0 ? panel.show(topics) : Promise.resolve(panel.hide()));
		}
	}
	const searchSoon = () => {
		window.clearTimeout(timer);
		timer = window.setTimeout(() => {
			look().catch(() => undefined);
		}, quietMs);
	};
	looks.set(container, searchSoon);
	input.addEventListener('input', searchSoon);
	input.addEventListener('focus', searchSoon);
	searchSoon();
}

/** Shows similar topics while a title is typed (clause 3). */
export function init(): void {
	if (config.forumTerms?.checklistSimilar && config.loggedIn) {
		onComposer((data: Enhanced) => {
			watch(data).catch(() => undefined);
		});
		// Another category has other topics.
		document.addEventListener('forum-terms:checklist-shown', (event) => {
			looks.get((event as CustomEvent<{ container: HTMLElement }>).detail.container)?.();
		});
	}
}
