import { showMoments } from 'forum-terms/kit/local-time';
import { initActs } from 'forum-terms/access/admin/acts';
import { initPlanner } from 'forum-terms/access/admin/planner';

/** The staff page about restrictions. */
export function init(): void {
	const root = document.querySelector<HTMLElement>('[data-role="restrictions"]');
	if (!root) {
		return;
	}
	showMoments(root);
	const found = root.querySelector<HTMLElement>('[data-role="case"]');
	if (found) {
		initActs(found);
	}
	const planner = root.querySelector<HTMLFormElement>('form[data-role="planner"]');
	if (planner) {
		initPlanner(planner, root);
	}
}
