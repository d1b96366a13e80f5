/** Sections by a name that they no longer have. */
const moved: Record<string, string> = { proof: 'records' };

/** Opens a section by its name, or what is around the place with that id; a name that is not there opens nothing. */
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

/** The areas of a page: each has an address, and the one that is open is in sight on a phone, where they scroll. */
export function initAreas(root: HTMLElement): void {
	root.addEventListener('shown.bs.tab', ({ target }) => {
		if (target instanceof HTMLElement && target.id) {
			// HOST: public/src/ajaxify.js keeps its own state there, and comes back by it.
			history.replaceState(history.state, '', `#${target.id.replace(/^tab-/, '')}`);
			target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
		}
	});
	root.addEventListener('click', ({ target }) => {
		const opener = target instanceof Element ? target.closest<HTMLElement>('[data-opens]') : null;
		if (opener?.dataset.opens) {
			openArea(root, opener.dataset.opens);
		}
	});
	const follow = () => (root.isConnected ? openArea(root, window.location.hash.slice(1)) :
		window.removeEventListener('hashchange', follow));
	window.addEventListener('hashchange', follow);
	follow();
}
