import type { Express, NextFunction, Request, Response, Router } from 'express';
import type { Context } from '../host/context';
import { composeController } from './forum-pages';
import type { ControllerHelpers } from './controller-helpers';
import type { ForumControllers } from './controllers';
import { localsOf, waited, type ForumRequest } from './forum-request';
import { forumConfig } from './frame';
import type { Identity } from './identity';
import { requestOf } from './write-api';

/** HOST: src/user/data.js, src/controllers/user.js: what anybody reads of a member, the reason of a mute among it. */
export const publicFields = ['uid', 'username', 'userslug', 'joindate', 'postcount', 'banned', 'muted', 'mutedUntil', 'mutedReason'];

/** /api/config, /api/self and the forms of core. */
export function mountCore(router: Router, c: Context, identity: Identity, helpers: ControllerHelpers): void {
	const { applyCSRF, authenticateRequest } = identity;
	router.get('/api/config', authenticateRequest, waited(async (req, res) => {
		res.json(await forumConfig(c, req));
	}));
	router.get('/api/self', authenticateRequest, waited(async (req, res) => {
		if (!req.loggedIn) {
			await helpers.notAllowed(req, res);
			return;
		}
		res.json(await c.accounts.getUserFields(req.uid, ['uid', 'username', 'userslug', 'joindate', 'postcount']));
	}));
	router.get('/api/user/uid/:uid', authenticateRequest, waited(async (req, res) => {
		res.json(await c.accounts.getUserFields(Number(req.params.uid), publicFields));
	}));
	router.post('/compose', applyCSRF, waited(async (req, res, next) =>
		composeController(c, helpers, requestOf)(req, res, next)));
}

/** Files of posts and pictures of members. HOST: src/routes/api.js: no token counts for the former. */
export function mountUploads(router: Router, identity: Identity, { uploads, accounts }: ForumControllers): void {
	const { applyCSRF, authenticateRequest } = identity;
	router.post('/api/post/upload', applyCSRF, waited(uploads.uploadPost));
	router.post('/api/topic/thumb/upload', applyCSRF, waited(uploads.uploadThumb));
	router.post('/api/user/:userslug/uploadpicture', authenticateRequest, applyCSRF, waited(accounts.edit.uploadPicture));
}

/** The last stops: pages that are not there, and whatever went wrong. HOST: src/controllers/errors.js. */
export function mountErrors(app: Express, c: Context, helpers: ControllerHelpers): void {
	function notFound(req: Request, res: Response): void {
		if (req.path.startsWith('/api/v3')) {
			void helpers.formatApiResponse(404, res, new Error('[[error:api.404]]'));
		} else {
			res.status(404).render('404', { title: '[[global:404.title]]' });
		}
	}
	app.use(notFound);
	app.use((error: Error & { code?: string; status?: number }, req: Request, res: Response, next: NextFunction) => {
		if (res.headersSent) {
			next(error);
			return;
		}
		const { message } = error;
		if (error.code === 'EBADCSRFTOKEN') {
			c.hooks.fire('filter:error.handle', { cases: {
				EBADCSRFTOKEN(..._given: unknown[]): void {
					c.log.push(`error: ${req.method} ${req.originalUrl}\n${message}`);
					res.sendStatus(403);
				},
			} }).then(({ cases }) => cases.EBADCSRFTOKEN(error, req, res, next), next);
		} else if (message === '[[error:no-privileges]]') {
			helpers.notAllowed(req, res, message).catch(next);
		} else if (message.startsWith('[[error:no-')) {
			notFound(req, res);
		} else if (req.path.startsWith('/api/v3')) {
			helpers.formatApiResponse(message.startsWith('[[') ? 400 : 500, res, error).catch(next);
		} else {
			c.log.push(`${req.method} ${req.originalUrl} uid=${(req as ForumRequest).uid} ${error.stack ?? message}`);
			const status = error.status ?? 500;
			if (localsOf(res).isAPI) {
				res.status(status).json({ path: req.path, error: message });
			} else {
				res.status(status).render('500', { title: '[[global:500.title]]', error: message });
			}
		}
	});
}
