import type { LicenceLookup } from '../kernel/licence-history';
import type { Host } from '../kernel/ports';
import { readSettings } from '../kernel/settings';
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
	host: Host;
}

/** Puts the pieces together; `secret` is the forum's own for keyed hashes, which never changes. */
export function customerSlice(host: Host, secret: () => Promise<string>): CustomerParts {
	const settings = async (): Promise<PartnerSettings> => readSettings(partnerSettings, await host.settings.read());
	const store = licenceStore(host.database);
	const group = customerGroup({ store, host });
	return {
		store, group, settings, host, licences: licences({ store, group, settings, secret, host }),
		own: licenceLookup(store, host.clock),
	};
}
