import type { HeldGroup, HeldQueued, MemberAccess, WrittenPost } from '../../kernel/host/member-access';
import type { Database } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { holdingsOf, standingsOf } from './member-holdings';
import { hostModule } from '../core/modules';
import { topicRows } from '../core/topic-rows';

const db = () => hostModule('./src/database');
const users = () => hostModule('./src/api').users;
/** HOST: src/api/users.js writes caller and IP address into history and event log; a job has no address. */
const callerFor = (by: number) => ({ uid: by, ip: '' });

/** HOST: src/posts/queue.js caches the whole queue under this name. */
const forgetQueue = () => hostModule('./src/cache').del('post-queue');

async function joinAgain(uid: number, { name, isOwner }: HeldGroup): Promise<boolean> {
	const groups = hostModule('./src/groups');
	// HOST: src/groups/leave.js deletes a privilege group with its last member; src/groups/join.js creates it again.
	if (!groups.isPrivilegeGroup(name) && !await groups.exists(name)) {
		return false;
	}
	await groups.join(name, uid);
	if (isOwner) {
		await groups.ownership.grant(uid, name);
	}
	return true;
}

/**
 * HOST: src/posts/queue.js `removeFromQueue` fires hooks with irreversible effects, and src/api/posts.js notifies the
 * author: both are wrong for posts that may be restored.
 */
async function removeQueued(ids: readonly string[]): Promise<void> {
	if (ids.length > 0) {
		await hostModule('./src/notifications').rescind(ids.map(id => `post-queue-${id}`));
		await db().sortedSetRemove('post:queue', [...ids]);
		await db().deleteAll(ids.map(id => `post:queue:${id}`));
		forgetQueue();
	}
}

async function restoreQueued(queued: readonly HeldQueued[]): Promise<void> {
	for (const { id, score, fields } of queued) {
		// Numbers as core stores them: MongoDB and PostgreSQL distinguish numbers from texts.
		await db().setObject(`post:queue:${id}`, { ...fields, uid: Number(fields.uid) || 0 });
		await db().sortedSetAdd('post:queue', score, id);
	}
	forgetQueue();
}

/** HOST: src/database/redis/sorted.js `sortedSetRange` returns more than `count` if `start` is not 0. */
async function pageSince(key: string, since: number, start: number, count: number): Promise<string[]> {
	return (await db().getSortedSetRangeByScore(key, start, count, since, Number.MAX_SAFE_INTEGER)).slice(0, count);
}

async function postsSince(uid: number, since: number, start: number, count: number): Promise<WrittenPost[]> {
	// HOST: src/user/posts.js `addPostIdToUser` scores by the post's time; deleted posts stay in the set, purged ones
	// do not.
	const pids = await pageSince(`uid:${uid}:posts`, since, start, count);
	const rows = pids.length > 0 ?
		await hostModule('./src/posts').getPostsFields(pids, ['pid', 'tid', 'timestamp', 'deleted']) : [];
	const topicOf = await topicRows(rows.map(row => row?.tid), ['deleted', 'cid']);
	return pids.map((pid, index) => {
		const row = rows[index];
		const topic = topicOf(row?.tid);
		return {
			pid, at: Number(row?.timestamp) || 0, cid: Number(topic?.cid) || 0,
			isDeleted: textOf(row?.pid) === '' || Number(row?.deleted) === 1 || Number(topic?.deleted) === 1,
		};
	});
}

async function emailsOf(uid: number): Promise<string[]> {
	const [row = {}] = await hostModule('./src/user').getUsersFields([uid], ['email']);
	// HOST: src/user/email.js keeps an unconfirmed address in `confirm:<code>` only.
	const code = textOf(await db().get(`confirm:byUid:${uid}`));
	const waiting = code === '' ? null : await db().getObject(`confirm:${code}`);
	return [...new Set([textOf(row.email), textOf(waiting?.email)])].filter(email => email !== '');
}

