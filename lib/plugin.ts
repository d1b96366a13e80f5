import { accessSlice } from './access/slice';
import { knownCategories } from './categories/known';
import { categoriesSlice } from './categories/slice';
import { checklistSlice } from './checklist/slice';
import { customersSlice } from './customers/slice';
import { assemble, type Assembled } from './kernel/slice/assemble';
import { ownDataOf } from './kernel/slice/own-data';
import type { Host } from './kernel/host/ports';
import { moderationSlice } from './moderation/slice';
import { partnersSlice } from './partners/slice';
import { citations } from './platform/decisions/citations';
import { shownDeciders } from './platform/decisions/shown-decider';
import { statementComposer } from './platform/decisions/statement';
import { forumOf } from './platform/forum/forum';
import { pacedRoutes } from './platform/paced-routes';
import { postingSlice } from './posting/slice';
import { decisionBook } from './records/decisions/book';
import { recordsSlice } from './records/slice';
import { setupSlice } from './setup/slice';
import { termsSlice } from './terms/slice';
import { vendorSlice } from './vendor/slice';

/** Builds the plugin for a host: the slices in order of need, each with the offers of earlier ones. */
export function createPlugin(host: Host): Assembled {
	const forum = forumOf(host);
	const known = knownCategories(host);
	const terms = termsSlice(host, forum, known);
	const book = decisionBook({ host, secret: forum.secret, clauses: terms.clauses });
	const composer = statementComposer({
		clauses: terms.clauses, nameOf: terms.forAccounts.nameOf, deciders: shownDeciders(forum), host,
	});
	const { suggestionNote } = known;
	const checklist = checklistSlice(host, forum, { suggestionNote, termsInForce: terms.inForce, book });
	// Partners know their people's licences, and decisions about licences know who speaks for the same partner.
	const customers = customersSlice(host, forum, {
		areColleagues: (one, other) => partners.ties.areColleagues(one, other),
	});
	const { checklistOf, isSecurityPlace, securityCategories } = checklist;
	const partners = partnersSlice(host, forum, {
		isSecurityPlace, terms: terms.forAccounts, licences: customers.own, book,
		composer, citations: citations({
			book, clauses: terms.clauses, nameOf: terms.forAccounts.nameOf, translate: host.translate,
		}),
	});
	const access = accessSlice(host, forum, {
		book, composer, isSecurityPlace, securityCategories,
		ties: partners.ties,
		managedGroups: async names => [customers.group, ...await partners.ownGroups(names)],
	});
	const categories = categoriesSlice(host, forum, {
		isSecurityPlace, known, checklists: checklist.places, levels: partners.levels,
		groups: { ...partners.groups, customers: customers.group },
	});
	const slices = [
		terms, forum.slice, checklist, categories, partners, customers, access, vendorSlice(forum),
	];
	const posting = postingSlice(host, forum, {
		owedTo: terms.owedTo, checklistOf, barredAt: access.barredAt, suggestionFor: categories.suggestionFor,
		rulesOf: known.rulesOf, book,
		reviewers: slices.flatMap(slice => slice.reviewers ?? []),
	});
	const moderation = moderationSlice(host, [access.waiting, partners.waiting]);
	const records = recordsSlice(host, forum, {
		book, keyring: terms.keyring, verifyLedger: terms.verifyLedger, ledgerState: terms.ledgerState,
		clauses: terms.clauses, companies: partners.companies, partnerOf: partners.partnerOf,
		statement: access.statement, ownData: ownDataOf(slices),
	});
	const parts = [posting, ...slices, moderation, records];
	const { addresses, ...plugin } = assemble([setupSlice(host, parts), ...parts], host);
	const routes = pacedRoutes(addresses.routes, { pace: forum.pace, members: host.members });
	return { ...plugin, addresses: { ...addresses, routes } };
}
