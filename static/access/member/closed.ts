import * as hooks from 'hooks';
import { tellBefore } from 'forum-terms/access/member/barred';
import { asked } from 'forum-terms/posting/member/posting';
import { say } from 'forum-terms/kit/dom';

/**
 * By template: the place's element, the buttons that start writing, and the element before which the reason appears.
 */
const places = {
	category: { id: 'cid', buttons: ['category/post'], list: '[component="category"], [component="category/topic/list"]' },
	topic: {
		id: 'tid', buttons: ['topic/reply', 'post/reply', 'post/quote', 'topic/quickreply/button', 'topic/quickreply/expand', 'topic/quickreply/upload/button'],
		list: '[component="topic"]',
	},
} as const;
const closed = 'data-forum-terms-closed';
const field = '[component="topic/quickreply/text"]';

const placeHere = () => places[(ajaxify.data.template?.name ?? '') as keyof typeof places] as typeof places.category | typeof places.topic | undefined;

async function close({ buttons }: NonNullable<ReturnType<typeof placeHere>>): Promise<void> {
	const title = await say('forum-terms:access.closed');
	for (const button of document.querySelectorAll<HTMLElement>(buttons.map(name => `[component="${name}"]`).join())) {
		button.classList.add('disabled');
		button.setAttribute('aria-disabled', 'true');
		button.setAttribute('title', title);
		button.setAttribute(closed, '');
	}
	const text = document.querySelector<HTMLTextAreaElement>(field);
	// What was typed before stays readable.
	text?.setAttribute('readonly', '');
}

/** Shows in advance that the reader may not post on this page, and why (clause 6). */
async function look(): Promise<void> {
	const place = placeHere();
	const id = place && ajaxify.data[place.id];
	if (!config.forumTerms?.isRestricted || !place || (typeof id !== 'number' && typeof id !== 'string')) {
		return;
	}
	const { access } = await asked({ [place.id]: String(id) });
	if (access.allowed || placeHere() !== place || ajaxify.data[place.id] !== id) {
		return;
	}
	await close(place);
	for (const where of [document.querySelector(place.list), document.querySelector(field)]) {
		await (where ? tellBefore(where, access) : undefined);
	}
}

export function init(): void {
	const lookAgain = () => void look().catch(() => undefined);
	hooks.on('action:ajaxify.end', lookAgain);
	hooks.on('action:posts.loaded', lookAgain);
	document.addEventListener('click', (event) => {
		if (event.target instanceof Element && event.target.closest(`[${closed}]`)) {
			event.preventDefault();
			event.stopImmediatePropagation();
		}
	}, true);
	lookAgain();
}
