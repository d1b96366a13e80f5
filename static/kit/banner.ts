import { element, say } from 'forum-terms/kit/dom';

const remembered = (id: string) => `forum-terms:banner:${id}`;

/** Whether this banner was dismissed in this browser. */
export function isDismissed(id: string): boolean {
	try {
		return localStorage.getItem(remembered(id)) !== null;
	} catch {
		return false;
	}
}

function remember(id: string): void {
	try {
		localStorage.setItem(remembered(id), '1');
	} catch {
		// A browser without storage shows it again on the next visit.
	}
}

/** `kind`: at most one banner of each kind is shown. `href` is a complete address. */
interface Banner { kind: string; id: string; sentence: string; link: string; href: string }

/**
 * At the top of the content column. HOST: harmony and persona lay an account's cover over that place and draw its
 * picture up into it (templates/partials/account/header.tpl): there the banner comes below the picture.
 */
function place(bar: HTMLElement): void {
	const picture = document.querySelector('#content [component="account/cover"]')?.nextElementSibling;
	if (picture) {
		picture.after(bar);
	} else {
		document.querySelector('#content')?.prepend(bar);
	}
}

/** Whether a banner of this kind is on the page. */
export const isShown = (kind: string) => document.querySelector(`.forum-terms-banner[data-kind="${kind}"]`) !== null;

/** A sentence and a link at the top of the page, until it is dismissed in this browser. */
export async function showBanner({ kind, id, sentence, link, href }: Banner): Promise<void> {
	const dismiss = element('button', {
		type: 'button', class: 'btn-close', 'aria-label': await say('forum-terms:banner.dismiss'),
	});
	const bar = element('div', {
		class: 'forum-terms-banner alert alert-info alert-dismissible mb-3', role: 'status', 'data-kind': kind,
	}, `${sentence} `, element('a', { class: 'alert-link', href }, link), dismiss);
	dismiss.addEventListener('click', () => {
		bar.remove();
		remember(id);
	});
	if (!isShown(kind)) {
		place(bar);
	}
}
