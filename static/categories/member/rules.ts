import * as hooks from 'hooks';
import { element, first, say } from 'forum-terms/kit/dom';
import { onComposer } from 'forum-terms/posting/member/composer-opened';
import { placeOf, type PostData } from 'forum-terms/posting/member/composer-place';
import { asked } from 'forum-terms/posting/member/posting';

interface Opened { postContainer: unknown; postData: PostData }

/** From here up there is room for the rules and what they are about; theme-independent. */
const wide = window.matchMedia('(min-width: 768px)');

let made = 0;

/** The rules, to unfold; `html` is sanitised by the server. */
async function rulesBox(html: string, isOpen: boolean): Promise<HTMLDetailsElement> {
	made += 1;
	const id = `forum-terms-rules-${made}`;
	const text = element('div', { class: 'forum-terms-rules-text', id });
	text.innerHTML = html;
	const box = element('details', { class: 'forum-terms-rules border rounded-1 bg-body text-body text-sm px-3 py-2' },
		element('summary', { class: 'fw-semibold', 'aria-controls': id }, await say('forum-terms:rules.title')), text);
	box.open = isOpen;
	return box;
}

/** On a category's page, above its topics (clause 5). */
async function showOnPage(): Promise<void> {
	const { forumTermsRules: html } = ajaxify.data as { forumTermsRules?: unknown };
	// HOST: harmony has a header with the description; persona has the subcategories first.
	const header = document.querySelector('.category-header');
	const list = document.querySelector('[component="category"], #category-no-topics');
	if (typeof html !== 'string' || !list || document.querySelector('.forum-terms-rules-here')) {
		return;
	}
	const slot = element('div', { class: 'forum-terms-rules-here' });
	if (header) {
		header.append(slot);
	} else {
		(list.closest('.category')?.firstElementChild ?? list).before(slot);
	}
	slot.append(await rulesBox(html, wide.matches));
}

/** The rules shown in a composer, by the place they belong to. */
const shown = new WeakMap<HTMLElement, string>();

/** HOST: composer-default/static/templates/composer.tpl begins with the title's row, on phones below a bar. */
async function showInComposer({ postContainer, postData }: Opened): Promise<void> {
	const container = first(postContainer);
	const title = container?.querySelector('.title-container');
	const place = placeOf(postData);
	const key = JSON.stringify(place);
	if (!container || !title || place.pid !== undefined || shown.get(container) === key) {
		return;
	}
	shown.set(container, key);
	const { rules } = Object.keys(place).length > 0 ? await asked(place) : { rules: null };
	const isReply = place.tid !== undefined;
	const box = rules && await rulesBox(rules.html, !isReply && wide.matches);
	// If the category changes twice in a row, the second wins.
	if (shown.get(container) !== key) {
		return;
	}
	container.querySelector('.forum-terms-rules')?.remove();
	if (box) {
		title.before(box);
		// People who write have read them, and need the room.
		container.querySelector('textarea')?.addEventListener('focus', () => {
			box.open = false;
		}, { once: true });
	}
	// HOST: composer-default/static/lib/composer/resize.js reads the least height of the composer on this event.
	window.dispatchEvent(new Event('resize'));
}

/** The rules of a category, on its page and above a composer that writes there (clause 5). */
export function init(): void {
	hooks.on('action:ajaxify.end', () => {
		showOnPage().catch(() => undefined);
	});
	// The first page may be rendered before this module loads.
	showOnPage().catch(() => undefined);
	onComposer((data: Opened) => {
		showInComposer(data).catch(() => undefined);
	});
	// HOST: composer-default/static/lib/composer/categoryList.js triggers this on the window, through jQuery.
	$(window).on('action:composer.changeCategory', (_event, data) => {
		showInComposer(data as Opened).catch(() => undefined);
	});
}
