import type { RequestHandler, Router } from 'express';
import { hostModule } from '../core/modules';

const ours = 'forum-terms';

/** A literal part of each of these paths, as few different ones as possible. */
export function wordsIn(paths: readonly string[]): string[] {
	return [...new Set(paths.map((path) => {
		const literal = path.split('/').filter(part => !part.startsWith(':'));
		return literal.some(part => part.startsWith(ours)) ? ours : literal.at(-1) ?? '';
	}))];
}

/**
 * A router behind one layer of the given one, for addresses below these paths. HOST: src/routes/index.js mounts what
 * plugins add before its own routes, so every request of the forum would try each of them.
 */
export function ownRouter(router: Router, paths: readonly string[]): Router {
	const own = hostModule('express').Router();
	// Express matches paths in any case; https://expressjs.com/en/4x/api.html#express.router.
	const mayBeOurs = new RegExp(wordsIn(paths).join('|'), 'i');
	const passOn: RequestHandler = (req, res, next) => {
		if (mayBeOurs.test(req.path)) {
			own(req, res, next);
		} else {
			next();
		}
	};
	router.use(passOn);
	return own;
}
