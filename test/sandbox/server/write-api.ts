import type { RequestHandler, Response, Router } from 'express';
import type { Context } from '../host/context';
import type { Row } from '../host/database';
import type { ControllerHelpers } from './controller-helpers';
import { bodyOf, param, type ForumRequest } from './forum-request';
import type { ForumMiddleware } from './middleware';
import type { RouteHelpers } from './route-helpers';

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Controller = (req: ForumRequest, res: Response) => Promise<unknown>;
export type Work = (req: ForumRequest, body: Row) => Promise<unknown>;

/** An answer with a status of its own; everything else is 200. */
export class Answered {
	constructor(readonly status: number, readonly payload: unknown) {}
}

/** How the write API's routes are declared: who may come in, which fields must be there, what is done. */
export interface WriteApi {
	c: Context;
	anyone(verb: Verb, path: string, work: Work, required?: readonly string[]): void;
	members(verb: Verb, path: string, work: Work, required?: readonly string[]): void;
	administrators(verb: Verb, path: string, work: Work): void;
	/** A route whose controller answers by itself. */
	controlled(verb: Verb, path: string, controller: Controller): void;
}

export function writeApi(
	router: Router, c: Context, { setupApiRoute }: RouteHelpers, helpers: ControllerHelpers,
	middleware: ForumMiddleware,
): WriteApi {
	function declare(
		guards: RequestHandler[], verb: Verb, path: string, work: Work, required: readonly string[] = [],
	): void {
		setupApiRoute(router, verb, `/api/v3${path}`, guards, async (req, res) => {
			const body = bodyOf(req);
			const missing = required.filter(name => !Object.hasOwn(body, name));
			if (missing.length > 0) {
				throw new Error(`[[error:required-parameters-missing, ${missing.join(' ')}]]`);
			}
			const done = await work(req, body);
			const { status, payload } = done instanceof Answered ? done : { status: 200, payload: done };
			await helpers.formatApiResponse(status, res, payload);
		});
	}
	const loggedIn = [middleware.ensureLoggedIn as RequestHandler];
	return {
		c,
		anyone: (...rest) => declare([], ...rest),
		members: (...rest) => declare(loggedIn, ...rest),
		controlled: (verb, path, controller) => setupApiRoute(router, verb, `/api/v3${path}`, loggedIn, controller),
		administrators: (verb, path, work) => declare(loggedIn, verb, path, async (req, body) => {
			if (!await c.accounts.isAdministrator(req.uid)) {
				throw new Error('[[error:no-privileges]]');
			}
			return work(req, body);
		}),
	};
}

/** What NodeBB hands to plugins instead of the whole request. HOST: src/api/helpers.js `buildReqObject`. */
export function requestOf(req: ForumRequest): Row {
	const { params, method, ip, headers, baseUrl, originalUrl, path } = req;
	return {
		params, method, body: bodyOf(req), ip, headers, baseUrl, originalUrl, path,
		uid: req.uid, loggedIn: req.loggedIn,
	};
}

/** One post at a time per member: a second click does not post twice. HOST: src/controllers/write/topics.js. */
export async function onePostAtATime<T>(c: Context, uid: number, work: () => Promise<T>): Promise<T> {
	const name = `posting${uid}`;
	if (await c.db.incrObjectField('locks', name) > 1) {
		throw new Error('[[error:already-posting]]');
	}
	try {
		return await work();
	} finally {
		await c.db.deleteObjectField('locks', name);
	}
}

export const pidOf = (req: ForumRequest): string => param(req, 'pid');
export const tidOf = (req: ForumRequest): string => param(req, 'tid');
