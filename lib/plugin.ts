import type { Host } from './kernel/ports';
import type { Download, Form, Guard, Page, Route } from './kernel/routes';
import { accessHooks } from './access/hooks';
import { scheduleAccessJobs } from './access/jobs';
import { accessReviewer } from './access/reviewer';
import { ownAccess } from './access/own-access';
import { restrictionRoutes } from './access/routes';
import { accessSettings } from './access/settings';
import { accessSlice } from './access/slice';
import { accessMenus } from './access/staff-hooks';
import { plannerLink, restrictionsPage } from './access/staff-page';
import { statementDownload, statementPage, statementRoutes } from './access/appeals/statement';
import { categoryHooks } from './categories/hooks';
import { scheduleBlueprintJobs } from './categories/jobs';
import { moveHooks } from './categories/move-hooks';
import { blueprintDownloads, blueprintRoutes } from './categories/routes';
import { categorySettings } from './categories/settings';
import { categoriesSlice } from './categories/slice';
import { checklistEffectRoutes } from './checklist/effect-routes';
import { prepareChecklists } from './checklist/first-start';
import { checklistDownloads, checklistFileRoute } from './checklist/file-routes';
import { checklistHooks } from './checklist/hooks';
import { scheduleChecklistJobs } from './checklist/jobs';
import { checklistPlaces } from './checklist/places';
import { checklistReviewer } from './checklist/reviewer';
import { checklistAdminRoutes } from './checklist/admin-routes';
import { securityCategories, securityPlace } from './checklist/security-place';
import { checklistSettings } from './checklist/settings';
import { checklistSlice } from './checklist/slice';
import { staffPage } from './checklist/staff-page';
import { checklistTopicRoutes } from './checklist/topic-routes';
import { memberHistory, memoryRoute } from './checklist/member-history';
import { checklistWaiverRoutes } from './checklist/waiver-routes';
import { checklistEvidenceRoutes } from './checklist/evidence-routes';
import { evidenceDownloads } from './checklist/evidence-download';
import { pacedRoutes } from './platform/paced-routes';
import { paceOf } from './platform/pace';
import { partnerAccess } from './partners/access';
import { partnerAddresses } from './partners/addresses';
import { customersGroup } from './partners/customer-group';
import { customerSlice } from './partners/customer-slice';
import { customerHooks } from './partners/licence-hooks';
import { scheduleCustomerJobs } from './partners/licence-jobs';
import { attributionHooks } from './partners/attribution';
import { groupHooks } from './partners/group-hooks';
import { consoleParts } from './partners/console-parts';
import { scheduleDigests, schedulePartnerJobs, schedulePeopleJobs } from './partners/jobs';
import { partnerLookup } from './partners/lookup';
import { memberTies } from './partners/member-ties';
import { ownerNotice } from './partners/owner-notice';
import { peopleHooks } from './partners/people-hooks';
import { peopleSlice } from './partners/people-slice';
import { partnerReviewer } from './partners/reviewer';
import { levelGroup, partnersGroup } from './partners/partner-groups';
import { levelsIn, partnerSettings } from './partners/settings';
import { partnersSlice } from './partners/slice';
import { strikeForm } from './partners/strike-form';
import { watchHooks } from './partners/watch-hooks';
import { composeForm } from './posting/compose-form';
import { door } from './posting/door';
import { postingGuards } from './posting/guards';
import { postingHooks } from './posting/hooks';
import { promises } from './posting/promise';
import { postingRoutes } from './posting/routes';
import { acceptedBy } from './terms/accepted';
import { accountTerms } from './terms/account-terms';
import { acceptPage } from './terms/accept-page';
import { accountPage } from './terms/account-page';
import { adminPage } from './terms/admin-page';
import { adminRoutes } from './terms/admin-routes';
import { checkPage } from './terms/check-page';
import { documentRoutes } from './terms/document-routes';
import { prepareFirstStart } from './terms/first-start';
import { guestReviewer } from './terms/guests';
import { termsHooks } from './terms/hooks';
import { memberDownloads } from './terms/member-download';
import { termsPages } from './terms/pages';
import { scheduleJobs } from './terms/jobs';
import { previewPage } from './terms/preview-page';
import { ownData, proofRoutes } from './terms/proof-routes';
import { receiptPage } from './terms/receipt-page';
import { termsReviewer } from './terms/reviewer';
import { termsRoutes } from './terms/routes';
import { termsSettings } from './terms/settings';
import { termsSlice } from './terms/slice';
import { stampHooks } from './terms/stamp-hooks';
import { stampRoute } from './terms/stamp-route';

/** Everything that has an address. */
export interface Addresses {
	routes: Route[];
	pages: Page[];
	forms: Form[];
	guards: Guard[];
	downloads: Download[];
}

