import { confirmed } from 'forum-terms/kit/dialog';
import { say } from 'forum-terms/kit/dom';

/** Unsaved changes; asks before a link or closing an editor discards them. */
export interface Unsaved {
	mark(what: string): void;
	clear(what: string): void;
	/** True at once without changes; otherwise the person's answer, and a yes discards them. */
	mayLose(what: string): Promise<boolean>;
}

/** By section; one that has left the page has no changes. */
const sections = new Map<HTMLElement, Set<string>>();

/** HOST: public/src/ajaxify.js asks before it follows a link while this flag is set. */
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
