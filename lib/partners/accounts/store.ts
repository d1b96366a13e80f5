import { chunk, groupBy } from 'lodash';
import * as v from 'valibot';
import type { AccountAcceptance } from '../../kernel/offers/account-terms';
import type { Database } from '../../kernel/host/ports';
import { allOf, firstOf, sortedSet, walk, type Index } from '../../platform/paged-index';
import { flag, json, number, oneOf, storedMap, storedRow, text } from '../../platform/stored-row';
import { accountRow, partnerRoles, type Membership, type PartnerAccount } from '../company/account';
import { announcementFields, expectAnnouncement, type Announcement } from '../timeline/announcement-store';
import { eventLog, type EventLog } from '../timeline/event-log';

/** Hash: an account, and its pending announcements. */
export const accountKey = (id: string) => `forum-terms:partner:${id}`;

const keys = {
	/** Sorted set: account ids by creation. */
	accounts: 'forum-terms:partners',
	account: accountKey,
	/** Sorted set: uids of an account's people in order of joining, each with a unique number. */
	people: (id: string) => `forum-terms:partner-people:${id}`,
	/** Hash: the latest of those numbers. */
	joined: (id: string) => `forum-terms:partner-joined:${id}`,
	member: (uid: number) => `forum-terms:partner-member:${uid}`,
	/** Sorted set: accounts that ever listed an e-mail domain; their records say whether they still do. */
	domain: (name: string) => `forum-terms:partner-domain:${name}`,
	/** Hash: the latest acceptance for an account, per document. */
	terms: (id: string) => `forum-terms:partner-terms:${id}`,
	/** Sorted set: posts of an account's people by time; the same per person. */
	posts: (id: string) => `forum-terms:partner-posts:${id}`,
	postsBy: (id: string, uid: number) => `forum-terms:partner-posts:${id}:${uid}`,
	/** Sorted set: queued posts for an account, by time. */
	waiting: (id: string) => `forum-terms:partner-waiting:${id}`,
	/** Sorted set: accounts whose answer to their suspension waits for a decision, by its time. */
	answered: 'forum-terms:partner-suspensions-answered',
	/** Sorted set: reports of an account's posts, by time. */
	reports: (id: string) => `forum-terms:partner-reports:${id}`,
} as const;

const batch = 500;
const postsKey = (id: string, uid: number) => (uid > 0 ? keys.postsBy(id, uid) : keys.posts(id));

const acceptanceField = json(v.object({ document: v.string(), version: v.string(), at: v.number(), by: v.number() }));
const memberRow = storedRow({ partner: text, role: oneOf(partnerRoles), since: number, halted: flag });

/** A post in an account's lists, with its author. */
export interface IndexedPost { pid: string; uid: number }

/** Accounts, whom each member speaks for, and the history of both. */
export interface PartnerStore extends EventLog {
	/** Number of accounts. */
	size(): Promise<number>;
	/** All ids in order of creation, in batches. */
	ids(): AsyncGenerator<string[]>;
	/** All accounts in that order. */
	all(): AsyncGenerator<PartnerAccount[]>;
	account(id: string): Promise<PartnerAccount | null>;
	accounts(ids: readonly string[]): Promise<(PartnerAccount | null)[]>;
	/** With its announcement, in the same write. */
	save(account: PartnerAccount, announcement?: Announcement): Promise<void>;
	/** Ids of accounts whose answer to their suspension waits, oldest first; after a crash some that do not. */
	answered(): Index;
	/** Accounts that list this domain now; more than one if they conflict. */
	claiming(domain: string): Promise<PartnerAccount[]>;
	/** Null if a member speaks for nobody. */
	memberships(uids: readonly number[]): Promise<(Membership | null)[]>;
	people(id: string): Promise<Membership[]>;
	/** The same from the index alone, which may still list people who just left; in order of joining. */
	peopleUids(id: string): Promise<number[]>;
	/** That index: uids by unique numbers of joining. */
	peopleIndex(id: string): Index;
	/** Number of people in an account's index, without reading them. */
	peopleCount(id: string): Promise<number>;
	join(memberships: readonly Membership[]): Promise<void>;
	leave(id: string, uids: readonly number[]): Promise<void>;
	notePost(id: string, post: IndexedPost, at: number): Promise<void>;
	dropPost(id: string, post: IndexedPost): Promise<void>;
	/** pids by time, newest first, between two moments (milliseconds, inclusive); `uid` 0: everybody's. */
	posts(id: string, uid?: number, span?: { min?: number | undefined; max?: number | undefined }): Index;
	/** Number of posts since a moment (milliseconds), at most 1000. */
	postsSince(id: string, since: number): Promise<number>;
	postCount(id: string, uid?: number): Promise<number>;
	/** Call before queueing: an entry that is never queued does no harm. */
	noteWaiting(id: string, queued: string, at: number): Promise<void>;
	dropWaiting(id: string, queued: string): Promise<void>;
	/** Queued posts, oldest first. */
	waiting(id: string): Index;
	noteReport(id: string, report: string, at: number): Promise<void>;
	/** What owners accepted for an account, per document. */
	acceptances(id: string): Promise<AccountAcceptance[]>;
	keepAcceptance(id: string, acceptance: AccountAcceptance): Promise<void>;
	/** Report numbers by time, newest first. */
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
	/** People who are listed already keep their position. */
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
			const { id, domains, createdAt, suspension } = account;
			const isAnswered = suspension?.answer && !suspension.upheld;
			// Listing it too early does no harm.
			await (isAnswered ? database.sortedSetAdd(keys.answered, suspension.answer?.at ?? 0, id) : undefined);
			await (announcement ? expectAnnouncement(database, id, account.updatedAt) : undefined);
			await database.setObject(keys.account(id), {
				...accountRow.encode(account), ...announcement ? announcementFields(database, announcement) : {},
			});
			await database.sortedSetAdd(keys.accounts, createdAt, id);
			await database.sortedSetAddBulk(domains.map(name => [keys.domain(name), createdAt, id]));
			await (isAnswered ? undefined : database.sortedSetRemove(keys.answered, id));
		},
		answered: () => sortedSet(database, keys.answered),
		async claiming(domain) {
			const found = await accounts(await allOf(sortedSet(database, keys.domain(domain))));
			return found.filter(row => row !== null).filter(row => row.domains.includes(domain));
		},
		memberships,
		async people(id) {
			const found: Membership[] = [];
			for await (const uids of walk(sortedSet(database, keys.people(id)), batch)) {
				// The member's own record is authoritative; after a crash the index may be outdated.
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
