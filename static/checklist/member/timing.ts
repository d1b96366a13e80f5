/** Tells how long an item took: from the moment it got the focus to its answer. */
export function timeItems(root: HTMLElement, answered: (key: string) => boolean): void {
	const since = new Map<string, number>();
	const keyOf = ({ target }: Event) =>
		(target instanceof Element ? target.closest<HTMLElement>('[data-item]')?.dataset.item : undefined) ?? '';
	for (const name of ['focusin', 'pointerdown']) {
		root.addEventListener(name, (event) => {
			const key = keyOf(event);
			since.set(key, since.get(key) ?? performance.now());
		});
	}
	root.addEventListener('change', (event) => {
		const key = keyOf(event);
		if (answered(key)) {
			const ms = Math.round(performance.now() - (since.get(key) ?? performance.now()));
			since.delete(key);
			root.dispatchEvent(new CustomEvent('forum-terms:item-answered', { bubbles: true, detail: { key, ms } }));
		}
	});
}
