import { hook } from '../kernel/slice/slice';
import { webhookPath } from './webhook';

const unskipped = 'a signed request is refused without a CSRF token, and the vendor sends it again';

/** The forum builds a menu; a signed request arrives. */
export const customerHooks = {
	menu: hook<{ links: unknown[] }>('open', 'only a menu entry is missing', ({ links }) => {
		links.push({
			id: 'forum-terms-licences', route: 'licences', name: '[[forum-terms:licence.menu]]', icon: 'fa-key',
			visibility: { self: true, other: false, moderator: false, globalMod: false, admin: true },
		});
	}),
	/**
	 * The signature authenticates the sender: there is no session with a CSRF token. HOST: src/middleware/user.js
	 * `authenticateRequest` requires the token unless there is a bearer token.
	 */
	unguarded: hook<{ skip: Partial<Record<string, string[]>> }>('open', unskipped, ({ skip }) => {
		skip.post = [...skip.post ?? [], `/api/v3/plugins/forum-terms${webhookPath}`];
	}),
};
