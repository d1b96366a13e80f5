import { uidOf } from '../../kernel/host/member';
import type { AccountTerms } from '../../kernel/offers/account-terms';
import type { Host } from '../../kernel/host/ports';
import { languageToken } from '../../kernel/refusals/message';
import type { Page, PageAnswer } from '../../kernel/slice/routes';
import type { PartnerAccess, PartnerStanding } from '../accounts/access';
import { isPartner, type PartnerAccount } from '../company/account';
import { consoleTabs, tabNames, type ConsoleTab, type TabName } from './console-tabs';
import { digestRhythms, type Digests } from './digest';
import type { PartnerDirectory } from '../accounts/directory';
import type { StaffStatements } from './staff-statements';
import type { StaffPosts } from '../posts/staff-posts';
import type { StaffReports } from '../posts/staff-reports';
import { strikeState } from '../strikes/standing-rules';
import type { PartnerStore } from '../accounts/store';
import type { VisibleStrikesLookup } from '../strikes/visible-strikes';
import { isAnnounced } from '../company/suspension';
import type { AcceptedLookup } from '../timeline/timeline';
import type { WaitingPosts } from '../posts/waiting-posts';

const title = '[[forum-terms:partner.page]]';
/** From this number on, a badge only says that there is enough to do. */
const mostCounted = 100;

/** The state of an account, from its suspension and strikes. */
export type StageLookup = (id: string) => Promise<'good' | 'notified' | 'held' | 'review' | 'referral'>;

const tones: Record<string, string> = {
	good: 'success', notified: 'warning', held: 'warning', review: 'warning', referral: 'danger', suspended: 'danger',
};

/** The owner's page: their people, their posts, and what happened to them (clause 4.12). */
export function consolePage(parts: {
	store: PartnerStore; directory: PartnerDirectory; posts: StaffPosts; waiting: WaitingPosts;
	reports: StaffReports; digests: Digests; host: Pick<Host, 'clock' | 'members' | 'places'>;
	accepted: AcceptedLookup; versionOf: AccountTerms['nameOf']; access: PartnerAccess; visibleTo: VisibleStrikesLookup;
	stageOf: StageLookup; ownStatements: StaffStatements;
}): Page {
	const { store, directory, digests, host } = parts;
	const tabs = consoleTabs(parts);

	/** `isAffected`: who speaks for the company reads why it is suspended once they are told. */
	async function header(account: PartnerAccount, who: PartnerStanding, isAffected: boolean) {
		const { id, company, suspension, createdAt } = account;
		const said = suspension && (!isAffected || isAnnounced(suspension, host.clock.now())) ? suspension : null;
		const state = suspension ? 'suspended' : await parts.stageOf(id);
		return {
			id, company, level: isPartner(account, host.clock.now()) ? account.level : '', state, tone: tones[state],
			suspendedFor: said?.reason ?
				languageToken('forum-terms:partner.suspended-for', [said.clause, said.reason]) : '',
			isForum: who === 'forum', isOwner: who === 'owner', sinceISO: new Date(createdAt).toISOString(),
		};
	}
	/** Number of strikes waiting for this reader: for an owner's answer, or for a staff decision. */
	async function waitingStrikes(account: PartnerAccount, who: PartnerStanding, uid: number): Promise<number> {
		const { strikes = [] } = await parts.visibleTo(account, uid) ?? {};
		const waits = who === 'owner' ? 'open' : 'answered';
		const now = host.clock.now();
		return strikes.filter(strike => strikeState(strike, now) === waits).length;
	}
	/** Only the strikes, for moderators of single categories. */
	async function moderatorsView(account: PartnerAccount): Promise<PageAnswer> {
		const head = { ...await header(account, 'outsider', false), suspendedFor: '' };
		return {
			template: 'forum-terms/partner', data: { title, ...head, tab: 'strikes', isModerator: true, hasConsole: true },
		};
	}
	async function ownersView(
		account: PartnerAccount, who: PartnerStanding, isAffected: boolean,
		{ uid, query, language }: { uid: number; query: Record<string, string>; language: string },
	): Promise<PageAnswer> {
		const { id } = account;
		const tab = tabNames.find(name => name === query.tab) ?? 'posts';
		const [posts, people, waiting, reports, rhythm] = await Promise.all([
			store.postCount(id), store.peopleCount(id), parts.waiting(id, uid, mostCounted),
			parts.reports.page(id, uid, null, { score: 0 }), digests.rhythm(uid),
		]);
		const strikes = await waitingStrikes(account, who, uid);
		const open = reports.reports.filter(({ state }) => state === 'open' || state === 'wip').length;
		const counts: Partial<Record<TabName, number>> = {
			posts, waiting: waiting.rows.length, reports: open, strikes, people,
		};
		const own = who === 'forum' ? `&id=${encodeURIComponent(id)}` : '';
		const call: Parameters<ConsoleTab>[0] = { account, uid, query, language, own };
		return {
			template: 'forum-terms/partner',
			data: {
				title, ...await header(account, who, isAffected), own, tab, [`is-${tab}`]: true, posts: [], hasConsole: true,
				tabs: tabNames.map(name => ({
					name, isActive: name === tab, count: counts[name] ?? '', isUrgent: (name === 'reports' && open > 0) || (name === 'strikes' && strikes > 0),
					hasCount: (counts[name] ?? 0) > 0,
				})),
				facts: (['posts', 'waiting', 'reports', 'people'] as const).map(name => ({ name, count: counts[name] ?? 0 })),
				rhythms: digestRhythms.map(name => ({ name, isChosen: name === rhythm })),
				...await tabs[tab](call),
			},
		};
	}

	return {
		path: '/forum-terms/partner', access: 'member', kind: 'public', title,
		async render({ actor, query, language }) {
			const uid = uidOf(actor);
			const membership = await directory.membership(uid);
			const id = query.id ?? membership?.partner ?? '';
			const account = id ? await directory.account(id) : null;
			const who = id ? await parts.access.standing(id, uid) : 'outsider';
			if (account && who === 'outsider' && query.tab === 'strikes' && await parts.visibleTo(account, uid)) {
				return moderatorsView(account);
			}
			if (query.id !== undefined && (!account || who === 'outsider' || (who === 'staff' && query.tab))) {
				if (account) {
					await parts.access.forbid(id, uid, 'console');
				}
				return account ? { notAllowed: true } : { notFound: true };
			}
			if (!account) {
				return { template: 'forum-terms/partner', data: { title, isNone: true } };
			}
			const owns = membership?.partner === id && membership.role === 'owner';
			if (who === 'staff' || (query.id === undefined && !owns)) {
				return {
					template: 'forum-terms/partner',
					data: { title, ...await header(account, 'staff', true), isStaff: true, role: membership?.role ?? '', isHalted: membership?.isHalted ?? false,
						statements: await parts.ownStatements(account, uid, language) },
				};
			}
			return ownersView(account, owns ? 'owner' : who, membership?.partner === id, { uid, query, language });
		},
	};
}

/** The link of the account menu: NodeBB's menu links only below the account. */
export const consoleLink: Page = {
	path: '/user/:userslug/forum-terms-partner', access: 'member', kind: 'account', title,
	render: async () => ({ redirect: '/forum-terms/partner' }),
};

