import { edge, type FailPolicy } from '../kernel/edges';
import { actorOf } from '../kernel/member';
import type { CustomerParts } from './customer-slice';
import { webhookPath } from './licence-webhook';

export const customerFailPolicies = {
	'licence-deleted': 'closed', 'licence-menu': 'open', 'licence-webhook': 'open',
} as const satisfies Record<string, FailPolicy>;

/** What the forum tells: an account ends, its menu is built, a signed request comes in. */
export function customerHooks({ licences, host }: Pick<CustomerParts, 'licences' | 'host'>) {
	const guarded = <P>(event: keyof typeof customerFailPolicies, handle: (payload: P) => Promise<void>) => edge<P>({
		slice: 'customers', event, onFailure: customerFailPolicies[event], log: host.log,
	}, async (payload) => {
		await handle(payload);
		return payload;
	});

	return {
		deleted: guarded<{ uid?: unknown }>('licence-deleted', async ({ uid }) => {
			const actor = actorOf(uid);
			if (actor.kind === 'member') {
				await licences.forget(actor.uid);
			}
		}),
		menu: guarded<{ links: unknown[] }>('licence-menu', async ({ links }) => {
			links.push({
				id: 'forum-terms-licences', route: 'licences', name: '[[forum-terms:licence.menu]]', icon: 'fa-key',
				visibility: { self: true, other: false, moderator: false, globalMod: false, admin: true },
			});
		}),
		/**
		 * The signature stands for whoever sends it: there is no session whose CSRF token could be shown.
		 * HOST: src/middleware/user.js `authenticateRequest` asks for it wherever no bearer token comes along.
		 */
		unguarded: guarded<{ skip: Partial<Record<string, string[]>> }>('licence-webhook', async ({ skip }) => {
			skip.post = [...skip.post ?? [], `/api/v3/plugins/forum-terms${webhookPath}`];
		}),
	};
}
