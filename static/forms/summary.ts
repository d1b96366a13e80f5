import { element, say } from 'forum-terms/kit/dom';
import { marksChanged, problemAt } from 'forum-terms/forms/mark';

/** A marked field: its label, its control, and how to get there. */
export interface Entry { label: string; control: HTMLElement; go(): void }

interface Summary {
	root: HTMLElement;
	/** Lists the marked fields and takes the focus; each line disappears with its mark. */
	show(entries: readonly Entry[]): void;
}

const most = 3;

/** The list of problems: the first three link to their fields, the rest are counted. */
export async function problemSummary(): Promise<Summary> {
	const title = await say('forum-terms:checklist.missing');
	// The number is inserted later, so that changes show at once.
	const more = await say('forum-terms:checklist.missing-more', '\u0001');
	const root = element('div', {
		class: 'alert alert-danger py-2 px-3 mb-3 d-none', role: 'group', 'aria-label': title, tabindex: '-1',
	});
	let listed: readonly Entry[] = [];

	function lineOf({ label, control, go }: Entry): HTMLElement {
		const link = element('a', { class: 'alert-link', href: '#' }, label);
		link.addEventListener('click', (event) => {
			// A hash in the address would be a page of its own to NodeBB, and on a phone it closes the composer.
			event.preventDefault();
			event.stopPropagation();
			go();
		});
		return element('li', {}, link, ' ', element('span', { class: 'text-sm' }, problemAt(control)));
	}
	function render(): void {
		listed = listed.filter(({ control }) => problemAt(control) !== '');
		const rest = listed.length - most;
		root.classList.toggle('d-none', listed.length === 0);
		root.replaceChildren(element('p', { class: 'mb-1' }, title), element('ul', { class: 'mb-0 ps-3' },
			...listed.slice(0, most).map(lineOf), ...rest > 0 ? [element('li', {}, more.replace('\u0001', String(rest)))] : []));
	}
	function follow(): void {
		if (root.isConnected) {
			render();
		} else {
			document.removeEventListener(marksChanged, follow);
		}
	}
	return {
		root,
		show(entries) {
			listed = entries;
			render();
			if (entries.length > 0) {
				document.addEventListener(marksChanged, follow);
				root.focus();
			}
		},
	};
}
