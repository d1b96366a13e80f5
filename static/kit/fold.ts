/**
 * A part that folds, and that the browser's search on the page still reads. Returns how to fold and unfold it; `open`
 * is called when the search wants to show something in it.
 */
export function foldable(part: HTMLElement, open: () => void): (isFolded: boolean) => void {
	// A browser that does not know the word would show the part.
	const hidden = 'onbeforematch' in part ? 'until-found' : '';
	part.classList.add('forum-terms-fold');
	part.addEventListener('beforematch', open);
	return (isFolded) => {
		if (isFolded) {
			part.setAttribute('hidden', hidden);
		} else {
			part.removeAttribute('hidden');
		}
	};
}
