import type { Router } from 'express';
import type { Context } from '../host/context';
import type { RouteHelpers } from './route-helpers';

const switches = ['postQueue', 'gdpr_enabled', 'initialPostDelay', 'postDelay', 'minimumPostLength'];

/** The ACP as far as a trial needs it: who waits for an account, what the forum is set to, mails that nobody sent. */
export function mountAdminPages(router: Router, c: Context, { setupAdminPageRoute }: RouteHelpers): void {
	const page = (path: string, controller: Parameters<RouteHelpers['setupAdminPageRoute']>[3]) =>
		setupAdminPageRoute(router, path, [], controller);

	page('/admin', async (_req, res) => {
		const { plugins } = await c.hooks.fire('filter:admin.header.build', {
			plugins: [] as { route: string; name: string }[],
		});
		const waiting = await c.db.getSortedSetRange('registration:queue', 0, -1);
		res.render('admin/dashboard', {
			title: '[[sandbox:admin.title]]', plugins, waiting: waiting.map(username => ({ username })),
			settings: switches.map(name => ({ name, value: c.config[name] })),
			isApproving: c.config.registrationApprovalType === 'admin-approval', log: c.log.slice(-20).reverse(),
			jobs: [...c.jobs.keys()].map(name => ({ name })),
		});
	});
	// HOST: src/controllers/admin/settings.js `navigation`: what plugins offer, for an administrator to choose.
	page('/admin/settings/navigation', async (_req, res) => {
		const available = await c.hooks.fire('filter:navigation.available', [] as object[]);
		const { get } = c.navigation;
		res.render('admin/navigation', { title: '[[sandbox:navigation.title]]', available, enabled: await get() });
	});
	page('/admin/sandbox/outbox', async (_req, res) => {
		res.render('admin/outbox', {
			title: '[[sandbox:outbox.title]]',
			mails: [...c.outbox].reverse().map(mail => ({ ...mail, atISO: new Date(mail.at).toISOString() })),
		});
	});
}
