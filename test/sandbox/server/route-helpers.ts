import type { RequestHandler, Response, Router } from 'express';
import type { ControllerHelpers } from './controller-helpers';
import { waited, type ForumRequest } from './forum-request';
import type { ForumMiddleware } from './middleware';

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Controller = (req: ForumRequest, res: Response, next: (error?: unknown) => void) => Promise<unknown>;

/** NodeBB's `./src/routes/helpers`: a page is also its JSON twin under /api, and every route knows its caller. */
export function routeHelpers(middleware: ForumMiddleware, helpers: ControllerHelpers) {
	const { autoLocale, authenticateRequest, registrationComplete, pluginHooks, isAdminPage, pageView } = middleware;
	const { redirectToHomeIfBanned } = middleware;
	const common = [autoLocale, authenticateRequest, registrationComplete, pluginHooks] as RequestHandler[];
	return {
		setupPageRoute(router: Router, path: string, middlewares: RequestHandler[], controller: Controller): void {
			const [locale, authenticate, ...rest] = common as [RequestHandler, RequestHandler, ...RequestHandler[]];
			router.get([path, `/api${path === '/' ? '/' : path}`], locale, authenticate,
				redirectToHomeIfBanned as RequestHandler, ...rest, ...middlewares, pageView as RequestHandler,
				waited(controller));
		},
		setupAdminPageRoute(router: Router, path: string, middlewares: RequestHandler[], controller: Controller): void {
			router.get([path, `/api${path}`], autoLocale as RequestHandler, isAdminPage as RequestHandler, ...middlewares,
				waited(controller));
		},
		/** What the controller throws becomes NodeBB's envelope with 400, or what the message stands for. */
		setupApiRoute(
			router: Router, verb: Verb, path: string, middlewares: RequestHandler[], controller: Controller,
		): void {
			router[verb](path, ...common, ...middlewares, (req, res, next) => {
				controller(req as ForumRequest, res, next).catch((error: unknown) =>
					helpers.formatApiResponse(400, res, error as Error)).catch(next);
			});
		},
	};
}

export type RouteHelpers = ReturnType<typeof routeHelpers>;
