import type { ChecklistLookup } from '../kernel/offers/checklist-form';
import type { ChecklistPlaces } from '../kernel/offers/checklist-places';
import type { OwnPage } from '../kernel/host/navigation';
import type { Host } from '../kernel/host/ports';
import type { SecurityPlaceLookup } from '../kernel/offers/security-place';
import type { Slice } from '../kernel/slice/slice';
import type { Forum } from '../platform/forum/forum';
import { checklistAdminRoutes } from './profiles/admin-routes';
import { checklistEffectRoutes } from './effect/routes';
import { evidenceDownloads } from './desk/download';
import { checklistEvidenceRoutes } from './desk/routes';
import { checklistDownloads, checklistFileRoute } from './files/routes';
import { prepareChecklists } from './profiles/first-start';
import { forgetAuthor } from './forget';
import { checklistHooks } from './hooks';
import { checklistJobs } from './jobs';
import { memoryRoute } from './evidence/member-history';
import { ownAnswers } from './own-data';
import { nothingHere } from './profiles/place-map';
import { checklistPlaces } from './profiles/places';
import { checklistReviewer } from './reviewer';
import { securityCategories, securityPlace } from './asking/security-place';
import { checklistServices, type ChecklistNeighbours } from './services';
import { checklistSettings } from './profiles/settings';
import { queuedHooks } from './desk/queued';
import { staffPage } from './desk/staff-page';
import { checklistTopicRoutes } from './desk/topic-routes';
import { checklistWaiverRoutes } from './desk/waiver-routes';

export interface ChecklistSlice extends Slice {
	/** What a place asks of a member. */
	checklistOf: ChecklistLookup;
	/** The checklist of each category. */
	places: ChecklistPlaces;
	isSecurityPlace: SecurityPlaceLookup;
	/** Categories where new topics get the security checklist. */
	securityCategories(): Promise<readonly number[]>;
}

const page: OwnPage = {
	route: '/forum-terms/checklists', title: 'forum-terms:evidence.all-checklists', iconClass: 'fa-list-check',
};

/** Checks before posting (clause 3). */
export function checklistSlice(
	host: Host, forum: Pick<Forum, 'settings' | 'isExempt' | 'exemptGroups' | 'staffOf' | 'pace'>,
	offers: ChecklistNeighbours,
): ChecklistSlice {
	const services = checklistServices(host, forum, offers);
	return {
		name: 'checklist', clause: '3', settings: checklistSettings,
		reviewers: [checklistReviewer(services)],
		hooks: { ...checklistHooks(services), ...queuedHooks(services) },
		routes: [
			...checklistAdminRoutes(services), checklistFileRoute(host.translate), ...checklistTopicRoutes(services),
			...checklistEffectRoutes(services), ...checklistWaiverRoutes(services),
			...checklistEvidenceRoutes(services), memoryRoute(services),
		],
		pages: [staffPage(services)],
		downloads: [...evidenceDownloads(services), ...checklistDownloads(services)],
		jobs: checklistJobs(services),
		adminTabs: [{ id: 'checklists', title: 'admin/plugins/forum-terms:tab.checklists' }],
		setup: [{
			name: 'checklists', opens: 'checklist-tab-places',
			isDone: async () => Object.values((await services.store.places()).topics).some(id => id !== nothingHere),
		}],
		navigation: [{ ...page, groups: ['administrators', 'Global Moderators'] }],
		ownPages: async uid => ((await host.places.moderatedBy(uid)).length > 0 ? [page] : []),
		prepare: () => prepareChecklists(services, host),
		forget: uid => forgetAuthor(services, uid),
		ownData: ownAnswers(services),
		checklistOf: services.checklistOf, places: checklistPlaces(services), isSecurityPlace: securityPlace(services),
		securityCategories: securityCategories(services),
	};
}
