import * as hooks from 'hooks';
import * as modals from 'modals';
import { say } from 'forum-terms/kit/dom';

/** What has been changed and not saved yet; whoever leaves the page or closes an editor is asked. */
export interface Unsaved {
	mark(what: string): void;
	clear(what: string): void;
	/** True at once when nothing is lost; else the answer of the person, and a yes forgets the changes. */
	mayLose(what: string): Promise<boolean>;
}

async function asked(): Promise<boolean> {
	const message = await say('admin/plugins/forum-terms:checklist.lose');
	return new Promise(resolve => modals.confirm(message, resolve));
}

interface Watched { root: HTMLElement; isChanged: () => boolean; tell: () => void; forget: () => void }

/** Stands at every way out of the page while there is something to lose; gone with the page. */
function watchLeaving({ root, isChanged, tell, forget }: Watched): { here(): void } {
	const gone = new AbortController();
	let page = { url: location.href, state: history.state as unknown };
	let isAsking = false;
	const mayBeLost = () => {
		if (!root.isConnected) {
			gone.abort();
		}
		return root.isConnected && isChanged();
	};
	const { signal } = gone;
	window.addEventListener('beforeunload', (event) => {
		if (mayBeLost()) {
			event.preventDefault();
		}
	}, { signal });
	// HOST: public/src/modules/settings.js takes the flag back when it has saved, whatever else is open.
	document.addEventListener('click', () => {
		if (mayBeLost()) {
			tell();
		}
	}, { signal, capture: true });
	// HOST: public/src/ajaxify.js follows the Back button without a question; `go` stops for a listener that takes the
	// address out of `action:ajaxify.start`. By then the browser shows the other address, which no link has done yet.
	hooks.on('action:ajaxify.start', (payload: { url: string | null }) => {
		if (location.pathname === new URL(page.url).pathname || !mayBeLost()) {
			return;
		}
		payload.url = null;
		// The address of this page goes on top, and a yes goes back below it.
		history.pushState(page.state, '', page.url);
		if (!isAsking) {
			isAsking = true;
			asked().then((ok) => {
				isAsking = false;
				if (ok) {
					forget();
					history.back();
				}
			}, () => { isAsking = false; });
		}
	});
	return {
		here() {
			page = { url: location.href, state: history.state as unknown };
		},
	};
}

export function keepUnsaved(root: HTMLElement): Unsaved {
	const changed = new Set<string>();
	// HOST: public/src/ajaxify.js asks before it follows a link as long as this flag is set.
	const tell = () => { app.flags = { ...app.flags, _unsaved: changed.size > 0 }; };
	const leaving = watchLeaving({
		root, tell, isChanged: () => changed.size > 0,
		forget() {
			changed.clear();
			tell();
		},
	});
	const clear = (what: string) => {
		changed.delete(what);
		tell();
	};
	return {
		mark(what) {
			changed.add(what);
			leaving.here();
			tell();
		},
		clear,
		async mayLose(what) {
			const ok = !changed.has(what) || await asked();
			if (ok) {
				clear(what);
			}
			return ok;
		},
	};
}
