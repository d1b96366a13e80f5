import { element, say } from 'forum-terms/kit/dom';
import { linkStatement } from 'forum-terms/access/member/statement-link';

const mark = 'forum-terms-barred';

/** Says before an element why posting is refused there, or removes that notice. */
export async function tellBefore(
	place: Element, { allowed, reasons }: { allowed: boolean; reasons: { message: string }[] },
): Promise<void> {
	const label = await say('forum-terms:restriction.barred');
	place.parentElement?.querySelector(`:scope > .${mark}`)?.remove();
	// The server wrote it above the page for readers without script.
	document.querySelector('[data-role="barred-page"]')?.remove();
	if (!allowed) {
		const notice = element('div', { class: `${mark} alert alert-warning py-2 mb-2`, role: 'alert', 'aria-label': label },
			reasons.map(({ message }) => message).join(' '));
		place.before(notice);
		await linkStatement(notice);
	}
}
