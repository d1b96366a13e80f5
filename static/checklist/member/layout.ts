import type { Checklist } from 'forum-terms/checklist/member/model';
import { rememberedGroup, rememberedKeys } from 'forum-terms/checklist/member/remembered';
import { rowOf, type Row } from 'forum-terms/checklist/member/row';
import { element, say } from 'forum-terms/kit/dom';

/** The rows of a checklist by key, and their fieldset. */
interface Layout {
	root: HTMLElement;
	rows: Map<string, Row>;
	arrange(): void;
	/** Focuses an item, wherever it is. */
	reach(key: string): void;
}

let made = 0;

async function rowsOf(checklist: Checklist, group: Set<string>): Promise<Map<string, Row>> {
	made += 1;
	const prefix = `forum-terms-${made}`;
	return new Map(await Promise.all(checklist.items.map(async item => [item.key, await rowOf(item, `${prefix}-${item.key}`, {
		isRemembered: checklist.remembered?.[item.key] !== undefined && !group.has(item.key),
	})] as const)));
}

/** Lays out a checklist; `first` goes above the items, and what is remembered comes before what is asked anew. */
export async function layoutOf(checklist: Checklist, first: HTMLElement): Promise<Layout> {
	const keys = rememberedKeys(checklist);
	const rows = await rowsOf(checklist, keys);
	const remembered = await rememberedGroup(checklist, rows);
	const rest = checklist.items.filter(({ key }) => !keys.has(key)).flatMap(({ key }) => rows.get(key)?.root ?? []);
	const root = element('fieldset', { class: 'forum-terms-checklist' },
		element('legend', { class: 'visually-hidden' }, await say('forum-terms:checklist.title')),
		first, ...remembered.nodes, ...rest);
	return {
		root, rows, arrange: remembered.arrange,
		reach(key) {
			if (keys.has(key)) {
				remembered.open();
			}
			rows.get(key)?.control.focus();
		},
	};
}
