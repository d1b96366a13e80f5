import * as hooks from 'hooks';
import { element, say } from 'forum-terms/kit/dom';

interface Topic { tid: number | string; forumTermsOwed?: number }

/** Labels topics with open items in lists of staff and authors; the server marks only theirs. */
async function addMarks(topics: readonly Topic[]): Promise<void> {
	for (const { tid, forumTermsOwed } of topics) {
		const row = document.querySelector(`[component="category/topic"][data-tid="${CSS.escape(String(tid))}"]`);
		const labels = row?.querySelector('[component="topic/labels"]');
		if (!forumTermsOwed || !labels || labels.querySelector('.forum-terms-owed-mark')) {
			continue;
		}
		const mark = element('span', { class: 'forum-terms-owed-mark badge border border-warning text-body' });
		labels.prepend(mark);
		mark.textContent = await say('forum-terms:evidence.owed-mark', forumTermsOwed);
	}
}

function topicsIn(data: unknown): Topic[] {
	const { topics } = data as { topics?: unknown };
	return Array.isArray(topics) ? topics as Topic[] : [];
}

export function init(): void {
	hooks.on('action:topics.loaded', (data: unknown) => {
		addMarks(topicsIn(data)).catch(() => undefined);
	});
	// The first list may be rendered before this module loads.
	addMarks(topicsIn(ajaxify.data)).catch(() => undefined);
}
