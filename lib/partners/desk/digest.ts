import type { Database, Host } from '../../kernel/host/ports';
import { sortedSet, walk } from '../../platform/paged-index';
import { number, oneOf, storedRow } from '../../platform/stored-row';
import type { PostAct } from '../timeline/event-log';
import type { PartnerAccount } from '../company/account';
import type { PartnerDirectory } from '../accounts/directory';
import type { PartnerStore } from '../accounts/store';
import type { WaitingPosts } from '../posts/waiting-posts';

/** How often an owner wants the digest. */
export const digestRhythms = ['off', 'daily', 'weekly'] as const;
export type DigestRhythm = typeof digestRhythms[number];

/** Number of strikes against an account since a moment (milliseconds since 1970). */
export type StrikesSince = (partner: string, since: number) => Promise<number>;

/** What happened since a moment; posts and acts are counted up to a thousand. */
export interface DigestFacts { posts: number; waiting: number; reports: number; acts: number; strikes: number }

export interface Digests {
	rhythm(uid: number): Promise<DigestRhythm>;
	/** The first digest covers the time from now on. */
	choose(uid: number, rhythm: DigestRhythm): Promise<void>;
	/** With their account. */
	forget(uid: number): Promise<void>;
	/** Sends all due digests; answers how many were sent. */
	send(): Promise<number>;
}

const keys = {
	/** Sorted set: uids of subscribed owners, by when the next digest is due. */
	readers: 'forum-terms:partner-digests',
	of: (uid: number) => `forum-terms:partner-digest:${uid}`,
};
const hourMs = 3_600_000;
/** Slightly less than a day and a week, so that a job that starts early still sends all. */
const pauseMs: Record<Exclude<DigestRhythm, 'off'>, number> = { daily: 20 * hourMs, weekly: 6.5 * 24 * hourMs };
const mostActs = 1000;
const mostWaiting = 1000;

/** What an owner chose, and when the last digest went out. */
const choiceRow = storedRow<{ rhythm: DigestRhythm; at: number }>({ rhythm: oneOf(digestRhythms), at: number });

interface Parts {
	store: PartnerStore;
	directory: PartnerDirectory;
	waiting: WaitingPosts;
	/** Absent until strikes are counted. */
	strikesSince: StrikesSince;
	host: Pick<Host, 'clock' | 'messenger'> & { database: Database };
}

export function digests({ store, directory, waiting, strikesSince, host }: Parts): Digests {
	const { database, clock } = host;

	async function actsSince(id: string, since: number): Promise<PostAct[]> {
		const found: PostAct[] = [];
		for await (const acts of store.actsSince(id, since)) {
			found.push(...acts);
			if (found.length >= mostActs) {
				break;
			}
		}
		return found;
	}
	async function factsOf(id: string, reader: number, since: number): Promise<DigestFacts> {
		const [posts, texts, acts, strikes] = await Promise.all([
			store.postsSince(id, since + 1), waiting(id, reader, mostWaiting), actsSince(id, since),
			strikesSince(id, since),
		]);
		return {
			posts, waiting: texts.rows.length, strikes, reports: acts.filter(({ kind }) => kind === 'post-reported').length,
			acts: acts.filter(({ kind }) => kind === 'post-moderated').length,
		};
	}
	const choices = choiceRow.in(database);
	const load = async (uid: number) => await choices.get(keys.of(uid)) ?? { rhythm: 'off' as const, at: 0 };

	async function tell(uid: number, { company }: PartnerAccount, facts: DigestFacts, last: number): Promise<boolean> {
		const { posts, waiting: texts, reports, acts, strikes } = facts;
		if (posts + texts + reports + acts + strikes === 0) {
			return false;
		}
		await host.messenger.send([uid], {
			kind: 'partner-digest', about: `${uid}:${last}`,
			facts: [company, ...[posts, texts, reports, acts, strikes].map(String)],
		});
		return true;
	}

	async function sendTo(uid: number): Promise<boolean> {
		const [{ rhythm, at }, membership] = await Promise.all([load(uid), directory.membership(uid)]);
		const account = membership?.role === 'owner' ? await directory.account(membership.partner) : null;
		const now = clock.now();
		if (rhythm === 'off') {
			await database.sortedSetRemove(keys.readers, String(uid));
			return false;
		}
		const isDue = now - at >= pauseMs[rhythm];
		const facts = account && isDue ? await factsOf(account.id, uid, at) : null;
		// Its id comes from the last one: sent again after a crash it is the same message.
		const isSent = account && facts ? await tell(uid, account, facts, at) : false;
		await (facts ? choices.set(keys.of(uid), { at: now }) : undefined);
		await database.sortedSetAdd(keys.readers, (isDue ? now : at) + pauseMs[rhythm], String(uid));
		return isSent;
	}

	return {
		rhythm: async uid => (await load(uid)).rhythm,
		async choose(uid, rhythm) {
			const before = await load(uid);
			if (before.rhythm === rhythm) {
				return;
			}
			// On the list first: a member there who chose nothing is taken off by the job.
			await (rhythm === 'off' ? undefined :
				database.sortedSetAdd(keys.readers, clock.now() + pauseMs[rhythm], String(uid)));
			await choices.set(keys.of(uid), { rhythm, at: clock.now() });
			await (rhythm === 'off' ? database.sortedSetRemove(keys.readers, String(uid)) : undefined);
		},
		async forget(uid) {
			await database.sortedSetRemove(keys.readers, String(uid));
			await database.delete(keys.of(uid));
		},
		async send() {
			let sent = 0;
			for await (const uids of walk(sortedSet(database, keys.readers, { max: clock.now() }))) {
				for (const uid of uids) {
					sent += await sendTo(Number(uid)) ? 1 : 0;
				}
			}
			return sent;
		},
	};
}
