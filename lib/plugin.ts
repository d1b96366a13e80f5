import type { Host } from './kernel/ports';
import type { Download, Form, Guard, Page, Route } from './kernel/routes';
import { prepareChecklists } from './checklist/first-start';
import { checklistForms } from './checklist/form';
import { checklistHooks } from './checklist/hooks';
import { checklistReviewer } from './checklist/reviewer';
import { checklistRoutes } from './checklist/routes';
import { checklistStore } from './checklist/store';
import { composeForm } from './posting/compose-form';
import { door } from './posting/door';
import { postingGuards } from './posting/guards';
import { postingHooks } from './posting/hooks';
import { postingRoutes } from './posting/routes';
import { acceptPage } from './terms/accept-page';
import { accountPage } from './terms/account-page';
import { adminPage } from './terms/admin-page';
import { adminRoutes } from './terms/admin-routes';
import { checkPage } from './terms/check-page';
import { documentRoutes } from './terms/document-routes';
import { prepareFirstStart } from './terms/first-start';
import { termsHooks } from './terms/hooks';
import { memberDownloads } from './terms/member-download';
import { termsPages } from './terms/pages';
import { scheduleJobs } from './terms/jobs';
import { previewPage } from './terms/preview-page';
import { proofRoutes } from './terms/proof-routes';
import { receiptPage } from './terms/receipt-page';
import { termsReviewer } from './terms/reviewer';
import { termsRoutes } from './terms/routes';
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
	const { parts, owedTo } = termsSlice(host);
	const checklists = checklistStore(host.database, host.cache('forum-terms-checklists', { max: 1, ttlSeconds: 60 }));
	const checklistOf = checklistForms(checklists);
	const oneDoor = door([
		termsReviewer({
			acceptance: parts.acceptance, members: host.members, settings: parts.settings,
			cidOf: parts.cidOf, clock: host.clock, fallbackLanguage: () => host.site.defaultLanguage(),
		}),
		checklistReviewer({
			store: checklists, members: host.members, cidOf: place => host.places.categoryOf(place),
		}),
	]);
	const accept = acceptPage(parts, owedTo);
	const check = checkPage(parts);
	const addresses: Addresses = {
		routes: [
			...postingRoutes({ door: oneDoor, owedTo, checklistOf, places: host.places, translate: host.translate }),
			...checklistRoutes(checklists),
			...termsRoutes(parts),
			...proofRoutes(parts),
			...adminRoutes(parts),
			...documentRoutes(parts),
			stampRoute(parts),
		],
		// These two stand before `/forum-terms/:version`, which would take their paths for versions.
		pages: [
			accept.page, check.page, previewPage(parts), receiptPage(parts), ...termsPages(parts), accountPage(parts),
			adminPage(parts),
		],
		forms: [accept.form, check.form, composeForm(oneDoor, owedTo, checklistOf)],
		guards: postingGuards(oneDoor, host.log),
		downloads: memberDownloads(parts),
	};
	return {
		posting: postingHooks(oneDoor, host.log),
		checklist: checklistHooks(checklists, host.members, host.log),
		terms: termsHooks(parts, host),
		stamp: stampHooks(parts, host),
		addresses,
		async start() {
			await prepareFirstStart(parts.store, host);
			await prepareChecklists(checklists, host);
			await scheduleJobs(host.jobs, host.log, parts);
		},
	};
}
