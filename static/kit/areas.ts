/** Former names of areas. */
const moved: Record<string, string> = { proof: 'records' };

/** Opens an area by its name, or the one that contains the element with that id; ignores unknown names. */
export function openArea(root: HTMLElement, name: string): void {
	const wanted = name.replace(/^(tab|pane)-/, '');
	const place = [`tab-${moved[wanted] ?? wanted}`, name].map(id => document.getElementById(id)).find(found => found);
	const pane = place?.parentElement?.closest<HTMLElement>('.tab-pane');
	const tab = document.getElementById(pane?.getAttribute('aria-labelledby') ?? '');
	if (!place || !root.contains(place)) {
		return;
	}
	if (tab) {
		openArea(root, tab.id);
	}
	if (place.getAttribute('role') === 'tab') {
		place.click();
	} else {
		place.scrollIntoView({ block: 'center' });
		place.focus();
	}
}

/** The areas of a page: each has an address, and the open one scrolls into view on phones. */
export function initAreas(root: HTMLElement): void {
	root.addEventListener('shown.bs.tab', ({ target }) => {
		if (target instanceof HTMLElement && target.id) {
			// HOST: public/src/ajaxify.js keeps its state there, for going back.
			history.replaceState(history.state, '', `#${target.id.replace(/^tab-/, '')}`);
			target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
		}
	});
	root.addEventListener('click', ({ target }) => {
		const opener = target instanceof Element ? target.closest<HTMLElement>('[data-opens]') : null;
		if (opener?.dataset.opens) {
			openArea(root, opener.dataset.opens);
			// The step that everybody takes first there.
			root.querySelector<HTMLElement>(`[data-role="${opener.dataset.presses ?? ''}"]`)?.click();
		}
	});
	const follow = () => (root.isConnected ? openArea(root, window.location.hash.slice(1)) :
		window.removeEventListener('hashchange', follow));
	window.addEventListener('hashchange', follow);
	follow();
}
