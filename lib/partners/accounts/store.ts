import { chunk, groupBy } from 'lodash';
import * as v from 'valibot';
import type { AccountAcceptance } from '../../kernel/offers/account-terms';
import type { Database } from '../../kernel/host/ports';
import { allOf, firstOf, sortedSet, walk, type Index } from '../../platform/paged-index';
import { flag, json, number, oneOf, storedMap, storedRow, text } from '../../platform/stored-row';
import { accountRow, partnerRoles, type Membership, type PartnerAccount } from '../company/account';
import { announcementFields, expectAnnouncement, type Announcement } from '../timeline/announcement-store';
import { eventLog, type EventLog } from '../timeline/event-log';

/** Hash: an account, and what its people have to hear. */
export const accountKey = (id: string) => `forum-terms:partner:${id}`;

const keys = {
	/** Sorted set: ids of accounts by time of creation. */
	accounts: 'forum-terms:partners',
	account: accountKey,
	/** Sorted set: uids of an account's people in the order of joining, each with a number of its own. */
	people: (id: string) => `forum-terms:partner-people:${id}`,
	/** Hash: the last of those numbers. */
	joined: (id: string) => `forum-terms:partner-joined:${id}`,
	member: (uid: number) => `forum-terms:partner-member:${uid}`,
	/** Sorted set: accounts that ever named an e-mail domain; their records say whether they still do. */
	domain: (name: string) => `forum-terms:partner-domain:${name}`,
	/** Hash: the last acceptance for an account of each document. */
	terms: (id: string) => `forum-terms:partner-terms:${id}`,
	/** Sorted set: posts of an account's people by time; the same of one person. */
	posts: (id: string) => `forum-terms:partner-posts:${id}`,
	postsBy: (id: string, uid: number) => `forum-terms:partner-posts:${id}:${uid}`,
	/** Sorted set: what was written for an account and waits for the forum's staff, by time. */
	waiting: (id: string) => `forum-terms:partner-waiting:${id}`,
	/** Sorted set: the forum's reports against an account's posts by time. */
	reports: (id: string) => `forum-terms:partner-reports:${id}`,
} as const;

const batch = 500;
const postsKey = (id: string, uid: number) => (uid > 0 ? keys.postsBy(id, uid) : keys.posts(id));

const acceptanceField = json(v.object({ document: v.string(), version: v.string(), at: v.number(), by: v.number() }));
const memberRow = storedRow({ partner: text, role: oneOf(partnerRoles), since: number, halted: flag });

/** A post in the lists of an account, with who wrote it. */
export interface IndexedPost { pid: string; uid: number }

/** Accounts, whom each member speaks for, and everything that ever changed about it. */
export interface PartnerStore extends EventLog {
	/** How many accounts there are. */
	size(): Promise<number>;
	/** All ids, by the time of creation, a batch at a time. */
	ids(): AsyncGenerator<string[]>;
	/** All accounts in that order. */
	all(): AsyncGenerator<PartnerAccount[]>;
	account(id: string): Promise<PartnerAccount | null>;
	accounts(ids: readonly string[]): Promise<(PartnerAccount | null)[]>;
	/** With what its people have to hear of it, in the same write. */
	save(account: PartnerAccount, announcement?: Announcement): Promise<void>;
	/** Accounts that name this domain now; more than one where they contradict each other. */
	claiming(domain: string): Promise<PartnerAccount[]>;
	/** Null where a member speaks for nobody. */
	memberships(uids: readonly number[]): Promise<(Membership | null)[]>;
	people(id: string): Promise<Membership[]>;
	/** The same out of the index alone, which may still name somebody who just left; in the order of joining. */
	peopleUids(id: string): Promise<number[]>;
	/** That index: uids by the number of their joining, so that no two have one. */
	peopleIndex(id: string): Index;
	/** How many people the index of an account has, without reading them. */
	peopleCount(id: string): Promise<number>;
	join(memberships: readonly Membership[]): Promise<void>;
	leave(id: string, uids: readonly number[]): Promise<void>;
	notePost(id: string, post: IndexedPost, at: number): Promise<void>;
	dropPost(id: string, post: IndexedPost): Promise<void>;
	/** pids by time, newest first, between two moments (milliseconds, both included); `uid` 0: of everybody. */
	posts(id: string, uid?: number, span?: { min?: number | undefined; max?: number | undefined }): Index;
	/** How many posts since a moment (milliseconds), 1000 at most. */
	postsSince(id: string, since: number): Promise<number>;
	postCount(id: string, uid?: number): Promise<number>;
	/** Before it is in the forum's queue: what never arrives there does no harm. */
	noteWaiting(id: string, queued: string, at: number): Promise<void>;
	dropWaiting(id: string, queued: string): Promise<void>;
	/** What waits in the forum's queue, by time, oldest first. */
	waiting(id: string): Index;
	noteReport(id: string, report: string, at: number): Promise<void>;
	/** What owners accepted for an account, by document. */
	acceptances(id: string): Promise<AccountAcceptance[]>;
	keepAcceptance(id: string, acceptance: AccountAcceptance): Promise<void>;
	/** Numbers of the forum's reports by time, newest first. */
	reports(id: string): Index;
}

