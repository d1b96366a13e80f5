import type { RequestHandler, Router } from 'express';
import type { Context } from '../host/context';
import type { ControllerHelpers } from './controller-helpers';
import { localsOf, param } from './forum-request';
import type { ForumMiddleware } from './middleware';
import type { RouteHelpers } from './route-helpers';
import type { TemplateEngine } from './templates';

/** Log-in, registration and the pages of an account. */
export function mountAccountPages(
	router: Router, c: Context, { setupPageRoute }: RouteHelpers, middleware: ForumMiddleware,
	helpers: ControllerHelpers, engine: TemplateEngine,
): void {
	const { exposeUid, buildAccountData, ensureLoggedIn, checkAccountPermissions } = middleware;
	const open = [exposeUid, buildAccountData] as RequestHandler[];
	const own = [exposeUid, buildAccountData, ensureLoggedIn, checkAccountPermissions] as RequestHandler[];

	for (const name of ['login', 'register']) {
		setupPageRoute(router, `/${name}`, [], async (req, res) => {
			if (req.loggedIn) {
				helpers.redirect(res, '/');
				return;
			}
			// HOST: src/middleware/render.js fires `filter:<template>.build` for every page.
			const { templateData } = await c.hooks.fire(`filter:${name}.build`, { req, res, templateData: { regFormEntry: [] } });
			res.render(name, { ...templateData, title: `[[global:${name}]]` });
		});
	}
	setupPageRoute(router, '/register/complete', [], async (req, res) => {
		const { registration, errors = [] } = req.session;
		if (!registration) {
			helpers.redirect(res, '/register');
			return;
		}
		delete req.session.errors;
		const language = await helpers.languageOf(res);
		const { interstitials } = await c.approvals.interstitials(req, registration);
		const sections = await Promise.all(interstitials.map(({ template, data }) =>
			engine.render(template, { ...data, config: { relative_path: '' } }, language)));
		res.render('registerComplete', {
			title: '[[register:interstitial.intro-new]]', sections, errors, isNew: registration.register === true,
		});
	});

	setupPageRoute(router, '/user/:userslug', open, async (_req, res) => {
		const { userData = {} } = localsOf(res);
		res.render('account/profile', { ...userData, title: userData.username });
	});
	setupPageRoute(router, '/user/:userslug/consent', own, async (_req, res) => {
		res.render('account/consent', { ...localsOf(res).userData, title: '[[user:consent.title]]' });
	});
	setupPageRoute(router, '/user/:userslug/edit', own, async (_req, res) => {
		const { userData = {}, uid = 0 } = localsOf(res);
		const { userLang } = await c.accounts.getSettings(uid);
		res.render('account/edit', {
			...userData, title: '[[user:edit-profile]]',
			languages: ['en-GB', 'de'].map(code => ({ code, selected: code === userLang })),
		});
	});
	setupPageRoute(router, '/notifications', [ensureLoggedIn as RequestHandler], async (req, res) => {
		const ids = await c.db.getSortedSetRevRange(`uid:${req.uid}:notifications:unread`, 0, 49);
		const rows = (await c.db.getObjects(ids.map(id => `notifications:${id}`))).filter(row => row !== null);
		res.render('notifications', { title: '[[pages:notifications]]', notifications: rows });
	});
	setupPageRoute(router, '/me/:page?', [ensureLoggedIn as RequestHandler], async (req, res) => {
		const page = param(req, 'page');
		const slug = String(await c.accounts.getUserField(req.uid, 'userslug'));
		helpers.redirect(res, `/user/${slug}${page ? `/${page}` : ''}`);
	});
}
