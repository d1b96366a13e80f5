import type { NextFunction, Request, Response } from 'express';
import type { Context } from '../host/context';
import type { Row } from '../host/database';
import { decoded } from '../host/translator';
import type { Guide } from '../guide/guide';
import type { Assets } from './assets';
import { pageAddress } from './client-bundle';
import { localsOf, type ForumRequest } from './forum-request';
import { csrfOf } from './identity';
import type { TemplateEngine } from './templates';

/** What NodeBB's `/api/config` tells a browser. */
export async function forumConfig(c: Context, req: ForumRequest): Promise<Row> {
	const { userLang } = await c.accounts.getSettings(req.uid);
	const { lang } = req.query;
	const config: Row = {
		relative_path: '', csrf_token: csrfOf(req), uid: req.uid, loggedIn: req.loggedIn,
		userLang: typeof lang === 'string' ? lang : userLang, defaultLang: c.config.defaultLang,
	};
	await c.hooks.fire('filter:config.get', config);
	return config;
}

async function userOf(c: Context, uid: number): Promise<Row> {
	const [user, isAdmin, isAdminOrGlobalMod] = await Promise.all([
		c.accounts.getUserFields(uid, ['uid', 'username', 'userslug', 'icon:text', 'icon:bgColor']),
		c.accounts.isAdministrator(uid), c.accounts.isAdminOrGlobalMod(uid),
	]);
	return { ...user, isAdmin, isAdminOrGlobalMod };
}

/** JSON that can stand inside a script element. */
const embedded = (value: unknown): string => JSON.stringify(value ?? null).replace(/</g, '\\u003c');

/**
 * `res.render` as NodeBB has it: HTML in the forum's frame, or the same data as JSON under /api. HOST:
 * src/middleware/render.js puts what plugins leave in `res.locals` around the content.
 */
export function pageFrame(c: Context, engine: TemplateEngine, assets: Assets, guideOf: () => Guide | null) {
	async function render(req: ForumRequest, res: Response, template: string, given: Row): Promise<void> {
		const path = req.originalUrl.split('?')[0]?.replace(/^\/api(?=\/|$)/, '') || '/';
		const options: Row = {
			...given, loggedIn: req.loggedIn, loggedInUser: await userOf(c, req.uid), relative_path: '', url: path,
			template: { name: template, [template]: true },
		};
		const config = await forumConfig(c, req);
		// HOST: src/middleware/header.js `buildHeader`.
		localsOf(res).config = config;
		const { templateData } = await c.hooks.fire(`filter:${template}.build`, { req, res, templateData: options });
		if (res.headersSent) {
			return;
		}
		if (localsOf(res).isAPI) {
			res.json(templateData);
			return;
		}
		const guide = guideOf();
		const lent = guide?.takeLent(req);
		const language = String(config.userLang);
		const { postHeader = '', preFooter = '' } = localsOf(res);
		const body = await engine.render(template, { ...templateData, config, guide: guide?.bar(req) }, language);
		const content = `${postHeader}${body}${preFooter}`;
		const modules = await assets.modules();
		// HOST: src/controllers/helpers.js `buildTitle`.
		const title = await c.translator.translate(String((templateData.title as string | undefined) ?? ''), language);
		res.type('html').send(await engine.render('frame', {
			...templateData, config, content, title: decoded(title), siteTitle: c.config.title, language,
			csrf: csrfOf(req), isAdminPage: template.startsWith('admin/'),
			styles: assets.styles, importMap: embedded({ imports: modules.imports }),
			pluginScripts: assets.pluginScripts, pageScript: pageAddress(modules),
			globals: embedded({ config, user: templateData.loggedInUser, pageModules: modules.pages }),
			data: embedded(templateData), guide: guide?.bar(req), lent: lent ? embedded(lent) : '',
		}, language));
	}

	return (req: Request, res: Response, next: NextFunction): void => {
		res.render = (template: string, options?: object): void => {
			render(req as ForumRequest, res, template, { ...options }).catch(next);
		};
		next();
	};
}
