import * as hooks from 'hooks';
import { element, say } from 'forum-terms/kit/dom';

interface Pointer { tid: number; title: string; slug: string; cid: number; category: string }

function pointersIn(data: unknown): Pointer[] {
	const { forumTermsMoved } = data as { forumTermsMoved?: unknown };
	return Array.isArray(forumTermsMoved) ? forumTermsMoved as Pointer[] : [];
}

async function rowOf({ title, slug, cid, category }: Pointer): Promise<HTMLElement> {
	const link = (path: string, text: string) => element('a', { href: `${config.relative_path}${path}` }, text);
	return element('li', { class: 'mb-1 text-break' },
		link(`/topic/${slug}`, title), ` ${await say('forum-terms:moved.now-in')} `, link(`/category/${cid}`, category));
}

/** Below a category's topics: topics that staff moved away recently, and where they are now. */
async function show(): Promise<void> {
	const pointers = pointersIn(ajaxify.data);
	const list = document.querySelector('[component="category"], #category-no-topics');
	if (pointers.length === 0 || !list || document.querySelector('.forum-terms-moved')) {
		return;
	}
	const root = element('section', {
		class: 'forum-terms-moved text-sm mt-3', 'aria-labelledby': 'forum-terms-moved',
	});
	// Inserted before its text is loaded, so that the next call finds it.
	list.after(root);
	const [heading, why] = await Promise.all([say('forum-terms:moved.title'), say('forum-terms:moved.why')]);
	root.append(
		element('h2', { id: 'forum-terms-moved', class: 'fs-6 fw-semibold' }, heading),
		element('ul', { class: 'list-unstyled mb-1' }, ...await Promise.all(pointers.map(rowOf))),
		element('p', { class: 'text-muted mb-0' }, why));
}

export function init(): void {
	// HOST: public/src/modules/topicList.js also fires it for the first list of a category.
	hooks.on('action:topics.loaded', () => {
		show().catch(() => undefined);
	});
	hooks.on('action:ajaxify.end', () => {
		show().catch(() => undefined);
	});
	// The first page may be rendered before this module loads.
	show().catch(() => undefined);
}
