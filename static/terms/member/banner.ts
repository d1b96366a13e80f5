import * as hooks from 'hooks';
import { element, say } from 'forum-terms/kit/dom';

const remembered = (version: string) => `forum-terms:banner:${version}`;

function isDismissed(version: string): boolean {
	try {
		return localStorage.getItem(remembered(version)) !== null;
	} catch {
		return false;
	}
}

function remember(version: string): void {
	try {
		localStorage.setItem(remembered(version), '1');
	} catch {
		// A browser without storage shows it again on the next visit.
	}
}

interface Bar { version: string; sentence: string; link: string; href: string }

async function show({ version, sentence, link, href }: Bar): Promise<void> {
	const dismiss = element('button', {
		type: 'button', class: 'btn-close', 'aria-label': await say('forum-terms:banner.dismiss'),
	});
	const bar = element('div', { class: 'forum-terms-banner alert alert-info alert-dismissible mb-3', role: 'status' },
		`${sentence} `, element('a', { class: 'alert-link', href: `${config.relative_path}${href}` }, link), dismiss);
	dismiss.addEventListener('click', () => {
		bar.remove();
		remember(version);
	});
	if (!document.querySelector('.forum-terms-banner')) {
		place(bar);
	}
}

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

/**
 * Announces a change that asks nobody (notice `banner`), or one in its grace period, until dismissed in this browser.
 */
async function tell(): Promise<void> {
	const pending = config.forumTerms?.pending.find(({ version }) => !isDismissed(version));
	const banner = config.forumTerms?.banners.find(({ version }) => !isDismissed(version));
	if (pending) {
		const day = new Date(pending.dueAt).toLocaleDateString(config.userLang, { dateStyle: 'long' });
		await show({
			version: pending.version, sentence: await say('forum-terms:banner.pending', pending.title, day),
			link: await say('forum-terms:banner.pending-read'), href: '/forum-terms/accept',
		});
	} else if (banner) {
		await show({
			version: banner.version, sentence: await say('forum-terms:banner.changed', banner.title, banner.changelog),
			link: await say('forum-terms:banner.read'), href: `/forum-terms/${banner.version}`,
		});
	}
}

export function init(): void {
	const look = () => {
		if (!document.querySelector('.forum-terms-banner')) {
			tell().catch(() => undefined);
		}
	};
	// Every page has a content of its own.
	hooks.on('action:ajaxify.end', look);
	look();
}
