import type { Answer, Checklist } from 'forum-terms/checklist/member/model';
import type { Row } from 'forum-terms/checklist/member/row';
import { wordsOf } from 'forum-terms/checklist/member/words';
import { element, say } from 'forum-terms/kit/dom';
import { foldable } from 'forum-terms/kit/fold';

/** What is remembered about the author: one line, confirmed by continuing, and the questions behind it. */
interface Remembered {
	nodes: HTMLElement[];
	/** Shows the questions where going on would not confirm the line: changed, marked, or in the way of the topic. */
	arrange(): void;
	open(): void;
}

/** The items shown as remembered; one that depends on another follows it instead. */
export function rememberedKeys({ items, remembered = {} }: Checklist): Set<string> {
	const group = new Set<string>();
	for (const { key, shownWhen } of items) {
		if (remembered[key] !== undefined && (!shownWhen?.item || group.has(shownWhen.item))) {
			group.add(key);
		}
	}
	return group;
}

const isEqual = (one: Answer | undefined, other: Answer | undefined) => JSON.stringify(one) === JSON.stringify(other);

export async function rememberedGroup(checklist: Checklist, rows: Map<string, Row>): Promise<Remembered> {
	const keys = rememberedKeys(checklist);
	const mine = checklist.items.filter(({ key }) => keys.has(key));
	if (mine.length === 0) {
		return { nodes: [], arrange: () => undefined, open: () => undefined };
	}
	const words = mine.map(item => wordsOf(item, checklist.remembered?.[item.key])).filter(text => text !== '').join(', ');
	const [sentence, change, heading] = await Promise.all([
		say('forum-terms:checklist.same', '\u0001'), say('forum-terms:checklist.change'), say('forum-terms:checklist.remembered'),
	]);
	const button = element('button', { type: 'button', class: 'btn btn-sm btn-link p-0 ms-2 align-baseline', 'data-action': 'change' }, change);
	const line = element('p', { class: 'forum-terms-same border rounded-1 px-3 py-2 mb-3' }, sentence.replace('\u0001', words), button);
	const group = element('fieldset', { class: 'forum-terms-remembered border rounded-1 px-3 pt-2 mb-3' },
		element('legend', { class: 'fs-6 fw-semibold mb-2' }, heading), ...mine.flatMap(({ key }) => rows.get(key)?.root ?? []));
	const folding = element('div', {}, group);
	const fold = foldable(folding, open);
	function open(): void {
		line.classList.add('d-none');
		fold(false);
	}
	fold(true);
	button.addEventListener('click', () => {
		open();
		rows.get(mine[0]?.key ?? '')?.control.focus();
	});
	return {
		nodes: [line, folding],
		open,
		arrange() {
			const isWhole = mine.every(({ key }) => {
				const row = rows.get(key);
				return isEqual(row?.read(), checklist.remembered?.[key]) && !row?.isInTheWay();
			});
			if (!isWhole || words === '') {
				open();
			}
		},
	};
}
