import type { LicenceLookup } from '../kernel/licence-history';
import type { Host } from '../kernel/ports';
import { readSettings } from '../kernel/settings';
import { keptSecret, type KeptSecret } from '../platform/kept-secret';
import { customerGroup, type CustomerGroup } from './customer-group';
import { licenceStore, type LicenceStore } from './licence-store';
import { licenceLookup } from './licence-view';
import { licences, type Licences } from './licences';
import { partnerSettings, type PartnerSettings } from './settings';

/** The finished pieces around the definition of Customer that routes, pages, hooks and jobs share. */
export interface CustomerParts {
	store: LicenceStore;
	licences: Licences;
	group: CustomerGroup;
	/** A member's own claims. */
	own: LicenceLookup;
	settings: () => Promise<PartnerSettings>;
	/** Shared with the vendor's system, which verifies licences with it. */
	secret: KeptSecret;
	host: Host;
}

/** Puts the pieces together; `hashing` is the forum's own for keyed hashes, which never changes. */
export function customerSlice(host: Host, hashing: () => Promise<string>): CustomerParts {
	const settings = async (): Promise<PartnerSettings> => readSettings(partnerSettings, await host.settings.read());
	const store = licenceStore(host.database);
	const group = customerGroup({ store, host });
	const secret = keptSecret(host.database, host.clock, 'licence-webhook');
	return {
		store, group, settings, secret, host,
		licences: licences({ store, group, settings, secret: hashing, shared: secret.value, host }),
		own: licenceLookup(store, host.clock),
	};
}
