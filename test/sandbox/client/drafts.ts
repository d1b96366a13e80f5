import * as hooks from './hooks.js';

/** A composer that was open: where it writes to and what was typed; plugins add what is theirs. */
export interface Draft {
	action: 'topic' | 'reply' | 'edit';
	place: { cid?: string; tid?: string; pid?: string };
	title: string;
	text: string;
}

interface Opened { draft: Draft; postData: object; postContainer: unknown }

const key = 'sandbox:composer';

/** As in NodeBB's composer an unsent text outlives the page: it stays in this browser until it is sent or dropped. */
export async function keep(opened: Opened): Promise<void> {
	await hooks.fire('filter:composer.drafts.save', opened);
	localStorage.setItem(key, JSON.stringify(opened.draft));
}

export function drop(): void {
	localStorage.removeItem(key);
}

/** HOST: composer-default/static/lib/composer/drafts.js `loadOpen` drops a draft that has neither text nor title. */
export function kept(): Draft | null {
	const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
	return draft && (draft.title || draft.text) ? draft : null;
}

/** A text that somebody else prepared; null drops what is there. */
export function lend(draft: Draft | null): void {
	if (draft) {
		localStorage.setItem(key, JSON.stringify(draft));
	} else {
		drop();
	}
}
