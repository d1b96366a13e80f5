import type { DecisionBook } from '../kernel/offers/decision-book';
import type { MemberTiesLookup } from '../kernel/offers/member-ties';
import type { Host } from '../kernel/host/ports';
import type { SecurityPlaceLookup } from '../kernel/offers/security-place';
import { readThrough } from '../kernel/host/read-through';
import type { Forum } from '../platform/forum/forum';
import { postEvidence } from '../platform/decisions/post-evidence';
import { secondDeciders } from '../platform/decisions/second-decider';
import type { StatementComposer } from '../platform/decisions/statement';
import { signedLinks } from '../platform/signed-link';
import { appeals } from './appeals/appeals';
import { contestedRestrictions } from './appeals/deciders';
import { statementAtLogIn } from './appeals/log-in';
import { statements } from './appeals/statements';
import { restrictionErasure } from './termination/erasure';
import { stepExecutor } from './termination/step-executor';
import { recordedActs } from './termination/recorded-acts';
import { accessResumption } from './termination/resumption';
import { restrictionLifecycle } from './termination/restriction-lifecycle';
import { factFinder } from './termination/facts';
import { hostBanSync } from './termination/host-ban-sync';
import { notices } from './restriction/notice';
import { newEnds } from './termination/new-end';
import { restrictions } from './termination/restrictions';
import { returnBlock } from './termination/return-block';
import { accessLookup } from './reviewer';
import { referralOffers } from './desk/referral-offer';
import { accessSettings } from './restriction/settings';
import { hostReports } from './restriction/host-reports';
import { restrictionStore } from './restriction/store';
import { reachLookup } from './restriction/reach';

/** What other slices provide. */
export interface AccessSources {
	book: DecisionBook;
	composer: StatementComposer;
	ties: MemberTiesLookup;
	/** Groups that follow from other data: a restriction neither takes nor restores them. */
	managedGroups(names: readonly string[]): Promise<readonly string[]>;
	securityCategories(): Promise<readonly number[]>;
	isSecurityPlace: SecurityPlaceLookup;
}

/** The services of clause 6. */
export function accessServices(bare: Host, forum: Pick<Forum, 'secret' | 'settings'>, sources: AccessSources) {
	// Privileges are checked many times per page; a moved category is noticed within a minute.
	const paths = readThrough<readonly number[]>(bare.cache('forum-terms-access-paths', { max: 5000, ttlSeconds: 60 }),
		async cid => bare.places.categoryPath(Number(cid)));
	const host: Host = { ...bare, places: { ...bare.places, categoryPath: cid => paths.get(String(cid)) } };
	const settings = forum.settings(accessSettings);
	const { access, care, database } = host;
	const { ties, book } = sources;
	const [recorded, evidence] = [recordedActs(book), postEvidence(host)];
	const { secret } = forum;
	const store = restrictionStore(database);
	const memberNotices = notices({ links: signedLinks({ secret, clock: host.clock }), host });
	const reach = reachLookup({ access, care });
	const reported = hostReports({ database, store, callScope: host.callScope });
	const facts = factFinder({ store, access, reach, care, tree: host.categories, host, ...sources });
	const returns = returnBlock({ database, access, ties, settings, secret });
	const lifecycle = restrictionLifecycle({
		store, facts, reports: reported, notices: memberNotices, recorded, access, host,
		executor: stepExecutor({
			store, reach, access, care, ties, returns, clock: host.clock, placesOf: facts.placesOf,
			reports: reported, cids: async () => new Set((await host.categories.all()).map(({ cid }) => cid)),
			actorFor: facts.actorFor, hostReason: one => memberNotices.hostReason(one),
		}),
		cache: host.cache('forum-terms-restrictions', { max: 20_000, ttlSeconds: 300 }),
	});
	const answering = appeals({
		store, reports: reported, facts, lifecycle, notices: memberNotices, recorded, host,
		deciders: secondDeciders(host.members),
		contested: contestedRestrictions({ facts, access, evidence, book, host }),
	});
	const erasure = restrictionErasure({ store, reports: reported, returns, lifecycle, host });
	book.resumes({
		...accessResumption({ store, lifecycle, tellAnswered: one => answering.tellAnswered(one) }),
		expire: (...args) => erasure.expire(...args), endedAt: decision => erasure.endedAt(decision),
	});
	return {
		host, store, erasure, reports: reported, facts, returns, lifecycle, settings, notices: memberNotices,
		statements: statements({ composer: sources.composer, book, categories: host.categories }),
		restrictions: restrictions({
			store, reports: reported, facts, lifecycle, care, evidence, recorded, settings, host,
		}),
		newEnds: newEnds({ store, facts, lifecycle, recorded, host }),
		appeals: answering, referralOf: referralOffers({ store, ties }),
		atLogIn: statementAtLogIn({ store, notices: memberNotices, host }),
		hostBans: hostBanSync({ recorded, store, lifecycle, facts, access, host }),
		lookup: accessLookup({ lifecycle, isSecurityPlace: sources.isSecurityPlace, settings, host }),
	};
}
