/** Sections by a name that they no longer have. */
const moved: Record<string, string> = { proof: 'records' };

/** Opens a section by its name, and the area around it; a name that is not there opens nothing. */
export function openArea(root: HTMLElement, name: string): void {
	const wanted = name.replace(/^(tab|pane)-/, '');
	const tab = root.querySelector<HTMLElement>(`#${CSS.escape(`tab-${moved[wanted] ?? wanted}`)}`) ??
		root.querySelector<HTMLElement>(`[role="tab"]#${CSS.escape(name || '-')}`);
	const around = tab?.parentElement?.closest<HTMLElement>('.tab-pane');
	if (around?.id) {
		openArea(root, around.id);
	}
	tab?.click();
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
