import * as modals from 'modals';
import { say } from 'forum-terms/dom';

/** What has been changed and not saved yet; whoever leaves the page or closes an editor is asked. */
export interface Unsaved {
	mark(what: string): void;
	clear(what: string): void;
	/** True at once when nothing is lost; else the answer of the person, and a yes forgets the changes. */
	mayLose(what: string): Promise<boolean>;
}

export function keepUnsaved(root: HTMLElement): Unsaved {
	const changed = new Set<string>();
	// HOST: public/src/ajaxify.js asks before it follows a link as long as this flag is set.
	const tell = () => { app.flags = { ...app.flags, _unsaved: changed.size > 0 }; };
	window.addEventListener('beforeunload', (event) => {
		if (changed.size > 0 && root.isConnected) {
			event.preventDefault();
		}
	});
	const clear = (what: string) => {
		changed.delete(what);
		tell();
	};
	return {
		mark(what) {
			changed.add(what);
			tell();
		},
		clear,
		async mayLose(what) {
			if (!changed.has(what)) {
				return true;
			}
			const message = await say('admin/plugins/forum-terms:checklist.lose');
			return new Promise(resolve => modals.confirm(message, (ok) => {
				if (ok) {
					clear(what);
				}
				resolve(ok);
			}));
		},
	};
}
