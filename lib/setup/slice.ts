import * as v from 'valibot';
import { emptyBody } from '../kernel/slice/body';
import { route } from '../kernel/slice/routes';
import { uidOf } from '../kernel/host/member';
import type { Host } from '../kernel/host/ports';
import { done } from '../kernel/refusals/outcome';
import { hook, type Slice } from '../kernel/slice/slice';
import { optionalSteps, setupList } from './setup-list';

/** What is left to do before the terms work on this forum: a list on the ACP overview (clause 2). */
export function setupSlice(host: Host, slices: readonly Slice[]): Slice {
	const list = setupList(host, slices);
	return {
		name: 'setup', clause: '2',
		hooks: {
			/** Offers our pages for the forum's navigation, where an administrator decides who sees them. */
			navigation: hook<object[]>('open', 'our pages are still reachable by their addresses', (items) => {
				const entries = slices.flatMap(slice => slice.navigation ?? []);
				items.push(...entries.map(entry => host.navigation.offered(entry)));
			}),
		},
		routes: [
			route({
				method: 'put', path: '/admin/setup', access: 'administrator', body: v.strictObject({ isShown: v.boolean() }),
				async handle({ body }) {
					await list.show(body.isShown);
					return done(body);
				},
			}),
			route({
				method: 'put', path: '/admin/setup/aside', access: 'administrator',
				body: v.strictObject({ step: v.picklist(optionalSteps), isAside: v.boolean() }),
				async handle({ body }) {
					await list.setAside(body.step, body.isAside);
					return done(body);
				},
			}),
			route({
				method: 'post', path: '/admin/setup/navigation', access: 'administrator', body: emptyBody,
				handle: async () => done({ added: await list.addToNavigation() }),
			}),
			route({
				method: 'get', path: '/me/pages', access: 'member', body: emptyBody,
				async handle({ actor, language }) {
					const uid = uidOf(actor);
					const found = await Promise.all(slices.map(async slice => await slice.ownPages?.(uid) ?? []));
					return done({ pages: await Promise.all(found.flat().map(async ({ title, ...page }) =>
						({ ...page, title: await host.translate(`[[${title}]]`, language) }))) });
				},
			}),
		],
		adminTabs: [{
			id: 'overview', title: 'admin/plugins/forum-terms:tab.overview', data: async () => ({ setup: await list.view() }),
		}],
	};
}
