import * as api from 'api';
import * as hooks from 'hooks';
import { forgetUnsent } from 'forum-terms/checklist/member/checklist';
import type { SentChecklist } from 'forum-terms/checklist/member/model';
import { failed, overcome, PlainError, say } from 'forum-terms/kit/dom';
import { settle } from 'forum-terms/posting/member/gate';

interface Options { options: { method?: string; data?: unknown } }

const button = '[component="topic/quickreply/button"]';
// Clicks that were settled and are dispatched again.
const settled = new WeakSet<Event>();
// Answers for the reply that is about to be sent.
let waiting: { tid: string; checklist: SentChecklist } | null = null;

const textIn = () => document.querySelector<HTMLTextAreaElement>('[component="topic/quickreply/text"]')?.value ?? '';

/** HOST: public/src/modules/quickreply.js rejects short texts itself, and then sends nothing. */
const isSendable = () => app.user.isAdmin === true || !(textIn().length < Number(config.minimumPostLength));

async function settleAndSend(target: HTMLElement): Promise<void> {
	overcome();
	const { tid } = ajaxify.data;
	const place: Record<string, string> = typeof tid === 'number' || typeof tid === 'string' ? { tid: String(tid) } : {};
	try {
		const said = await settle(place, textIn());
		if (said === null) {
			failed(new PlainError(await say('forum-terms:gate.stopped-reply')));
			return;
		}
		await Promise.all(said.accept.map(version => api.post(
			`/plugins/forum-terms/terms/${version}/acceptance`, { language: config.userLang })));
		waiting = said.checklist && place.tid ? { tid: place.tid, checklist: said.checklist } : null;
	} catch (error) {
		failed(error instanceof Error ? error : await say('forum-terms:gate.failed'));
		return;
	}
	const again = new MouseEvent('click', { bubbles: true, cancelable: true });
	settled.add(again);
	target.dispatchEvent(again);
}

/**
 * Adds the answers to the quick reply's request. HOST: public/src/modules/api.js fires this for every request without
 * its address; `data` is its JSON.
 */
function addAnswers(payload: Options): Options {
	const { method, data } = payload.options;
	if (!waiting || method !== 'POST' || typeof data !== 'string') {
		return payload;
	}
	const body = JSON.parse(data) as { tid?: number | string; content?: unknown };
	if (typeof body.content === 'string' && `${body.tid}` === waiting.tid) {
		payload.options.data = JSON.stringify({ ...body, forumTerms: { checklist: waiting.checklist } });
		waiting = null;
	}
	return payload;
}

/** The quick reply has no hook, so its click is captured, settled, and dispatched again. */
export function init(): void {
	hooks.on('filter:api.options', addAnswers);
	hooks.on('action:quickreply.success', forgetUnsent);
	document.addEventListener('click', (event) => {
		const target = event.target instanceof Element ? event.target.closest<HTMLElement>(button) : null;
		if (!target || settled.has(event) || !isSendable()) {
			return;
		}
		event.preventDefault();
		event.stopImmediatePropagation();
		waiting = null;
		void settleAndSend(target);
	}, true);
}
