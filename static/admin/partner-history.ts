import { momentText, type HistoryEvent } from 'forum-terms/admin-partner-desk';
import { element, say } from 'forum-terms/dom';

/** One event in words: what happened, to whom, by whom. */
async function sentence(event: HistoryEvent): Promise<string> {
	const role = event.role ? await say(`admin/plugins/forum-terms:partner.role.${event.role}`) : '';
	const person = event.name || (event.uid ? `#${event.uid}` : '');
	const facts: Record<string, (string | number)[]> = {
		joined: [person, role], left: [person, role], described: [event.company ?? '', event.level || '–'],
		suspended: [event.clause ?? '', event.reason ?? ''], lifted: [event.reason ?? ''], 'level-ended': [event.level ?? ''],
		halted: [person, event.reason ?? ''], resumed: [person, event.reason ?? ''], peeked: [person],
	};
	const known = facts[event.kind];
	// Other parts of the plugin record more; what has no sentence here is named by its kind.
	return known ? say(`admin/plugins/forum-terms:partner.event.${event.kind}`, ...known) : event.kind;
}

export async function showHistory(list: HTMLElement, events: readonly HistoryEvent[]): Promise<void> {
	list.replaceChildren(...await Promise.all(events.map(async (event) => {
		const by = event.by > 0 ? event.byName || `#${event.by}` : await say('admin/plugins/forum-terms:partner.by-itself');
		return element('li', { class: 'border-bottom py-1' },
			element('span', { class: 'text-muted' }, `${momentText(event.at)} · ${by}: `), await sentence(event));
	})));
}
