import type { Host } from '../../kernel/host/ports';
import { nameKey } from '../../kernel/formats/text';
import { readThrough } from '../../kernel/host/read-through';
import type { PartnerStore } from '../accounts/store';

/** The id of the only account with this company name, whatever its spacing and case; empty: none, or several. */
export type CompanySearch = (name: string) => Promise<string>;

/** All accounts are read at most once a minute, however often somebody searches. */
export function companySearch({ store, host }: {
	store: Pick<PartnerStore, 'all'>; host: Pick<Host, 'cache'>;
}): CompanySearch {
	const all = 'all';
	const ids = readThrough<ReadonlyMap<string, string>>(
		host.cache('forum-terms-company-names', { max: 1, ttlSeconds: 60 }), async () => {
			const found = new Map<string, string>();
			for await (const accounts of store.all()) {
				for (const { id, company } of accounts) {
					found.set(nameKey(company), found.has(nameKey(company)) ? '' : id);
				}
			}
			return found;
		});
	return async name => (await ids.get(all)).get(nameKey(name)) ?? '';
}
