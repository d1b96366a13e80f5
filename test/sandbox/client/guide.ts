import * as drafts from './drafts.js';

interface Lent { draft: drafts.Draft | null; acts: { at: string; text?: string }[] }
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What the guide lends this page: the text for the composer is put there at once, or an unsent one dropped. */
export function lent(): Lent | null {
	const given = JSON.parse(document.getElementById('sandbox-lent')?.textContent ?? 'null') as Lent | null;
	if (given) {
		drafts.lend(given.draft);
	}
	return given;
}

/** The element as soon as it can be seen; null if it does not come. */
async function seen(selector: string): Promise<HTMLElement | null> {
	for (let tries = 0; tries < 100; tries += 1) {
		const found = document.querySelector<HTMLElement>(selector);
		if (found?.checkVisibility()) {
			return found;
		}
		await new Promise((resolve) => {
			setTimeout(resolve, 50);
		});
	}
	return null;
}

/**
 * Types and presses in the visitor's place, one after the other; stops where something is not there, and is marked as
 * done otherwise.
 */
export async function act(given: Lent | null): Promise<void> {
	for (const { at, text } of given?.acts ?? []) {
		const element = await seen(at);
		if (!element) {
			return;
		}
		if (text === undefined) {
			element.click();
		} else {
			(element as Control).value = text;
			element.dispatchEvent(new Event('input', { bubbles: true }));
			element.dispatchEvent(new Event('change', { bubbles: true }));
		}
	}
	document.getElementById('sandbox-lent')?.setAttribute('data-done', '');
}
