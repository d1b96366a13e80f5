import { attemptIn } from 'forum-terms/forms/form';

/** A section of the ACP page: its elements, and a place for errors. */
interface DeskSection {
	section: HTMLElement;
	/** An element of the template; throws if it is missing. */
	at<T extends HTMLElement>(selector: string): T;
	/** Shows an error in the section's alert and focuses it. */
	attempt(work: () => Promise<void>): void;
}

/** The section with this role; null if the page has none. `problem` is the role of its alert. */
export function deskSection(root: HTMLElement, role: string, problem: string): DeskSection | null {
	const section = root.querySelector<HTMLElement>(`[data-role="${role}"]`);
	if (!section) {
		return null;
	}
	const at = <T extends HTMLElement>(selector: string): T => {
		const found = section.querySelector<T>(selector);
		if (!found) {
			throw new Error(`no ${selector}`);
		}
		return found;
	};
	return { section, at, attempt: attemptIn(() => at(`[data-role="${problem}"]`)) };
}

/** Runs once, when a tab is first opened; immediately if it already is. */
export function whenOpened(root: HTMLElement, tabId: string, open: () => void): void {
	const tab = root.querySelector(`#${tabId}`);
	if (tab?.classList.contains('active')) {
		open();
	} else {
		tab?.addEventListener('shown.bs.tab', open, { once: true });
	}
}