/** Builds the slices over a host and hands over what passes between them; plugin.json names the handlers. */
export function createPlugin(host: Host) {
	const pace = paceOf(host);
	const { parts: checklist, checklistOf } = checklistSlice(
		host, uid => parts.isExempt(uid), (...choice) => structure.suggestionNote(...choice));
	const customers = customerSlice(host, async () => (await parts.keyring()).secret);
	const partners = partnersSlice(host);
	const endings = accessSlice(host, {
		ties: memberTies({ ...partners, licences: customers.own, host }),
		keptGroups: async names => [customersGroup, ...await partners.groups.ours(names)],
		securityCategories: securityCategories({ ...checklist, host }), isSecurityPlace: securityPlace(checklist),
		secret: async () => (await parts.keyring()).secret,
	});
	const { parts, owedTo } = termsSlice(host, {
		checklists: memberHistory(checklist), licences: customers.own, speaksFor: partnerLookup({ ...partners, host }),
		restrictions: ownAccess(endings),
	});
	const access = partnerAccess({ ...partners, host });
	const ownersConsole = consoleParts({ ...partners, host }, access);
	const allSettings = {
		...termsSettings, ...checklistSettings, ...partnerSettings, ...categorySettings, ...accessSettings,
	};
	const ofAccess = { ...endings, host, ownData: ownData(parts) };
	const structure = categoriesSlice(host, {
		groups: { customers: customersGroup, partners: partnersGroup, levelOf: levelGroup },
		levels: async () => levelsIn(await partners.settings()), checklists: checklistPlaces(checklist),
		isSecurityPlace: securityPlace(checklist),
	});
	const promised = promises({
		database: host.database, clock: host.clock, nonce: () => host.nonce(),
		categoryOf: place => host.places.categoryOf(place),
		secret: async () => (await parts.keyring()).secret,
	});
	const oneDoor = door([
		accessReviewer(endings.lookup),
		termsReviewer({
			acceptance: parts.acceptance, members: host.members, settings: parts.settings,
			cidOf: parts.cidOf, clock: host.clock, fallbackLanguage: () => host.site.defaultLanguage(),
		}),
		guestReviewer({ ...parts, clock: host.clock }),
		partnerReviewer({ ...partners, isSecurityPlace: securityPlace(checklist), host }),
		checklistReviewer({ ...checklist, pace }),
	], { promised, queue: host.queue });
	const accept = acceptPage(parts, owedTo);
	const check = checkPage(parts);
	const people = peopleSlice(partners, host, {
		terms: accountTerms(parts), secret: async () => (await parts.keyring()).secret,
	});
	const ofPartners = partnerAddresses(
		{ ...ownersConsole, people, accepted: acceptedBy(parts.ledger), access }, customers);
	const addresses: Addresses = {
		routes: pacedRoutes([
			...postingRoutes({
				door: oneDoor, owedTo, checklistOf, barredAt: endings.lookup, places: host.places,
				translate: host.translate, suggestionFor: structure.suggestionFor,
			}),
			...checklistAdminRoutes(checklist),
			checklistFileRoute(host.translate),
			...checklistTopicRoutes(checklist),
			...checklistEffectRoutes(checklist),
			...checklistWaiverRoutes(checklist),
			...checklistEvidenceRoutes(checklist),
			memoryRoute(checklist),
			...ofPartners.routes,
			...blueprintRoutes(structure.blueprints, host.members),
			...restrictionRoutes(ofAccess),
			...statementRoutes(ofAccess),
			...termsRoutes(parts),
			...proofRoutes(parts),
			...adminRoutes(parts),
			...documentRoutes(parts),
			stampRoute(parts),
		], { pace, members: host.members }),
		// These stand before `/forum-terms/:version`, which would take their paths for versions.
		pages: [
			accept.page, check.page, staffPage(checklist), restrictionsPage(ofAccess), plannerLink,
			statementPage(ofAccess),
			...ofPartners.pages, previewPage(parts), receiptPage(parts),
			...termsPages(parts, structure.guide), accountPage(parts), adminPage(parts, allSettings, host.settings),
		],
		forms: [accept.form, check.form, composeForm(oneDoor, owedTo, checklistOf), ...ofPartners.forms],
		guards: postingGuards(oneDoor, host.topics, host.log),
		downloads: [
			...memberDownloads(parts), ...evidenceDownloads(checklist), ...checklistDownloads(checklist),
			...ofPartners.downloads, statementDownload(ofAccess), ...blueprintDownloads(structure.blueprints),
		],
	};
	return {
		posting: postingHooks(oneDoor, host.log, host),
		checklist: checklistHooks(checklist),
		partners: {
			...attributionHooks({ ...partners, host }), ...groupHooks({ ...partners, host }),
			...strikeForm({ ...partners, host }).hooks, ...peopleHooks(people),
			...watchHooks({ ...partners, notice: ownerNotice(host.messenger, partners.settings), host }),
		},
		customers: customerHooks(customers),
		access: { ...accessHooks(endings), ...accessMenus({ ...endings, host }) },
		categories: { ...categoryHooks(host.log, structure.maps), ...moveHooks(structure.pointers, host.log) },
		terms: termsHooks(parts, host, allSettings),
		stamp: stampHooks(parts, host),
		addresses,
		async start() {
			await customers.secret.adopt(host.settings, 'licenceWebhookSecret');
			await prepareFirstStart(parts.store, host);
			await prepareChecklists(checklist, host);
			await scheduleJobs(host.jobs, host.log, parts);
			await scheduleChecklistJobs(host, checklist);
			await schedulePartnerJobs(host, partners);
			await scheduleCustomerJobs(customers);
			await scheduleDigests(host, ownersConsole.digests);
			await schedulePeopleJobs(host, people);
			await scheduleAccessJobs(host, endings);
			await scheduleBlueprintJobs(host, structure);
			await host.jobs.schedule('forum-terms-promises', '31 * * * *', () => promised.sweep());
		},
	};
}