/** Takes and restores access to NodeBB. */
export function nodebbMemberAccess(database: Database): MemberAccess {
	const privileges = () => hostModule('./src/privileges').users;
	return {
		holdings: uid => holdingsOf(database, uid),
		standings: standingsOf,
		// HOST: src/user/delete.js `deleteAccount` takes the account out of this set before anything else.
		isDeleted: async uid => (await db().sortedSetScores('users:joindate', [String(uid)]))[0] === null,
		mayBan: async uid => privileges().hasBanPrivilege(uid),
		mayMute: async uid => privileges().hasMutePrivilege(uid),
		// HOST: src/groups/index.js `BANNED_USERS`: an administrator can grant privileges to this group like to any
		// other.
		leftToBanned: async rights => hostModule('./src/groups').isMemberOfGroups(
			'banned-users', rights.map(({ privilege, cid }) => `cid:${cid}:privileges:groups:${privilege}`)),
		// HOST: src/privileges/global.js: global privileges are groups of members and of groups.
		async holders(kind, count) {
			const groups = hostModule('./src/groups');
			const first = async (name: string) => (await groups.getMembers(name, 0, count - 1)).slice(0, count);
			const [people, names] = await Promise.all(['', 'groups:'].map(of => first(`cid:0:privileges:${of}${kind}`)));
			const lists = await Promise.all((names ?? []).map(name => first(String(name))));
			return [...new Set([...people ?? [], ...lists.flat()].map(Number))].filter(uid => uid > 0);
		},
		// HOST: src/api/users.js checks `by`'s permission again, and refuses to ban administrators.
		ban: async (uid, by, { until, reason }) => users().ban(callerFor(by), { uid, until, reason }),
		unban: async (uid, by, reason) => users().unban(callerFor(by), { uid, reason }),
		async endExpiredBan(uid) {
			await hostModule('./src/user').bans.unbanIfExpired([uid]);
		},
		mute: async (uid, by, { until, reason }) => users().mute(callerFor(by), { uid, until, reason }),
		unmute: async (uid, by, reason) => users().unmute(callerFor(by), { uid, reason }),
		leave: async (uid, names) => hostModule('./src/groups').leave([...names], uid),
		async join(uid, groups) {
			const gone: string[] = [];
			for (const group of groups) {
				if (!await joinAgain(uid, group)) {
					gone.push(group.name);
				}
			}
			return gone;
		},
		/** HOST: src/groups/leave.js `clearGroupTitleIfSet`, src/groups/join.js `setGroupTitleIfNotSet`. */
		async setGroupTitle(uid, groupTitle) {
			await (groupTitle === '' ? db().deleteObjectField(`user:${uid}`, 'groupTitle') :
				db().setObject(`user:${uid}`, { groupTitle }));
		},
		async dropTokens(tokens) {
			await Promise.all(tokens.map(token => hostModule('./src/api').utils.tokens.delete(token)));
		},
		async restoreTokens(uid, tokens) {
			await Promise.all(tokens.map(token => hostModule('./src/api').utils.tokens.add({ ...token, uid })));
		},
		async endSessions(uid) {
			await hostModule('./src/user').auth.revokeAllSessions(uid);
			await hostModule('./src/user').reset.cleanByUid(uid);
		},
		removeQueued,
		restoreQueued,
		async hideScheduled(tids) {
			// HOST: src/topics/scheduled.js `handleExpired` publishes what is in this set; the topic itself stays
			// hidden.
			await Promise.all(tids.map(tid => db().sortedSetRemove('topics:scheduled', String(tid))));
		},
		async release(scheduled) {
			await Promise.all(scheduled.map(({ tid, at }) => db().sortedSetAdd('topics:scheduled', at, String(tid))));
		},
		async reopen(reports, by) {
			for (const { id, state } of reports) {
				await hostModule('./src/flags').update(id, by, { state });
			}
		},
		// HOST: src/user/bans.js and src/api/users.js `mute` maintain these sets, scored by the time of the act.
		standingSince: async (kind, since, start, count) =>
			(await pageSince(kind === 'ban' ? 'users:banned' : 'users:muted', since, start, count)).map(Number),
		postsSince,
		addresses: async (uid, count) => (count > 0 ? hostModule('./src/user').getIPs(uid, count - 1) : []),
		emails: emailsOf,
	};
}
