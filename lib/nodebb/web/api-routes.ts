import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response, Router } from 'express';
import { pick } from 'lodash';
import { decodeBody, unstorable } from '../../kernel/slice/body';
import { RefusedError } from '../../kernel/slice/edges';
import type { Actor } from '../../kernel/host/member';
import { refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Log, Members } from '../../kernel/host/ports';
import { refuse, type Refusal } from '../../kernel/refusals/refusal';
import type { Route, RouteAccess, RouteCall } from '../../kernel/slice/routes';
import { jsonText, Streamed } from '../../platform/json-stream';
import { answerRefusal } from './answer';
import { callerOf, hasForeignBody, headerOf, ifMatchOf, languageOf, queryOf, rawBodyOf } from './caller';
import { hostModule, type HostMiddleware } from '../core/modules';

/** Why this caller may not use a route; null when they may. */
export async function barredFrom(access: RouteAccess, actor: Actor, members: Members): Promise<Refusal | null> {
	if (access === 'anyone') {
		return null;
	}
	if (actor.kind !== 'member') {
		return actor.kind === 'remote' ? refuse('account-remote') : refuse('login-required');
	}
	const isAllowed = access === 'member' || await members.isAdministrator(actor.uid);
	return isAllowed ? null : refuse('permission-missing');
}

/** A query parameter that is repeated or a list has no meaning. */
function doubledIn(query: Request['query']): Refusal | null {
	const doubled = Object.entries(query).find(([, value]) => typeof value !== 'string');
	return doubled ? refuse('body-invalid', [doubled[0], 'string'], { field: doubled[0] }) : null;
}

async function answerOf(route: Route, req: Request, members: Members): Promise<Outcome<unknown>> {
	const actor = callerOf(req);
	const barred = await barredFrom(route.access, actor, members) ?? doubledIn(req.query);
	if (barred) {
		return refused(barred);
	}
	const call: Omit<RouteCall<unknown>, 'body'> = {
		actor,
		params: req.params as Record<string, string>,
		// `lang` is read apart, for every route.
		query: pick(queryOf(req), Object.keys(route.query ?? {})),
		language: await languageOf(req),
		ifMatch: ifMatchOf(req),
		header: name => headerOf(req, name),
		method: req.method,
		address: req.originalUrl,
		rawBody: rawBodyOf(req),
	};
	const admitted = await route.admit?.(call);
	if (admitted && !admitted.ok) {
		return admitted;
	}
	const wrong = unstorable({ ...call.params, ...call.query });
	if (wrong) {
		return refused(wrong);
	}
	const body = decodeBody(route.body, route.method === 'get' ? {} : req.body as unknown);
	return body.ok ? route.handle({ ...call, body: body.value }) : body;
}

/** Retry-After in seconds, for clients that honour it. */
function setRetryAfter(res: Response, { retryAt }: Refusal): void {
	if (retryAt !== undefined) {
		res.set('Retry-After', String(Math.max(1, Math.ceil((retryAt - Date.now()) / 1000))));
	}
}

/**
 * In NodeBB's envelope, at the reader's speed; stops when the reader disconnects. HOST: src/controllers/helpers.js
 * `formatApiResponse` needs the whole value at once.
 */
async function stream(res: Response, { value }: Streamed): Promise<void> {
	res.set({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private' });
	const text = jsonText({ status: { code: 'ok', message: 'OK' }, response: value });
	await pipeline(Readable.from(text), res).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') {
			throw error;
		}
	});
}

/**
 * Rejects forms, files and plain text before anything parses them. HOST: src/routes/helpers.js `setupApiRoute` writes
 * uploaded files to disk before it authenticates.
 */
const jsonOnly: RequestHandler = (req, res, next) => {
	if (hasForeignBody(req)) {
		answerRefusal(res, refuse('body-not-json')).catch(next);
	} else {
		next();
	}
};

/** Mounts the API under `/api/v3/plugins/forum-terms`; the server checks access on every route. */
export function mountApiRoutes(
	router: Router, middleware: HostMiddleware, routes: readonly Route[], members: Members, log: Log,
): void {
	const { autoLocale, applyBlacklist, maintenanceMode } = middleware;
	for (const route of routes) {
		// HOST: src/routes/helpers.js `tryRoute` catches rejections of native async functions only.
		const controller = async (req: Request, res: Response): Promise<void> => {
			try {
				const answer = await answerOf(route, req, members);
				if (answer.ok && answer.value instanceof Streamed && req.method !== 'HEAD') {
					await stream(res, answer.value);
				} else if (answer.ok) {
					await hostModule('./src/controllers/helpers').formatApiResponse(200, res, answer.value ?? {});
				} else {
					setRetryAfter(res, answer.refusal);
					await answerRefusal(res, answer.refusal);
				}
			} catch (error) {
				if (!(error instanceof RefusedError)) {
					log.error('routes', `${route.method} ${route.path}`, error);
				}
				// A response that has started cannot become a refusal; the connection is closed.
				await (res.headersSent ? undefined : answerRefusal(res, error instanceof RefusedError ? error.refusal : refuse('store-unavailable')));
			}
		};
		const path = `/forum-terms${route.path}`;
		if (route.method !== 'get') {
			router[route.method](path, jsonOnly);
		}
		if (route.admit) {
			// HOST: src/middleware/user.js `authenticateRequest` wants a CSRF token of everybody without a bearer
			// token. Who signs has neither; the hook for exceptions would be called for every page of the forum.
			router[route.method](path, autoLocale, applyBlacklist, maintenanceMode, (req, res, next) => {
				controller(req, res).catch(next);
			});
		} else {
			hostModule('./src/routes/helpers').setupApiRoute(
				router, route.method, path, [], controller as RequestHandler);
		}
	}
}
