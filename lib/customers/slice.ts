import type { LicenceLookup } from '../kernel/offers/licence-history';
import type { MemberTiesLookup } from '../kernel/offers/member-ties';
import type { Host } from '../kernel/host/ports';
import type { Slice } from '../kernel/slice/slice';
import type { Forum } from '../platform/forum/forum';
import { customersGroup } from './claims/group';
import { customerHooks } from './hooks';
import { customerJobs } from './jobs';
import { licenceForm, licencePage } from './page';
import { licenceRoutes } from './routes';
import { licenceSecretRoutes } from './secret-routes';
import { customerServices } from './services';
import { customerSettings } from './claims/settings';
import { licenceWebhook } from './webhook';

export interface CustomersSlice extends Slice {
	/** A member's own claims. */
	own: LicenceLookup;
	/** The group of everybody with a valid licence; NodeBB grants it category rights. */
	group: string;
}

/** The definition of Customer: who claims which licence, and who verifies it. */
export function customersSlice(
	host: Host, forum: Pick<Forum, 'secret' | 'settings'>, ties: Pick<MemberTiesLookup, 'areColleagues'>,
): CustomersSlice {
	const services = customerServices(host, forum, ties);
	const { own, licences, secret } = services;
	return {
		name: 'customers', clause: 'definitions', settings: customerSettings, hooks: customerHooks,
		routes: [...licenceRoutes(services), ...licenceSecretRoutes(services), ...licenceWebhook(services)],
		pages: [licencePage(services)],
		forms: [licenceForm(services)],
		jobs: customerJobs(services),
		adminTabs: [{ id: 'customers', title: 'admin/plugins/forum-terms:tab.customers' }],
		prepare: () => secret.migrate(host.settings, 'licenceWebhookSecret'),
		forget: uid => licences.forget(uid),
		ownData: async (uid, _language, { kind }) => (kind === 'export' ? { licences: await own(uid) } : {}),
		own, group: customersGroup,
	};
}
