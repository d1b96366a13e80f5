import type { MemberTiesLookup } from '../kernel/offers/member-ties';
import type { Host } from '../kernel/host/ports';
import type { Forum } from '../platform/forum/forum';
import { keptSecret } from '../platform/kept-secret';
import { customerGroup } from './claims/group';
import { licenceJournal } from './claims/journal';
import { licences } from './claims/licences';
import { customerSettings } from './claims/settings';
import { licenceStore } from './claims/store';
import { licenceLookup } from './claims/view';

/** The services of the definition of Customer. */
export function customerServices(
	host: Host, forum: Pick<Forum, 'secret' | 'settings'>, { areColleagues }: Pick<MemberTiesLookup, 'areColleagues'>,
) {
	const settings = forum.settings(customerSettings);
	const store = licenceStore(host.database);
	const group = customerGroup({ store, host });
	const journal = licenceJournal({ store, group, host });
	/** Shared with the vendor's system, which uses it to verify licences. */
	const secret = keptSecret(host.database, host.clock, 'licence-webhook');
	return {
		store, group, journal, settings, secret, host,
		licences: licences({
			store, journal, settings, secret: forum.secret, shared: secret.value, areColleagues, host,
		}),
		/** A member's own claims. */
		own: licenceLookup(store, host.clock),
	};
}
