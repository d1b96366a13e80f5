import type { RequestHandler, Router } from 'express';
import type { Context } from '../host/context';
import { bodyOf, param, waited, type ForumRequest } from '../server/forum-request';
import type { Identity } from '../server/identity';
import { cast as castOf } from './cast';
import { walkSteps, type Facts, type Lent } from './walk-steps';
import { isWalk, people, walks, type Step, type Walk, type WalkId } from './walks';

declare module 'express-session' {
	interface SessionData {
		/** The walk this visitor is on; `step` counts from 0. */
		walk: { id: WalkId; step: number; facts: Facts };
		/** For the script of the next page. */
		lent: Lent;
	}
}

/** What stands above every page: whom one can be, and where one is in a walk. */
export interface GuideBar {
	people: typeof people;
	walk: null | {
		id: WalkId; title: string; number: number; count: number; current: Step;
		next: null | Step & { number: number };
	};
}

/** The guide of `npm start`: log-ins with one click, and five walks. */
export interface Guide {
	walks: readonly Walk[];
	bar(req: ForumRequest): GuideBar;
	/** Once: a page that is loaded again must not press again. */
	takeLent(req: ForumRequest): Lent | null;
}

function walkAt({ walk }: ForumRequest['session']): GuideBar['walk'] {
	const found = walk && walks.find(({ id }) => id === walk.id);
	const current = walk && found?.steps[walk.step];
	if (!walk || !found || !current) {
		return null;
	}
	const following = found.steps[walk.step + 1];
	return {
		id: found.id, title: found.title, number: walk.step + 1, count: found.steps.length, current,
		next: following ? { ...following, number: walk.step + 2 } : null,
	};
}

/** POST /sandbox/log-in, /sandbox/walks/…: in the sandbox alone, which is not shipped, and with the page's token. */
export function mountGuide(router: Router, c: Context, identity: Identity): Guide {
	const cast = castOf(c);
	const steps = walkSteps(c, cast);
	const csrf = identity.applyCSRF;

	router.post('/sandbox/log-in', csrf, waited(async (req, res, next) => {
		const username = people.find(person => person.username === bodyOf(req).as)?.username;
		if (!username) {
			next();
			return;
		}
		await identity.login(req, username === 'newcomer' ? await cast.newcomer() : await cast.uidOf(username));
		req.session.lent = { draft: null, acts: [] };
		res.redirect('/');
	}));

	const step: RequestHandler = waited(async (req, res, next) => {
		const [id, number] = [param(req, 'walk'), Number(param(req, 'step'))];
		const known = req.session.walk;
		const prepare = isWalk(id) ? steps[id][number - 1] : undefined;
		// Later steps build on the ones before: without them a walk begins at its beginning.
		const isNext = number === 1 || (known?.id === id && known.step + 1 >= number - 1);
		if (!isWalk(id) || !prepare || !isNext) {
			next();
			return;
		}
		const before = number > 1 ? known?.facts ?? {} : {};
		const { uid, path, facts = {}, draft = null, acts = [] } = await prepare(before);
		await identity.login(req, uid);
		delete req.session.returnTo;
		req.session.walk = { id, step: number - 1, facts: { ...before, ...facts } };
		req.session.lent = { draft, acts };
		res.redirect(path);
	});
	router.post('/sandbox/walks/:walk/:step(\\d+)', csrf, step);
	// As a guest again: after a change of the terms a member would be asked before anything else.
	router.post('/sandbox/leave', csrf, waited(async (req, res) => {
		await identity.logout(req);
		res.redirect('/#walks');
	}));

	return {
		walks,
		bar: ({ session }) => ({ people, walk: walkAt(session) }),
		takeLent({ session }) {
			const { lent = null } = session;
			delete session.lent;
			return lent;
		},
	};
}
