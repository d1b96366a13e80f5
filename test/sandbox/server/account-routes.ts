import type { Router } from 'express';
import type { Context } from '../host/context';
import { slugify, textOf } from '../host/text';
import type { ControllerHelpers } from './controller-helpers';
import { bodyOf, waited } from './forum-request';
import type { Identity } from './identity';

/** Log-in and log-out: POST /login, POST /logout. HOST: src/controllers/authentication.js. */
export function mountLogin(router: Router, c: Context, identity: Identity, helpers: ControllerHelpers): void {
	const csrf = identity.applyCSRF;
	router.post('/login', csrf, waited(async (req, res) => {
		const { username, password, noscript } = bodyOf(req);
		try {
			await c.hooks.fire('filter:login.check', { req, res, userData: bodyOf(req) });
			const uid = await c.accounts.getUidByUserslug(slugify(textOf(username).trim()));
			if (!uid || !await c.accounts.isPasswordCorrect(uid, textOf(password))) {
				throw new Error('[[error:invalid-login-credentials]]');
			}
			if (!await c.accounts.bans.canLoginIfBanned(uid)) {
				// HOST: src/controllers/authentication.js `getBanError`: the last ban as it is, instead of a sentence.
				const ban = await c.accounts.bans.latest(uid);
				// HOST: src/controllers/helpers.js `noScriptErrors`.
				c.log.push(`error: Error: ${JSON.stringify(ban)}`);
				res.status(403).json(ban);
				return;
			}
			if (!await c.privileges.global.can('local:login', uid)) {
				throw new Error('[[error:local-login-disabled]]');
			}
			const next = req.session.returnTo ?? '/';
			await identity.login(req, uid);
			delete req.session.returnTo;
			void c.hooks.fire('action:user.loggedIn', { uid, req });
			if (noscript === 'true') {
				res.redirect(next);
			} else {
				res.status(200).json({ next });
			}
		} catch (error) {
			helpers.noScriptErrors(req, res, (error as Error).message, 403);
		}
	}));
	router.post('/logout', csrf, waited(async (req, res) => {
		const { uid } = req;
		await identity.logout(req);
		void c.hooks.fire('action:user.loggedOut', { uid, req });
		if (bodyOf(req).noscript === 'true') {
			res.redirect('/');
		} else {
			res.json({ next: '/' });
		}
	}));
}

/** Registration in its two steps. HOST: src/controllers/authentication.js `register`, `registerComplete`. */
export function mountRegistration(router: Router, c: Context, identity: Identity, helpers: ControllerHelpers): void {
	const csrf = identity.applyCSRF;
	type Finished = { next?: string; message?: string } | null;

	async function finish(req: Parameters<Parameters<typeof waited>[0]>[0], userData: Record<string, unknown>):
	Promise<Finished> {
		if (!Object.hasOwn(userData, 'email')) {
			userData.updateEmail = true;
		}
		const { interstitials } = await c.approvals.interstitials(req, userData);
		if (interstitials.length > 0) {
			userData.register = true;
			req.session.registration = userData;
			return null;
		}
		const { uid, message } = await c.approvals.createOrQueue({ ip: req.ip ?? '' }, userData);
		if (uid === undefined) {
			return { message: message ?? '' };
		}
		await identity.login(req, uid);
		return c.hooks.fire('filter:register.complete', { uid, next: req.session.returnTo ?? '/' });
	}

	router.post('/register', csrf, waited(async (req, res) => {
		const { csrf_token: _token, noscript, ...userData } = bodyOf(req);
		try {
			c.accounts.checkUsernameLength(userData.username);
			if (userData.password !== userData['password-confirm']) {
				throw new Error('[[user:change-password-error-match]]');
			}
			c.accounts.isPasswordValid(userData.password);
			await c.hooks.fire('filter:register.check', { req, res, userData });
			const finished = await finish(req, userData);
			if (noscript === 'true') {
				res.redirect(finished?.next ?? '/register/complete');
			} else {
				res.json(finished ?? { next: '/register/complete' });
			}
		} catch (error) {
			helpers.noScriptErrors(req, res, (error as Error).message, 400);
		}
	}));

	router.post('/register/complete', csrf, waited(async (req, res) => {
		const { registration } = req.session;
		if (!registration) {
			res.redirect('/register');
			return;
		}
		try {
			const { interstitials } = await c.approvals.interstitials(req, registration);
			const answered = await Promise.allSettled(interstitials.map(async ({ callback }) =>
				callback?.(registration, bodyOf(req))));
			const errors = answered.flatMap(result => (result.status === 'rejected' ? [(result.reason as Error).message] : []));
			if (errors.length > 0) {
				req.session.errors = errors;
				res.redirect('/register/complete');
				return;
			}
			delete registration.register;
			const finished = await finish(req, registration);
			if (!finished) {
				res.redirect('/register/complete');
				return;
			}
			delete req.session.registration;
			res.redirect(finished.message ? `/?register=${encodeURIComponent(finished.message)}` : finished.next ?? '/');
		} catch (error) {
			delete req.session.registration;
			res.redirect(`/?register=${encodeURIComponent((error as Error).message)}`);
		}
	}));

	router.post('/register/abort', csrf, waited(async (req, res) => {
		await identity.logout(req);
		res.clearCookie('express.sid');
		res.redirect('/');
	}));
}
