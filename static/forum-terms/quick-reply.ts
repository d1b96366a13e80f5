import * as alerts from 'alerts';
import * as api from 'api';
import { say } from 'forum-terms/dom';
import { settle } from 'forum-terms/gate';

const button = '[component="topic/quickreply/button"]';
// Clicks that were settled and are on their way a second time.
const settled = new WeakSet<Event>();

async function settleAndSend(target: HTMLElement): Promise<void> {
	const { tid } = ajaxify.data;
	const place: Record<string, string> = typeof tid === 'number' || typeof tid === 'string' ? { tid: String(tid) } : {};
	try {
		const settled = await settle(place, '');
		if (settled === null) {
			alerts.error(await say('forum-terms:gate.stopped'));
			return;
		}
		await Promise.all(settled.accept.map(version => api.post(
			`/plugins/forum-terms/terms/${version}/acceptance`, { language: config.userLang })));
	} catch (error) {
		alerts.error(error instanceof Error ? error : await say('forum-terms:gate.failed'));
		return;
	}
	const again = new MouseEvent('click', { bubbles: true, cancelable: true });
	settled.add(again);
	target.dispatchEvent(again);
}

/** The quick reply has no hook of its own, so its click is caught on the way down, settled, and sent again. */
export function init(): void {
	if (config.forumTerms?.enforcement === 'off') {
		return;
	}
	document.addEventListener('click', (event) => {
		const target = event.target instanceof Element ? event.target.closest<HTMLElement>(button) : null;
		if (!target || settled.has(event)) {
			return;
		}
		event.preventDefault();
		event.stopImmediatePropagation();
		void settleAndSend(target);
	}, true);
}
