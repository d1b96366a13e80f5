interface Page { rows: HTMLElement[]; next: number | null }

interface Growing {
	list: HTMLElement | null;
	/** Asks for the next page; out of sight when there is none. */
	more: HTMLElement | null;
	/** Says that there is nothing. */
	none?: HTMLElement | null;
	/** The page that begins at a place; null is the beginning. */
	load(from: number | null): Promise<Page>;
	attempt(work: () => Promise<void>): void;
}

/** A list that grows page by page; answers how to show it from its beginning. */
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
