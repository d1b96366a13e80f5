import { showMoments } from 'forum-terms/kit/local-time';

/** The record of decisions: works without script, except for times in the reader's zone. */
export function init(): void {
	const root = document.querySelector<HTMLElement>('[data-role="decisions"]');
	if (root) {
		showMoments(root);
	}
}
