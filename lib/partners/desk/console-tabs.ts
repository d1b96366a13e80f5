import { plainMarkdown } from '../../kernel/formats/inline-markdown';
import type { AccountTerms } from '../../kernel/offers/account-terms';
import { refusalMessage, tokenOf } from '../../kernel/refusals/message';
import { cursorOf, positionIn } from '../../platform/cursor';
import type { Host } from '../../kernel/host/ports';
import type { PartnerAccount } from '../company/account';
import { peoplePage } from '../people/page';
import { postFilter } from '../posts/filter';
import { postStates } from '../posts/state';
import type { StaffPost, StaffPosts } from '../posts/staff-posts';
import type { StaffReports } from '../posts/staff-reports';
import type { PartnerStore } from '../accounts/store';
import type { AcceptedLookup } from '../timeline/timeline';
import type { WaitingPosts } from '../posts/waiting-posts';

export const tabNames = ['posts', 'waiting', 'reports', 'strikes', 'people', 'terms'] as const;
export type TabName = typeof tabNames[number];

interface TabCall {
	account: PartnerAccount; uid: number; query: Record<string, string>; language: string;
	/** The account in links, for readers from the forum's staff. */
	own: string;
}
/** The contents of one tab of the owner's page. */
export type ConsoleTab = (call: TabCall) => Promise<Record<string, unknown>>;

const longest = 280;
const signersPerPage = 50;
const waitingPerPage = 50;
const iso = (time: number) => new Date(time).toISOString();

/** The beginning of a post in plain words. */
function excerpt(text: string): string {
	const read = text.slice(0, longest * 4);
	const words = plainMarkdown(read);
	return words.length > longest || read !== text ? `${words.slice(0, longest).trimEnd()}…` : words;
}

/** A post as a line of a list. */
export function postLine(post: StaffPost) {
	return { ...post, excerpt: excerpt(post.content), atISO: iso(post.timestamp), isVisible: post.state === 'visible',
		isWithdrawn: post.state === 'withdrawn', isEdited: post.editedAt > 0 };
}

export function consoleTabs(parts: {
	posts: StaffPosts; waiting: WaitingPosts; reports: StaffReports; store: PartnerStore;
	host: Pick<Host, 'clock' | 'members' | 'places'>; accepted: AcceptedLookup; versionOf: AccountTerms['nameOf'];
}): Record<TabName, ConsoleTab> {
	const { posts, waiting, reports, store, host, accepted, versionOf } = parts;

	const postsTab: ConsoleTab = async ({ account: { id }, uid, query, own }) => {
		const { who = '', from = '', to = '', cid = '', state = '' } = query;
		const person = who === '' ? 0 : await host.members.uidOf(who.trim());
		const filter = postFilter({ from, to, cid, state, before: query.before, uid: person > 0 ? String(person) : '' });
		const categories = await host.places.visibleCategories(uid);
		const isUnknown = who !== '' && person === 0;
		const page = filter.ok && !isUnknown ? await posts.list(id, uid, filter.value) :
			{ total: 0, posts: [], next: null };
		const asked = new URLSearchParams({ tab: 'posts', who, from, to, cid, state }).toString();
		return {
			posts: page.posts.map(post => ({ ...postLine(post), mayAsk: post.uid !== uid && post.username !== '' })), total: page.total, who, from, to, isUnknown,
			problem: filter.ok ? '' : refusalMessage(filter.refusal),
			isFiltered: [who, from, to, cid, state].some(value => value !== ''),
			categories: categories.map(one => ({ cid: one.cid, name: one.name, isChosen: String(one.cid) === cid })),
			states: postStates.map(name => ({ name, isChosen: name === state })),
			more: page.next ? `?${asked}&before=${cursorOf(page.next)}${own}` : '',
		};
	};
	const reportsTab: ConsoleTab = async ({ account: { id }, uid, query, own }) => {
		const [from, fromAct] = [positionIn(query, 'before'), positionIn(query, 'beforeAct')];
		const page = await reports.page(id, uid, from.ok ? from.value : null, fromAct.ok ? fromAct.value : null);
		return {
			reports: page.reports.map(report => ({
				...report, atISO: iso(report.at), changedISO: iso(report.changedAt),
				isDecided: report.state === 'resolved' || report.state === 'rejected',
			})),
			acts: page.acts.map(act => ({ ...act, atISO: iso(act.at), byName: act.by?.username ?? '', isForum: act.by === null,
				isReport: act.kind === 'post-reported' })),
			more: page.next ? `?tab=reports&before=${page.next}${own}` : '',
			moreActs: page.nextAct ? `?tab=reports&beforeAct=${page.nextAct}${own}` : '',
		};
	};
	const termsTab: ConsoleTab = async ({ account, query, own }) => {
		const from = positionIn(query, 'after');
		const after = from.ok ? from.value?.score ?? 0 : 0;
		const { people: shown, next } = await peoplePage(store, account, after, signersPerPage);
		const profiles = await host.members.profiles(shown.map(({ uid }) => uid));
		const now = host.clock.now();
		return {
			signers: await Promise.all(shown.map(async ({ uid, role }, index) => ({
				role, username: profiles[index]?.username ?? '', userslug: profiles[index]?.userslug ?? '',
				versions: await Promise.all((await accepted(uid, now)).map(async ({ version, at }) =>
					({ version, name: tokenOf(await versionOf(version)), atISO: iso(at) }))),
			}))),
			more: next > 0 ? `?tab=terms&after=${next}${own}` : '',
		};
	};

	return {
		posts: postsTab, reports: reportsTab, terms: termsTab,
		waiting: async ({ account: { id }, uid, query, own }) => {
			const from = positionIn(query, 'after');
			const { rows, next } = await waiting(id, uid, waitingPerPage, from.ok ? from.value : null);
			return {
				texts: rows.map(text => ({ ...text, excerpt: excerpt(text.content), atISO: iso(text.at) })),
				more: next ? `?tab=waiting&after=${cursorOf(next)}${own}` : '',
			};
		},
		// The browser loads these two.
		strikes: async () => ({}), people: async () => ({}),
	};
}
