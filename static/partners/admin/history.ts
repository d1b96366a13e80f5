import type { HistoryEvent } from 'forum-terms/partners/admin/desk';
import { element, say } from 'forum-terms/kit/dom';
import { localMoment } from 'forum-terms/kit/local-time';

/** One event as a sentence. */
async function sentence({ kind, facts }: HistoryEvent): Promise<string> {
	const words = await Promise.all(facts.map(async fact =>
		(typeof fact === 'string' ? fact : say(`admin/plugins/forum-terms:${fact.word}`))));
	return say(`admin/plugins/forum-terms:partner.event.${kind}`, ...words);
}

export async function showHistory(list: HTMLElement, events: readonly HistoryEvent[]): Promise<void> {
	list.replaceChildren(...await Promise.all(events.map(async (event) => {
		const by = event.by > 0 ? event.byName || `#${event.by}` : await say('admin/plugins/forum-terms:partner.by-itself');
		return element('li', { class: 'border-bottom py-1' },
			element('span', { class: 'text-muted' }, `${localMoment(event.at)} · ${by}: `), await sentence(event));
	})));
}
