import { element, say } from 'forum-terms/kit/dom';

/** One problem: the item, what is wrong, and how to get there. */
interface Entry { prompt: string; problem: string; go(): void }

/** The list of all problems; it takes the focus, and each line leads to its field. */
export async function summary(): Promise<{ root: HTMLElement; show(entries: readonly Entry[]): void }> {
	const title = await say('forum-terms:checklist.missing');
	const root = element('div', { class: 'alert alert-danger py-2 px-3 d-none', role: 'alert', tabindex: '-1' });

	function lineOf({ prompt, problem, go }: Entry): HTMLElement {
		const link = element('a', { class: 'alert-link', href: '#' }, prompt);
		link.addEventListener('click', (event) => {
			// NodeBB would treat a hash in the address as a page, and on a phone it closes the composer.
			event.preventDefault();
			event.stopPropagation();
			go();
		});
		return element('li', {}, link, ...problem ? [' ', element('span', { class: 'text-sm' }, problem)] : []);
	}

	return {
		root,
		show(entries) {
			root.classList.toggle('d-none', entries.length === 0);
			root.replaceChildren(...entries.length > 0 ? [
				element('p', { class: 'mb-1' }, title), element('ul', { class: 'mb-0 ps-3' }, ...entries.map(lineOf)),
			] : []);
			if (entries.length > 0) {
				root.focus();
			}
		},
	};
}
