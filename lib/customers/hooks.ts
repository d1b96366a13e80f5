import { hook } from '../kernel/slice';
import { webhookPath } from './webhook';

const unskipped = 'a signed request is refused for want of a CSRF token; the vendor sends it again';

/** What the forum tells: a menu is built, a signed request comes in. */
export const customerHooks = {
	menu: hook<{ links: unknown[] }>('open', 'only a menu entry is missing', async ({ links }) => {
		links.push({
			id: 'forum-terms-licences', route: 'licences', name: '[[forum-terms:licence.menu]]', icon: 'fa-key',
			visibility: { self: true, other: false, moderator: false, globalMod: false, admin: true },
		});
	}),
	/**
	 * The signature stands for whoever sends it: there is no session whose CSRF token could be shown.
	 * HOST: src/middleware/user.js `authenticateRequest` asks for it wherever no bearer token comes along.
	 */
	unguarded: hook<{ skip: Partial<Record<string, string[]>> }>('open', unskipped, async ({ skip }) => {
		skip.post = [...skip.post ?? [], `/api/v3/plugins/forum-terms${webhookPath}`];
	}),
};
