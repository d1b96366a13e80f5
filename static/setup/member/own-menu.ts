import * as api from 'api';
import { element, say } from 'forum-terms/kit/dom';

interface OwnPage { route: string; title: string; iconClass: string }

const mark = 'data-forum-terms-pages';
let asked: Promise<OwnPage[]> | null = null;

/** Once per page load, and only for members who are about to open their menu. */
function ownPages(): Promise<OwnPage[]> {
	asked ??= api.get<{ pages: OwnPage[] }>('/plugins/forum-terms/me/pages', {}).then(({ pages }) => pages, (error: unknown) => {
		asked = null;
		throw error;
	});
	return asked;
}

const entry = ({ route, title, iconClass }: OwnPage) => element('li', { role: 'none', [mark]: '' }, element('a', {
	class: 'dropdown-item rounded-1 d-flex align-items-center gap-2', href: `${config.relative_path}${route}`, role: 'menuitem',
}, element('i', { class: `fa fa-fw ${iconClass} text-secondary`, 'aria-hidden': 'true' }), element('span', {}, title)));

/**
 * HOST: partials/sidebar/user-menu.tpl (Harmony) and partials/header/user-menu.tpl (Persona): above the logout entry.
 */
async function fill(menu: Element): Promise<void> {
	const [pages, heading] = await Promise.all([ownPages(), say('forum-terms:menu.heading')]);
	const leave = menu.querySelector('[component="user/logout"]');
	if (leave && pages.length > 0 && !menu.querySelector(`[${mark}]`)) {
		const line = leave.previousElementSibling;
		(line?.classList.contains('dropdown-divider') ? line : leave).before(
			element('li', { role: 'presentation', class: 'dropdown-divider' }),
			element('li', { role: 'none', class: 'dropdown-header text-xs' }, heading),
			...pages.map(entry));
	}
}

/** HOST: nodebb-theme-persona/public/modules/mobile-menu.js: phones get a copy of the menu behind another button. */
const openers = '[component="header/avatar"], #mobile-chats';

/** Adds the member's own pages to the menu of their avatar when it opens. */
export function init(): void {
	const prepare = (target: EventTarget | null): void => {
		if (target instanceof Element && target.closest(openers)) {
			document.querySelectorAll('[component="header/usercontrol"]').forEach((menu) => {
				fill(menu).catch(() => undefined);
			});
		}
	};
	for (const event of ['pointerover', 'focusin', 'click']) {
		document.addEventListener(event, ({ target }) => prepare(target));
	}
	// A quick Tab gets there before this module does.
	prepare(document.activeElement);
}
