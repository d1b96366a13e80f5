interface Page { rows: HTMLElement[]; next: number | null }

interface Growing {
	list: HTMLElement | null;
	/** The button for the next page; hidden if there is none. */
	more: HTMLElement | null;
	/** Shown if the list is empty. */
	none?: HTMLElement | null;
	/** Loads the page from a position; null is the beginning. */
	load(from: number | null): Promise<Page>;
	attempt(work: () => Promise<void>): void;
}

/** A list that grows page by page; returns a function that shows it from the beginning. */
export function growingList({ list, more, none, load, attempt }: Growing): () => Promise<void> {
	let next: number | null = null;
	let asked = 0;
	async function show(from: number | null): Promise<void> {
		asked += 1;
		const mine = asked;
		const page = await load(from);
		if (mine !== asked) {
			// Something else was chosen meanwhile.
			return;
		}
		if (from === null) {
			list?.replaceChildren();
		}
		list?.append(...page.rows);
		({ next } = page);
		more?.classList.toggle('d-none', next === null);
		none?.classList.toggle('d-none', (list?.childElementCount ?? 0) > 0);
	}
	more?.addEventListener('click', () => attempt(() => show(next)));
	return () => show(null);
}
