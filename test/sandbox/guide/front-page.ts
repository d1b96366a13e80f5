import type { Router } from 'express';
import type { Context } from '../host/context';
import { textOf } from '../host/text';
import { forumOverview } from '../server/forum-overview';
import type { RouteHelpers } from '../server/route-helpers';
import type { Guide } from './guide';

/** `/` with the log-ins and walks on top. */
export function mountFrontPage(router: Router, c: Context, { setupPageRoute }: RouteHelpers, { walks }: Guide): void {
	setupPageRoute(router, '/', [], async (req, res) => {
		const { categories, recent } = await forumOverview(c, req.uid);
		res.render('front', {
			title: '[[global:home]]', overview: categories, recent, register: textOf(req.query.register),
			walks: walks.map((walk, index) => ({ ...walk, number: index + 1 })),
		});
	});
}
