import type { Checklist } from 'forum-terms/checklist/member/model';
import { rowOf, type Row } from 'forum-terms/checklist/member/row';
import { element, say } from 'forum-terms/kit/dom';

/** The rows of a checklist by key, and their fieldset. */
interface Layout { root: HTMLElement; rows: Map<string, Row> }

let made = 0;

/** The items shown as remembered; one that depends on another follows it instead. */
function groupOf({ items, remembered = {} }: Checklist): Set<string> {
	const group = new Set<string>();
	for (const { key, shownWhen } of items) {
		if (remembered[key] !== undefined && (!shownWhen?.item || group.has(shownWhen.item))) {
			group.add(key);
		}
	}
	return group;
}

async function rowsOf(checklist: Checklist, group: Set<string>): Promise<Map<string, Row>> {
	made += 1;
	const prefix = `forum-terms-${made}`;
	return new Map(await Promise.all(checklist.items.map(async item => [item.key, await rowOf(item, `${prefix}-${item.key}`, {
		isRemembered: checklist.remembered?.[item.key] !== undefined && !group.has(item.key),
	})] as const)));
}

/** The fieldset; remembered items come first, in their own group. */
async function frameOf({ items }: Checklist, rows: Map<string, Row>, group: Set<string>, first: HTMLElement) {
	const here = (isIn: boolean) => items.filter(({ key }) => group.has(key) === isIn)
		.flatMap(({ key }) => rows.get(key)?.root ?? []);
	const remembered = group.size === 0 ? [] : [element('fieldset', {
		class: 'forum-terms-remembered border rounded-1 px-3 pt-2 mb-3',
	}, element('legend', { class: 'fs-6 fw-semibold mb-2' }, await say('forum-terms:checklist.remembered')), ...here(true))];
	return element('fieldset', { class: 'forum-terms-checklist' },
		element('legend', { class: 'visually-hidden' }, await say('forum-terms:checklist.title')),
		first, ...remembered, ...here(false));
}

/** Lays out a checklist; `first` goes above the items. */
export async function layoutOf(checklist: Checklist, first: HTMLElement): Promise<Layout> {
	const group = groupOf(checklist);
	const rows = await rowsOf(checklist, group);
	return { rows, root: await frameOf(checklist, rows, group, first) };
}
