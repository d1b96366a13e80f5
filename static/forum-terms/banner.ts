import { element, say } from 'forum-terms/dom';

const remembered = (version: string) => `forum-terms:banner:${version}`;

function isDismissed(version: string): boolean {
	try {
		return localStorage.getItem(remembered(version)) !== null;
	} catch {
		return false;
	}
}

/** Tells of a change that asks nobody (notice `banner`), until it is dismissed in this browser. */
export function init(): void {
	const banner = config.forumTerms?.banners.find(({ version }) => !isDismissed(version));
	if (!banner || document.querySelector('.forum-terms-banner')) {
		return;
	}
	const show = async () => {
		const dismiss = element('button', {
			type: 'button', class: 'btn-close', 'aria-label': await say('forum-terms:banner.dismiss'),
		});
		const bar = element('div', { class: 'forum-terms-banner alert alert-info alert-dismissible mb-3', role: 'status' },
			`${await say('forum-terms:banner.changed', banner.title, banner.changelog)} `,
			element('a', { class: 'alert-link', href: `${config.relative_path}/forum-terms/${banner.version}` },
				await say('forum-terms:banner.read')), dismiss);
		dismiss.addEventListener('click', () => {
			bar.remove();
			try {
				localStorage.setItem(remembered(banner.version), '1');
			} catch {
				// A browser without storage shows it again on the next visit.
			}
		});
		document.querySelector('#content')?.before(bar);
	};
	show().catch(() => undefined);
}
