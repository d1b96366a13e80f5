import { accessSlice } from './access/slice';
import { knownCategories } from './categories/known';
import { categoriesSlice } from './categories/slice';
import { checklistSlice } from './checklist/slice';
import { customersSlice } from './customers/slice';
import { assemble, type Assembled } from './kernel/assemble';
import { ownDataOf } from './kernel/own-data';
import type { Host } from './kernel/ports';
import type { Slice } from './kernel/slice';
import { partnersSlice } from './partners/slice';
import { forumOf } from './platform/forum/forum';
import { forumSettings } from './platform/forum/settings';
import { pacedRoutes } from './platform/paced-routes';
import { postingSlice } from './posting/slice';
import { recordsSlice } from './records/slice';
import { termsSlice } from './terms/slice';

/** The slices in the order of need: each takes what those before it offer. */
export function slicesOf(host: Host): Slice[] {
	const forum = forumOf(host);
	const known = knownCategories(host);
	const terms = termsSlice(host, forum, known);
	const checklist = checklistSlice(host, forum, known);
	const customers = customersSlice(host, forum);
	const partners = partnersSlice(host, forum, {
		terms: terms.forAccounts, licences: customers.own, isSecurityPlace: checklist.isSecurityPlace,
	});
	const access = accessSlice(host, forum, {
		...checklist, ties: partners.ties,
		keptGroups: async names => [customers.group, ...await partners.ownGroups(names)],
	});
	const categories = categoriesSlice(host, forum, {
		...checklist, known, checklists: checklist.places, levels: partners.levels,
		groups: { ...partners.groups, customers: customers.group },
	});
	const judging = [access, terms, partners, checklist];
	const posting = postingSlice(host, forum, {
		...terms, ...checklist, ...access, ...categories, reviewers: judging.flatMap(slice => slice.reviewers ?? []),
	});
	const telling = [terms, checklist, customers, partners, access];
	const records = recordsSlice(host, { ownData: ownDataOf(telling), statement: access.statement });
	return [
		posting, terms, { name: 'forum', clause: '2', settings: forumSettings }, checklist, categories, partners, customers,
		access, records,
	];
}

/** The plugin over a host; plugin.json names its handlers. */
export function createPlugin(host: Host): Assembled {
	const { addresses, ...plugin } = assemble(slicesOf(host), host);
	const routes = pacedRoutes(addresses.routes, { pace: forumOf(host).pace, members: host.members });
	return { ...plugin, addresses: { ...addresses, routes } };
}
