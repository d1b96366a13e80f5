import type { Context } from '../host/context';
import type { ControllerHelpers } from './controller-helpers';
import { localsOf, param, waited } from './forum-request';
import type { Identity } from './identity';

/** NodeBB's `./src/middleware`, as far as pages, the API and plugins name it. */
export function forumMiddleware(c: Context, { applyCSRF, authenticateRequest }: Identity, helpers: ControllerHelpers) {
	return {
		applyCSRF,
		authenticateRequest,
		autoLocale: waited(async (_req, _res, next) => next()),
		applyBlacklist: waited(async (_req, _res, next) => next()),
		maintenanceMode: waited(async (_req, _res, next) => next()),
		canViewUsers: waited(async (_req, _res, next) => next()),
		buildHeaderAsync: async (): Promise<void> => undefined,
		ensureLoggedIn: waited(async (req, res, next) => (req.loggedIn ? next() : helpers.notAllowed(req, res))),
		/** HOST: src/middleware/expose.js: an unknown name is a page that is not there. */
		exposeUid: waited(async (req, res, next) => {
			const uid = await c.accounts.getUidByUserslug(param(req, 'userslug').toLowerCase());
			localsOf(res).uid = uid;
			next(uid > 0 ? undefined : 'route');
		}),
		buildAccountData: waited(async (req, res, next) => {
			const { uid = 0 } = localsOf(res);
			const fields = ['uid', 'username', 'userslug', 'joindate', 'postcount', 'icon:text'];
			const [account, viewerIsStaff] = await Promise.all([
				c.accounts.getUserFields(uid, fields), c.accounts.isAdminOrGlobalMod(req.uid),
			]);
			const isAdmin = await c.accounts.isAdministrator(req.uid);
			const { links } = await c.hooks.fire('filter:user.profileMenu', {
				uid, callerUID: req.uid, links: [] as { visibility?: Record<string, boolean> }[],
			});
			localsOf(res).userData = {
				...account, isSelf: uid === req.uid, isStaff: viewerIsStaff,
				// HOST: src/controllers/accounts/helpers.js `filterLinks`: one of the viewer's standings is enough.
				profile_links: links.filter(({ visibility }) => Object.entries({
					self: uid === req.uid, other: uid !== req.uid, admin: isAdmin, globalMod: viewerIsStaff && !isAdmin,
				}).some(([standing, holds]) => holds && (visibility?.[standing] ?? true))),
			};
			next();
		}),
		checkAccountPermissions: waited(async (req, res, next) => {
			const isAllowed = localsOf(res).uid === req.uid || await c.accounts.isAdminOrGlobalMod(req.uid);
			return isAllowed ? next() : helpers.notAllowed(req, res);
		}),
		/** Whoever looks at pages is here. HOST: src/middleware/index.js `pageView`. */
		pageView: waited(async (req, _res, next) => {
			if (req.uid > 0) {
				await c.db.sortedSetAdd('users:online', Date.now(), req.uid);
			}
			next();
		}),
		/** A session in the middle of its registration sees nothing else. */
		registrationComplete: waited(async (req, res, next) => {
			if (!req.session.registration) {
				next();
				return;
			}
			const path = req.path.replace(/^\/api(?=\/)/, '');
			const { allowed } = await c.hooks.fire('filter:middleware.registrationComplete', {
				allowed: ['/register/complete', '/confirm/'],
			});
			if (allowed.some(start => path.startsWith(start))) {
				next();
			} else {
				helpers.redirect(res, '/register/complete');
			}
		}),
		pluginHooks: waited(async (req, res, next) => {
			await c.hooks.fire('response:router.page', { req, res });
			if (!res.headersSent) {
				next();
			}
		}),
		/** HOST: src/middleware/user.js: on pages alone; the write API knows no bans. */
		redirectToHomeIfBanned: waited(async (req, res, next) => {
			if (!req.loggedIn || await c.accounts.bans.canLoginIfBanned(req.uid)) {
				next();
			} else if (req.headers.authorization !== undefined) {
				await helpers.notAllowed(req, res, '[[error:user-banned]]');
			} else {
				req.session.destroy(() => res.redirect('/'));
			}
		}),
		isAdminPage: waited(async (req, res, next) => {
			const isAllowed = await c.accounts.isAdministrator(req.uid);
			return isAllowed ? next() : helpers.notAllowed(req, res);
		}),
	};
}

export type ForumMiddleware = ReturnType<typeof forumMiddleware>;
