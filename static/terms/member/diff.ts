/**
 * Unfolds what the address points at. Browsers do so themselves for a link on the page, but not after NodeBB has
 * loaded the page by script.
 */
function unfold(): void {
	const id = decodeURIComponent(location.hash.slice(1));
	const target = id === '' ? null : document.getElementById(id);
	const folded = target?.closest<HTMLDetailsElement>('details:not([open])');
	if (target && folded) {
		folded.open = true;
		target.scrollIntoView();
	}
}

let isWatching = false;

/** The comparison of two versions. */
export function init(): void {
	unfold();
	if (!isWatching) {
		isWatching = true;
		window.addEventListener('hashchange', unfold);
	}
}
