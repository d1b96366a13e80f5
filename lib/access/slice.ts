import { done } from '../kernel/refusals/outcome';
import type { OwnStatementLookup } from '../kernel/offers/own-statement';
import { actorOf } from '../kernel/host/member';
import type { OwnPage } from '../kernel/host/navigation';
import type { WaitingLookup } from '../kernel/offers/waiting';
import type { Host } from '../kernel/host/ports';
import { atOnce, now } from '../kernel/host/soon';
import type { Slice } from '../kernel/slice/slice';
import type { Forum } from '../platform/forum/forum';
import { statementPage, statementRoutes } from './desk/statement';
import { accessHooks } from './hooks';
import { accessJobs } from './jobs';
import { ownAccess } from './appeals/own-access';
import { accessReviewer, type AccessLookup } from './reviewer';
import { mayRestrict, restrictionRoutes } from './desk/routes';
import { accessServices, type AccessSources } from './services';
import { isInForce } from './restriction/restriction';
import { barredPageHooks } from './restriction/page-notice';
import { ahead } from './restriction/access-refusal';
import { accessSettings } from './restriction/settings';
import { waitingAppeals } from './appeals/waiting';
import { accessMenus } from './desk/staff-hooks';
import { plannerLink, restrictionsPage } from './desk/staff-page';

export interface AccessSlice extends Slice {
	/** Why a member may not do this there, said before they try; null if they may. */
	barredAt: AccessLookup;
	statement: OwnStatementLookup;
	/** Appeals that nobody has answered. */
	waiting: WaitingLookup;
}

const page: OwnPage = { route: '/forum-terms/restrictions', title: 'forum-terms:restriction.page', iconClass: 'fa-user-lock' };

/** Restriction and termination (clauses 1 and 6). */
export function accessSlice(host: Host, forum: Pick<Forum, 'secret' | 'settings'>, sources: AccessSources): AccessSlice {
	const services = accessServices(host, forum, sources);
	const { appeals, lifecycle, lookup } = services;
	const barredAt: AccessLookup = atOnce(function* (uid, act, place) {
		const refusal = yield* now(lookup(uid, act, place));
		return refusal && ahead(refusal);
	});
	return {
		name: 'access', clause: '6', settings: accessSettings,
		reviewers: [accessReviewer(lookup)],
		hooks: {
			...accessHooks(services), ...accessMenus(services),
			...barredPageHooks({ lifecycle, lookup: barredAt, host }),
		},
		/** So that the browser asks the server before it offers to post. */
		clientConfig: atOnce(function* (uid) {
			const open = uid > 0 ? yield* now(lifecycle.openOf(uid)) : [];
			return { isRestricted: open.some(one => isInForce(one, host.clock.now())) };
		}),
		routes: [...restrictionRoutes(services), ...statementRoutes(services)],
		pages: [restrictionsPage(services), plannerLink, statementPage(services)],
		jobs: accessJobs(services),
		navigation: [{ ...page, groups: ['administrators', 'Global Moderators'] }],
		ownPages: async uid => (await mayRestrict(services.facts, actorOf(uid)) ? [page] : []),
		async prepare() {
			// In the background: a lease of the dead process may have to expire first.
			void lifecycle.dropUnstarted().catch((error: unknown) => host.log.error('access', 'look', error));
		},
		forget: uid => services.erasure.forget(uid),
		ownData: ownAccess(services),
		barredAt,
		waiting: waitingAppeals({ ...services, mayRestrict: uid => mayRestrict(services.facts, actorOf(uid)) }),
		async statement(reader) {
			const found = await appeals.openedWithData(reader);
			return found.ok ? done({
				uid: found.value.uid, restriction: await services.statements.of(found.value, reader.language),
			}) : found;
		},
	};
}
