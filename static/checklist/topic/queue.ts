import * as hooks from 'hooks';
import { answerList } from 'forum-terms/checklist/topic/history';
import type { ShownAnswer } from 'forum-terms/checklist/topic/record';
import { element, say } from 'forum-terms/kit/dom';

interface Queued { answers: (ShownAnswer & { readers: string })[]; owed: { key: string; prompt: string }[] }
interface QueuedPost { id: string; forumTermsQueued?: Queued }

const mark = 'forum-terms-queued';

async function boxOf({ answers, owed }: Queued): Promise<HTMLElement> {
	const [heading, open] = await Promise.all([
		say('forum-terms:checklist.answered', answers.length), say('forum-terms:evidence.owed-staff', owed.length),
	]);
	return element('div', { class: `${mark} border-top mx-3 py-3 text-sm`, role: 'note', 'aria-label': heading },
		...owed.length > 0 ? [element('div', { class: 'border border-warning rounded-1 p-2 mb-2', 'data-role': 'owed' },
			element('p', { class: 'fw-semibold mb-1' }, open),
			element('ul', { class: 'mb-0 ps-3' }, ...owed.map(({ prompt }) => element('li', { class: 'text-break' }, prompt))))] : [],
		element('p', { class: 'fw-semibold mb-1' }, heading), await answerList(answers));
}

/** The answers of each waiting post below its text, and above them what is open (clause 3). */
async function show(): Promise<void> {
	const { posts, template } = ajaxify.data;
	if (template?.name !== 'post-queue' || !Array.isArray(posts)) {
		return;
	}
	for (const { id, forumTermsQueued: queued } of posts as QueuedPost[]) {
		const card = document.querySelector(`.post-queue [data-id="${CSS.escape(id)}"]`);
		if (queued && card && !card.querySelector(`.${mark}`)) {
			const box = await boxOf(queued);
			// HOST: src/views/post-queue.tpl: below the text and the field to change it.
			(card.querySelector('.post-content-editable') ?? card.lastElementChild)?.after(box);
		}
	}
}

export function init(): void {
	const again = () => void show().catch(() => undefined);
	hooks.on('action:ajaxify.end', again);
	again();
}
