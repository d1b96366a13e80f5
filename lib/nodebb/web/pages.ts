import type { NextFunction, Request, RequestHandler, Response, Router } from 'express';
import { refusalMessage, titleOf } from '../../kernel/refusals/message';
import { plainText } from '../../kernel/formats/html';
import { unstorable } from '../../kernel/slice/body';
import type { Log, Members } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import type { Form, Page, PageAnswer, Passed } from '../../kernel/slice/routes';
import { textOf } from '../../kernel/formats/text';
import { answerRefusal } from './answer';
import { barredFrom } from './api-routes';
import { callerOf, languageOf, queryOf } from './caller';
import { hostModule, type HostMiddleware } from '../core/modules';

interface Locals { uid?: unknown; userData?: Record<string, unknown> }

/** The title with what people typed in it, in the reader's language; one without facts stays a token. */
async function titled(title: string, req: Request): Promise<string> {
	return title.includes(',') ?
		titleOf(plainText(await hostModule('./src/translator').translate(title, await languageOf(req)))) : title;
}

async function show(answer: PageAnswer, title: string, req: Request, res: Response, next: NextFunction) {
	const helpers = hostModule('./src/controllers/helpers');
	if ('notFound' in answer) {
		next();
	} else if ('notAllowed' in answer) {
		await helpers.notAllowed(req, res);
	} else if ('redirect' in answer) {
		helpers.redirect(res, answer.redirect);
	} else {
		if (answer.isUnlisted) {
			res.set({ 'X-Robots-Tag': 'noindex', 'Referrer-Policy': 'no-referrer' });
		}
		const account = (res.locals as Locals).userData ?? {};
		res.status(answer.status ?? 200).render(answer.template, {
			...account, ...answer.data, title: await titled(textOf(answer.data.title ?? title), req),
			breadcrumbs: helpers.buildBreadcrumbs([...answer.above ?? [], { text: answer.crumb ?? title }]),
		});
	}
}

/** Mounts pages in NodeBB's layout: header, footer, ajaxify route, account menu or ACP. */
export function mountPages(
	router: Router, middleware: HostMiddleware, pages: readonly Page[], members: Members, log: Log,
): void {
	const setups = hostModule('./src/routes/helpers');
	for (const page of pages) {
		const render = async (req: Request, res: Response, next: NextFunction): Promise<void> => {
			const actor = callerOf(req);
			if (await barredFrom(page.access, actor, members)) {
				await hostModule('./src/controllers/helpers').notAllowed(req, res);
				return;
			}
			const account = (res.locals as Locals).uid;
			await show(await page.render({
				actor, params: req.params as Record<string, string>, query: queryOf(req),
				language: await languageOf(req),
				...(page.kind === 'account' ? { accountUid: Number(account) } : {}),
			}), page.title, req, res, next);
		};
		// HOST: src/controllers/errors.js `handleErrors` logs the address, which may contain a signed link.
		const controller = async (req: Request, res: Response, next: NextFunction): Promise<void> => {
			try {
				await render(req, res, next);
			} catch (error) {
				log.error('pages', page.path, error);
				if (!res.headersSent) {
					res.status(503).render('500', { title: page.title, path: '', error: refusalMessage(refuse('store-unavailable')) });
				}
			}
		};
		if (page.kind === 'admin') {
			setups.setupAdminPageRoute(router, page.path, [], controller as RequestHandler);
		} else {
			const { exposeUid, canViewUsers, buildAccountData, ensureLoggedIn, checkAccountPermissions } = middleware;
			setups.setupPageRoute(router, page.path, page.kind === 'account' ?
				[exposeUid, canViewUsers, buildAccountData, ensureLoggedIn, checkAccountPermissions] : [],
			controller as RequestHandler);
		}
	}
}

/**
 * The path with the message for the next page. HOST: src/middleware/render.js takes `noScriptMessage` from the query,
 * and themes show it to browsers without script; static/terms/member/decided.ts shows it to the others.
 */
function withMessage({ redirect, message }: { redirect: string; message?: string }): string {
	const [path = '', hash] = redirect.split('#', 2);
	return message === undefined || path.includes('noScriptMessage') ? redirect :
		`${path}${path.includes('?') ? '&' : '?'}noScriptMessage=${encodeURIComponent(message)}${hash ? `#${hash}` : ''}`;
}

/**
 * Replaces the error page that NodeBB's own route would answer with. HOST: src/controllers/helpers.js `noScriptErrors`
 * builds the header, then renders the template that is named like the status.
 */
function showInstead({ instead }: Passed, req: Request, res: Response, next: NextFunction): void {
	if (!instead) {
		return;
	}
	const render = res.render as (...args: unknown[]) => unknown;
	res.render = (...args: unknown[]) => {
		res.render = render;
		const [template, data] = args;
		const sentence = textOf((data as { error?: unknown } | undefined)?.error);
		if (template !== '400' || sentence === '') {
			return render.apply(res, args);
		}
		instead(sentence).then(answer =>
			show(answer, 'data' in answer ? textOf(answer.data.title) : '', req, res, next)).catch(next);
	};
}

/** Mounts forms that work without script; `pass` leaves the request to NodeBB's own route. */
export function mountForms(router: Router, middleware: HostMiddleware, forms: readonly Form[]): void {
	for (const form of forms) {
		router.post(form.path, middleware.applyCSRF, async (req: Request, res: Response, next: NextFunction) => {
			try {
				const wrong = unstorable(req.body);
				if (wrong) {
					await answerRefusal(res, wrong);
					return;
				}
				// HOST: src/controllers/api.js `loadConfig` accepts a list as a language, and rendering then fails.
				void (typeof req.query.lang === 'object' && delete req.query.lang);
				const answer = await form.submit({
					actor: callerOf(req),
					form: (req.body ?? {}) as Record<string, unknown>,
					language: await languageOf(req),
				});
				if ('pass' in answer) {
					showInstead(answer, req, res, next);
					next();
				} else if ('redirect' in answer) {
					// 303: the browser must not submit the form again to the redirect target.
					res.redirect(303, `${textOf(hostModule('nconf').get('relative_path'))}${withMessage(answer)}`);
				} else {
					await middleware.buildHeaderAsync(req, res);
					await show(answer, 'data' in answer ? textOf(answer.data.title) : '', req, res, next);
				}
			} catch (error) {
				next(error);
			}
		});
	}
}
