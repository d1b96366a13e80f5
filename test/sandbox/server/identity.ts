import { randomBytes, randomUUID } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import { apiTokens } from '../host/api-tokens';
import type { Context } from '../host/context';
import type { Row } from '../host/database';
import { bodyOf, localsOf, waited, type ForumRequest } from './forum-request';
import { textOf } from '../host/text';

/** The session's CSRF token. */
export function csrfOf(req: Request): string {
	req.session.csrf ??= randomUUID();
	return req.session.csrf;
}

function showsCsrf(req: Request): boolean {
	const body = bodyOf(req);
	const shown = req.headers['x-csrf-token'] ?? body.csrf_token ?? body._csrf ?? req.query._csrf;
	return typeof shown === 'string' && shown !== '' && shown === req.session.csrf;
}

/** HOST: passport-http-bearer `authenticate`: header, body or query, but one of them; anything else is a guest. */
function bearerOf(req: Request): string | null {
	const parts = (req.headers.authorization ?? '').split(' ');
	const named = [parts[0]?.toLowerCase() === 'bearer' ? parts[1] : '', bodyOf(req).access_token, req.query.access_token]
		.map(textOf).filter(token => token !== '');
	return parts.length === 2 && named.length === 1 ? named[0] ?? null : null;
}

/** Sessions, CSRF and bearer tokens, in NodeBB's order. */
export function identity(c: Context) {
	const tokens = apiTokens(c);
	const store = new session.MemoryStore();
	c.sessions.destroy = id => new Promise((resolve) => {
		store.destroy(id, () => resolve());
	});
	const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

	function applyCSRF(req: Request, _res: Response, next: NextFunction): void {
		if (safe.has(req.method) || showsCsrf(req)) {
			next();
			return;
		}
		next(Object.assign(new Error('invalid csrf token'), { code: 'EBADCSRFTOKEN' }));
	}

	return {
		sessions: session({
			store, name: 'express.sid', secret: randomBytes(24).toString('hex'), resave: false, saveUninitialized: true,
			cookie: { httpOnly: true, sameSite: 'lax' },
		}),
		/** Everybody after this runs with the caller in NodeBB's asynchronous storage. */
		recognise(req: Request, res: Response, next: NextFunction): void {
			const forumRequest = req as ForumRequest;
			forumRequest.uid = req.session.uid ?? 0;
			forumRequest.loggedIn = forumRequest.uid > 0;
			localsOf(res).isAPI = req.path.startsWith('/api/') || req.path === '/api';
			c.hooks.als.run({ uid: forumRequest.uid, req }, next);
		},
		applyCSRF: applyCSRF as RequestHandler,
		/** HOST: src/middleware/user.js `authenticate`: cookies need a CSRF token on the API, bearer tokens none. */
		authenticateRequest: waited(async (req, res, next) => {
			const { skip } = await c.hooks.fire('filter:middleware.authenticate', { skip: { post: [] as string[] } });
			if (req.method === 'POST' && skip.post.includes(req.baseUrl + req.path)) {
				next();
				return;
			}
			const { authorization } = req.headers;
			if (localsOf(res).isAPI && (req.loggedIn || authorization === undefined)) {
				applyCSRF(req, res, next);
				return;
			}
			const secret = bearerOf(req);
			const known = req.loggedIn || secret === null ? null : await tokens.get(secret);
			if (known) {
				const [body, query] = [bodyOf(req), req.query as Row];
				if (!known.uid && !Object.hasOwn(body, '_uid') && !Object.hasOwn(query, '_uid')) {
					throw new Error('[[error:api.master-token-no-uid]]');
				}
				const uid = parseInt(String(known.uid || body._uid || query._uid), 10);
				Object.assign(req, { uid, loggedIn: uid > 0 });
			}
			next();
		}),
		async login(req: ForumRequest, uid: number): Promise<void> {
			const { returnTo } = req.session;
			await new Promise<void>((resolve, reject) => {
				req.session.regenerate((error: unknown) => (error instanceof Error ? reject(error) : resolve()));
			});
			Object.assign(req.session, { uid, ...(returnTo ? { returnTo } : {}) });
			Object.assign(req, { uid, loggedIn: true });
			await c.db.sortedSetAdd(`uid:${uid}:sessions`, Date.now(), req.sessionID);
			await c.accounts.logIP(uid, req.ip ?? '');
		},
		async logout(req: ForumRequest): Promise<void> {
			await c.db.sortedSetRemove(`uid:${req.uid}:sessions`, req.sessionID);
			await new Promise<void>((resolve) => {
				req.session.destroy(() => resolve());
			});
		},
	};
}

export type Identity = ReturnType<typeof identity>;