export function partnerStore(database: Database): PartnerStore {
	const [members, accountRows] = [memberRow.in(database), accountRow.in(database)];
	const acceptances = storedMap(database, acceptanceField);
	async function memberships(uids: readonly number[]): Promise<(Membership | null)[]> {
		const rows = await members.getAll(uids.map(keys.member));
		return rows.map((row, index) => (row && row.partner !== '' ? {
			uid: uids[index] ?? 0, partner: row.partner, role: row.role, since: row.since, isHalted: row.halted,
		} : null));
	}
	const accounts = (ids: readonly string[]) => accountRows.getAll(ids.map(keys.account));
	/** Whoever is in the list already keeps their place. */
	async function enlist(id: string, uids: readonly string[]): Promise<void> {
		const scores = await database.sortedSetScores(keys.people(id), uids);
		const fresh = uids.filter((_uid, index) => scores[index] === null);
		const last = fresh.length > 0 ? await database.incrObjectFieldBy(keys.joined(id), 'last', fresh.length) : 0;
		await database.sortedSetAddBulk(fresh.map((uid, index) =>
			[keys.people(id), last - fresh.length + 1 + index, uid]));
	}

	return {
		...eventLog(database),
		size: () => database.sortedSetCard(keys.accounts),
		ids: () => walk(sortedSet(database, keys.accounts), batch),
		async* all() {
			for await (const ids of walk(sortedSet(database, keys.accounts), batch)) {
				yield (await accounts(ids)).filter(row => row !== null);
			}
		},
		account: async id => (await accounts([id]))[0] ?? null,
		accounts,
		async save(account, announcement) {
			const { id, domains, createdAt } = account;
			await (announcement ? expectAnnouncement(database, id, announcement.at) : undefined);
			await database.setObject(keys.account(id), {
				...accountRow.encode(account), ...announcement ? announcementFields(database, announcement) : {},
			});
			await database.sortedSetAdd(keys.accounts, createdAt, id);
			await database.sortedSetAddBulk(domains.map(name => [keys.domain(name), createdAt, id]));
		},
		async claiming(domain) {
			const found = await accounts(await allOf(sortedSet(database, keys.domain(domain))));
			return found.filter(row => row !== null).filter(row => row.domains.includes(domain));
		},
		memberships,
		async people(id) {
			const found: Membership[] = [];
			for await (const uids of walk(sortedSet(database, keys.people(id)), batch)) {
				// The member's own record is the truth; the index may still name somebody who left while a node died.
				const rows = await memberships(uids.map(Number));
				found.push(...rows.filter(row => row?.partner === id).filter(row => row !== null));
			}
			return found;
		},
		peopleUids: async id => (await allOf(sortedSet(database, keys.people(id)))).map(Number),
		peopleIndex: id => sortedSet(database, keys.people(id)),
		peopleCount: id => database.sortedSetCard(keys.people(id)),
		async join(rows) {
			for (const some of chunk([...rows], batch)) {
				await Promise.all(some.map(({ uid, partner, role, since, isHalted }) =>
					members.set(keys.member(uid), { partner, role, since, halted: isHalted })));
				for (const [partner, people] of Object.entries(groupBy(some, 'partner'))) {
					await enlist(partner, people.map(({ uid }) => String(uid)));
				}
			}
		},
		async leave(id, uids) {
			for (const uid of uids) {
				await database.delete(keys.member(uid));
				await database.sortedSetRemove(keys.people(id), String(uid));
			}
		},
		notePost: (id, { pid, uid }, at) => database.sortedSetAddBulk([
			[keys.posts(id), at, pid], [keys.postsBy(id, uid), at, pid],
		]),
		async dropPost(id, { pid, uid }) {
			await database.sortedSetRemove(keys.posts(id), pid);
			await database.sortedSetRemove(keys.postsBy(id, uid), pid);
		},
		posts: (id, uid = 0, span = {}) => sortedSet(database, postsKey(id, uid), { order: 'newest', ...span }),
		postsSince: async (id, since) =>
			(await firstOf(sortedSet(database, keys.posts(id), { min: since }), 1000)).length,
		postCount: (id, uid = 0) => database.sortedSetCard(postsKey(id, uid)),
		noteWaiting: (id, queued, at) => database.sortedSetAdd(keys.waiting(id), at, queued),
		dropWaiting: (id, queued) => database.sortedSetRemove(keys.waiting(id), queued),
		waiting: id => sortedSet(database, keys.waiting(id)),
		noteReport: (id, report, at) => database.sortedSetAdd(keys.reports(id), at, report),
		reports: id => sortedSet(database, keys.reports(id), { order: 'newest' }),
		async acceptances(id) {
			return (await acceptances.get(keys.terms(id))).map(([, acceptance]) => acceptance);
		},
		keepAcceptance: (id, acceptance) =>
			acceptances.set(keys.terms(id), { [acceptance.document]: acceptance }),
	};
}
