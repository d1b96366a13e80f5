import { attemptIn } from 'forum-terms/kit/form';

/** A part of the ACP page with what it needs: its elements, and a place for what goes wrong. */
interface DeskSection {
	section: HTMLElement;
	/** An element that the template has; without it nothing works, so it is an error. */
	at<T extends HTMLElement>(selector: string): T;
	/** Says what went wrong in the section's own words, and puts the focus there. */
	attempt(work: () => Promise<void>): void;
}

/** The section of that role; null where the page has none. `problem` is the role of its alert. */
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

/** Once, when somebody looks at a tab for the first time; at once where they were quicker than the script. */
export function whenOpened(root: HTMLElement, tabId: string, open: () => void): void {
	const tab = root.querySelector(`#${tabId}`);
	if (tab?.classList.contains('active')) {
		open();
	} else {
		tab?.addEventListener('shown.bs.tab', open, { once: true });
	}
}
