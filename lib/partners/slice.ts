import type { Host } from '../kernel/ports';
import { readSettings } from '../kernel/settings';
import { partnerAccounts } from './accounts';
import { partnerDirectory } from './directory';
import { partnerGroups } from './partner-groups';
import type { PartnerParts } from './parts';
import { partnerSettings, type PartnerSettings } from './settings';
import { partnerStore } from './store';

/** Puts the pieces of clause 4.12 together over a host. */
export function partnersSlice(host: Host): PartnerParts {
	const settings = async (): Promise<PartnerSettings> => readSettings(partnerSettings, await host.settings.read());
	const store = partnerStore(host.database);
	const directory = partnerDirectory(store, {
		members: host.cache('forum-terms-partner-members', { max: 20_000, ttlSeconds: 60 }),
		accounts: host.cache('forum-terms-partner-accounts', { max: 2000, ttlSeconds: 60 }),
	});
	const groups = partnerGroups({ store, settings, host });
	const accounts = partnerAccounts({ store, directory, groups, settings, host });
	return { store, directory, groups, settings, accounts };
}
