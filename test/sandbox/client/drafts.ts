/** A composer that was open: where it writes to and what was typed. */
export interface Draft {
	action: 'topic' | 'reply' | 'edit';
	place: { cid?: string; tid?: string; pid?: string };
	title: string;
	content: string;
}

const key = 'sandbox:composer';

/** As in NodeBB's composer an unsent text outlives the page: it stays in this browser until it is sent or dropped. */
export function keep(draft: Draft): void {
	localStorage.setItem(key, JSON.stringify(draft));
}

export function drop(): void {
	localStorage.removeItem(key);
}

export function kept(): Draft | null {
	const text = localStorage.getItem(key);
	return text ? JSON.parse(text) as Draft : null;
}
