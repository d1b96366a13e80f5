import type { Request, Response } from 'express';
import type { Context } from '../host/context';
import { bodyOf, localsOf, type ForumRequest } from './forum-request';

interface Envelope { status: { code: string; message: string }; response: Record<string, unknown> }

const codes: Partial<Record<number, string>> = {
	400: 'bad-request', 401: 'not-authorised', 403: 'forbidden', 404: 'not-found', 426: 'upgrade-required',
	429: 'too-many-requests', 501: 'not-implemented', 503: 'service-unavailable',
};
const statusOfMessage: Record<string, number> = {
	'[[error:user-banned]]': 403, '[[error:no-privileges]]': 403, '[[error:invalid-uid]]': 401, '[[error:no-topic]]': 404,
};

/** NodeBB's `./src/controllers/helpers`: the API's envelope, redirects that ajaxify understands, and "not allowed". */
export function controllerHelpers(c: Context) {
	async function languageOf(res: Response): Promise<string> {
		const req = res.req as ForumRequest;
		const { lang } = req.query;
		return typeof lang === 'string' ? lang : (await c.accounts.getSettings(req.uid)).userLang;
	}

	const helpers = {
		languageOf,
		async generateError(status: number, message: string | null, res: Response): Promise<Envelope> {
			const token = message || `[[error:api.${status}]]`;
			return {
				status: {
					code: codes[status] ?? 'internal-server-error',
					message: token.startsWith('[[') ? await c.translator.translate(token, await languageOf(res)) : token,
				},
				response: {},
			};
		},
		async formatApiResponse(status: number, res: Response, payload?: unknown): Promise<void> {
			if (status < 300) {
				const code = status === 202 ? 'accepted' : 'ok';
				res.status(status).json({ status: { code, message: status === 202 ? 'Accepted' : 'OK' }, response: payload ?? {} });
				return;
			}
			const message = payload instanceof Error ? payload.message : typeof payload === 'string' ? payload : null;
			const remapped = statusOfMessage[message ?? ''] ?? status;
			res.status(remapped).json(await helpers.generateError(remapped, message, res));
		},
		redirect(res: Response, url: string, permanent = false): void {
			if (localsOf(res).isAPI) {
				res.set('X-Redirect', encodeURIComponent(url)).status(200).json(url);
			} else {
				res.redirect(permanent ? 308 : 307, url);
			}
		},
		async notAllowed(req: Request, res: Response, reason?: string): Promise<void> {
			const { error } = await c.hooks.fire('filter:helpers.notAllowed', { req, res, error: reason }) as { error?: string };
			await c.hooks.fire('response:helpers.notAllowed', { req, res, error });
			if (res.headersSent) {
				return;
			}
			const { isAPI } = localsOf(res);
			if ((req as ForumRequest).loggedIn) {
				if (isAPI && req.originalUrl.startsWith('/api/v3')) {
					await helpers.formatApiResponse(403, res, error);
				} else if (isAPI) {
					res.status(403).json({ error, title: '[[global:403.title]]' });
				} else {
					res.status(403).render('403', { title: '[[global:403.title]]', error });
				}
			} else if (isAPI) {
				req.session.returnTo = req.url.replace(/^\/api/, '');
				await helpers.formatApiResponse(401, res, error);
			} else {
				req.session.returnTo = req.url;
				res.redirect(`/login${req.path.startsWith('/admin') ? '?local=1' : ''}`);
			}
		},
		/** Forms without script get a page, everybody else the bare sentence. */
		noScriptErrors(req: Request, res: Response, error: string, status: number): void {
			if (bodyOf(req).noscript === 'true') {
				res.status(status).render(String(status), { error, title: `[[global:${status}.title]]` });
			} else {
				res.status(status).send(error);
			}
		},
		buildBreadcrumbs: (crumbs: { text: string; url?: string }[]): { text: string; url?: string }[] =>
			[{ text: '[[global:home]]', url: '/' }, ...crumbs.map(({ text, url }) => ({
				text, ...(url ? { url: `/${url.replace(/^\//, '')}` } : {}),
			}))],
	};
	return helpers;
}

export type ControllerHelpers = ReturnType<typeof controllerHelpers>;
