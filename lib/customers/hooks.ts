import { hook } from '../kernel/slice/slice';

/** The forum builds a menu. */
export const customerHooks = {
	menu: hook<{ links: unknown[] }>('open', 'only a menu entry is missing', ({ links }) => {
		links.push({
			id: 'forum-terms-licences', route: 'licences', name: '[[forum-terms:licence.menu]]', icon: 'fa-key',
			visibility: { self: true, other: false, moderator: false, globalMod: false, admin: true },
		});
	}),
};
