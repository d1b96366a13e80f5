import { confirmed } from 'forum-terms/kit/dialog';
import { say } from 'forum-terms/kit/dom';

/** What has been changed and not saved yet; whoever follows a link or closes an editor is asked. */
export interface Unsaved {
	mark(what: string): void;
	clear(what: string): void;
	/** True at once when nothing is lost; else the answer of the person, and a yes forgets the changes. */
	mayLose(what: string): Promise<boolean>;
}

/** By section: one that has left the page has nothing to lose any more. */
const sections = new Map<HTMLElement, Set<string>>();

/** HOST: public/src/ajaxify.js asks before it follows a link as long as this flag is set. */
function tell(): void {
	[...sections.keys()].filter(root => !root.isConnected).forEach(root => sections.delete(root));
	app.flags = { ...app.flags, _unsaved: [...sections.values()].some(({ size }) => size > 0) };
}

export function keepUnsaved(root: HTMLElement): Unsaved {
	const changed = new Set<string>();
	sections.set(root, changed);
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
			const ok = !changed.has(what) || await confirmed(await say('admin/plugins/forum-terms:checklist.lose'));
			if (ok) {
				clear(what);
			}
			return ok;
		},
	};
}
