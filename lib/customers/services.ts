import type { Host } from '../kernel/host/ports';
import type { Forum } from '../platform/forum/forum';
import { keptSecret } from '../platform/kept-secret';
import { customerGroup } from './group';
import { licences } from './licences';
import { customerSettings } from './settings';
import { licenceStore } from './store';
import { licenceLookup } from './view';

/** The pieces around the definition of Customer, over a host. */
export function customerServices(host: Host, forum: Pick<Forum, 'secret' | 'settings'>) {
	const settings = forum.settings(customerSettings);
	const store = licenceStore(host.database);
	const group = customerGroup({ store, host });
	/** Shared with the vendor's system, which verifies licences with it. */
	const secret = keptSecret(host.database, host.clock, 'licence-webhook');
	return {
		store, group, settings, secret, host,
		licences: licences({ store, group, settings, secret: forum.secret, shared: secret.value, host }),
		/** A member's own claims. */
		own: licenceLookup(store, host.clock),
	};
}
