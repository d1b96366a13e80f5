import type { PartnerAccounts } from './accounts';
import type { PartnerDirectory } from './directory';
import type { PartnerGroups } from './partner-groups';
import type { PartnerSettings } from './settings';
import type { PartnerStore } from './store';

/** The finished pieces of this slice that its routes, hooks and reviewer share; put together in `slice.ts`. */
export interface PartnerParts {
	store: PartnerStore;
	directory: PartnerDirectory;
	accounts: PartnerAccounts;
	groups: PartnerGroups;
	settings: () => Promise<PartnerSettings>;
}
