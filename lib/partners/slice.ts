import type { AccountTerms } from '../kernel/offers/account-terms';
import type { LicenceLookup } from '../kernel/offers/licence-history';
import type { MemberTiesLookup } from '../kernel/offers/member-ties';
import type { WaitingLookup } from '../kernel/offers/waiting';
import type { Host } from '../kernel/host/ports';
import type { SecurityPlaceLookup } from '../kernel/offers/security-place';
import type { Slice } from '../kernel/slice/slice';
import type { Forum } from '../platform/forum/forum';
import { partnerAccess } from './accounts/access';
import { partnerAddresses } from './addresses';
import { consoleServices } from './console-services';
import { forgetPerson } from './forget';
import { partnerHooks } from './hooks';
import { digestJob, partnerJobs, peopleJob } from './jobs';
import { memberTies } from './member-ties';
import { ownPartner } from './own-data';
import { attributionTrims } from './posts/attribution';
import { restoreGuards } from './posts/restore-guards';
import { levelGroup, partnersGroup } from './accounts/groups';
import { peopleServices } from './people-services';
import { partnerReviewer } from './reviewer';
import { releaseGuards } from './hold';
import { partnerServices, type OnRecord } from './services';
import { levelsIn, partnerSettings } from './company/settings';
import { waitingAnswers } from './desk/waiting-answers';
import { visibleStrikes } from './strikes/visible-strikes';
import { strikeForm } from './strikes/form';

/** What other slices provide. */
export interface PartnerNeighbours extends OnRecord {
	terms: AccountTerms;
	/** A member's own claims of licences. */
	licences: LicenceLookup;
	isSecurityPlace: SecurityPlaceLookup;
}

export interface PartnersSlice extends Slice {
	ties: MemberTiesLookup;
	/** Answers to strikes and suspensions that nobody has decided about. */
	waiting: WaitingLookup;
	/** The groups among these that follow from the accounts alone. */
	ownGroups(names: readonly string[]): Promise<readonly string[]>;
	/** The group of all partners' people, and that of each level. */
	groups: { partners: string; levelOf(level: string): string };
	/** Highest first. */
	levels(): Promise<string[]>;
	/** The account that somebody speaks for; empty: none. */
	partnerOf(uid: number): Promise<string>;
	/** The companies of existing accounts by the account's id. */
	companies(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Partner accounts, their people, their posts and their strikes (definitions and clause 4.12). */
export function partnersSlice(
	host: Host, forum: Pick<Forum, 'secret' | 'settings' | 'pace'>,
	{ terms, licences, isSecurityPlace, ...onRecord }: PartnerNeighbours,
): PartnersSlice {
	const services = partnerServices(host, forum, onRecord);
	const { groups, journal, settings } = services;
	const people = peopleServices(services, { terms, secret: forum.secret });
	const access = partnerAccess(services);
	const owners = consoleServices(services, { ...access, isSecurityPlace });
	const strikes = strikeForm(services);
	return {
		...partnerAddresses({
			...services, ...people, ...owners, access, accepted: terms.acceptedBy, versionOf: terms.nameOf,
		}, strikes.routes),
		name: 'partners', clause: '4.12', settings: partnerSettings,
		reviewers: [partnerReviewer({ ...services, isSecurityPlace })],
		guards: [...releaseGuards({ ...services, isSecurityPlace }), ...restoreGuards(services)],
		trims: attributionTrims(services),
		hooks: { ...partnerHooks(services, people.requests), ...strikes.hooks },
		jobs: [...partnerJobs(services), digestJob(owners.digests), peopleJob(people)],
		adminTabs: [{ id: 'partners', title: 'admin/plugins/forum-terms:tab.partners' }],
		setup: [{ name: 'partners', opens: 'partners', isDone: async () => await services.store.size() > 0 }],
		ownPages: async uid => (await services.directory.membership(uid) ?
			[{ route: '/forum-terms/partner', title: 'forum-terms:menu.partner', iconClass: 'fa-building' }] : []),
		async prepare() {
			// In the background: a lease of the dead process may have to expire first.
			void journal.resume().catch((error: unknown) => host.log.error('partners', 'resume', error));
		},
		forget: uid => forgetPerson({ ...services, ...owners, pending: people.pending }, uid),
		ownData: ownPartner(services),
		waiting: waitingAnswers({ ...services, visibleTo: visibleStrikes({ ...services, access }) }),
		ties: memberTies({ ...services, licences }), ownGroups: names => groups.ours(names),
		groups: { partners: partnersGroup, levelOf: levelGroup }, levels: async () => levelsIn(await settings()),
		partnerOf: async uid => (await services.directory.membership(uid))?.partner ?? '',
		companies: async ids =>
			new Map([...await services.directory.accounts(ids)].map(([id, { company }]) => [id, company])),
	};
}
