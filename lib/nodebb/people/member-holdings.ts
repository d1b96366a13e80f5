import { plainText } from '../../kernel/formats/html';
import type {
	HeldGroup, HeldQueued, HeldReport, HeldScheduled, HeldToken, Holdings, HostStanding,
} from '../../kernel/host/member-access';
import { textOf } from '../../kernel/formats/text';
import type { Database } from '../../kernel/host/ports';
import { hostModule } from '../core/modules';
import { queuedRows } from '../writing/queued-rows';

const db = () => hostModule('./src/database');
const groups = () => hostModule('./src/groups');
const standingFields = ['banned', 'banned:expire', 'muted', 'mutedUntil', 'mutedReason'];

/**
 * HOST: src/groups/index.js `systemGroups` and `ephemeralGroups`; the administrators group is restored by
 * administrators only.
 */
const ownGroups = new Set([
	'registered-users', 'verified-users', 'unverified-users', 'banned-users', 'guests', 'spiders', 'fediverse',
	'administrators',
]);

async function standingFrom(uid: number, row: Record<string, unknown>): Promise<HostStanding> {
	// HOST: src/user/data.js `modifyUserData` ends expired mutes on read; `muted` until 0 is permanent.
	return {
		ban: row.banned ? {
			until: Number(row['banned:expire']) || 0, reason: await hostModule('./src/user').bans.getReason(uid),
		} : null,
		mute: row.muted ? { until: Number(row.mutedUntil) || 0, reason: textOf(row.mutedReason) } : null,
	};
}

/** The forum's own ban or mute of each of these members. */
export async function standingsOf(uids: readonly number[]): Promise<HostStanding[]> {
	const rows = await hostModule('./src/user').getUsersFields([...uids], standingFields);
	return Promise.all(uids.map((uid, index) => standingFrom(uid, rows[index] ?? {})));
}

async function namesOf(uid: number): Promise<Pick<Holdings, 'groups' | 'privileges'>> {
	// HOST: src/groups/create.js lists hidden privilege groups together with people's groups.
	const names = (await db().getSortedSetRange('groups:createtime', 0, -1))
		.filter(name => !ownGroups.has(name) && !name.includes(':privileges:groups:'));
	const isIn = await groups().isMemberOfGroups(uid, names);
	const held = names.filter((_name, index) => isIn[index]);
	const people = held.filter(name => !groups().isPrivilegeGroup(name));
	return {
		groups: await Promise.all(people.map(async (name): Promise<HeldGroup> => ({
			name, isOwner: await groups().ownership.isOwner(uid, name),
		}))),
		privileges: held.filter(name => groups().isPrivilegeGroup(name)),
	};
}

async function tokensOf(uid: number): Promise<HeldToken[]> {
	// HOST: src/api/utils.js scores `tokens:uid` by the member.
	const tokens = await db().getSortedSetRangeByScore('tokens:uid', 0, -1, uid, uid);
	const rows = tokens.length > 0 ? await hostModule('./src/api').utils.tokens.get(tokens) : [];
	return rows.flatMap((row, index) => (row ? [{
		token: tokens[index] ?? '', description: textOf(row.description), timestamp: Number(row.timestamp) || 0,
	}] : []));
}

/** Title and category of a queued post; a reply gets them from its topic. */
async function placeOf({ title, tid, cid }: Record<string, unknown>): Promise<Pick<HeldQueued, 'title' | 'cid'>> {
	const topic = tid === undefined ? null :
		await hostModule('./src/topics').getTopicFields(textOf(tid), ['title', 'cid']);
	return { title: textOf(title) || plainText(textOf(topic?.title)), cid: Number(cid ?? topic?.cid) || 0 };
}

/** HOST: src/posts/queue.js lists queued posts in `post:queue`. Damaged ones stay there: NodeBB cannot publish them. */
async function queuedOf(database: Database, uid: number): Promise<HeldQueued[]> {
	const ids = await db().getSortedSetRange('post:queue', 0, -1);
	const rows = await queuedRows(database, ids);
	const own = ids.flatMap((id, index) => {
		const found = rows[index];
		return found && Number(found.row.uid) === uid ? [{ id, ...found }] : [];
	});
	const scores = own.length > 0 ? await db().sortedSetScores('post:queue', own.map(({ id }) => id)) : [];
	return Promise.all(own.map(async ({ id, row, data }, index): Promise<HeldQueued> => ({
		id, score: Number(scores[index]) || 0,
		act: row.type === 'reply' ? 'reply' : 'topic', ...await placeOf(data),
		fields: Object.fromEntries(Object.entries(row).map(([name, value]) => [name, textOf(value)])),
	})));
}

/** HOST: src/topics/create.js puts scheduled topics, hidden as if deleted, into `topics:scheduled`. */
async function scheduledOf(uid: number): Promise<HeldScheduled[]> {
	// Including topics that are already due: src/topics/scheduled.js publishes them within a minute.
	const tids = (await db().getSortedSetRange('topics:scheduled', 0, -1)).map(Number).filter(tid => tid > 0);
	const names = ['tid', 'uid', 'cid', 'title', 'timestamp'];
	const rows = tids.length > 0 ? await hostModule('./src/topics').getTopicsFields(tids, names) : [];
	return rows.flatMap(row => (row && Number(row.uid) === uid ? [{
		tid: Number(row.tid), title: plainText(textOf(row.title)), cid: Number(row.cid), at: Number(row.timestamp),
	}] : []));
}

/** HOST: src/flags.js `create` lists reports about a member and their posts in `flags:byTargetUid:<uid>`. */
async function reportsOf(uid: number): Promise<HeldReport[]> {
	const ids = await db().getSortedSetRange(`flags:byTargetUid:${uid}`, 0, -1);
	const rows = ids.length > 0 ? await db().getObjects(ids.map(id => `flag:${id}`)) : [];
	return ids.flatMap((id, index) => {
		const row = rows[index];
		// HOST: src/flags.js `get` treats a report without a state as open.
		const state = row && (textOf(row.state) || 'open');
		return state === 'open' || state === 'wip' ?
			[{ id, state, pid: row?.type === 'post' ? textOf(row.targetId) : '' }] : [];
	});
}

/** Everything a member holds, except their posts; null if the uid does not exist. */
export async function holdingsOf(database: Database, uid: number): Promise<Holdings | null> {
	const user = hostModule('./src/user');
	const [row = {}] = await user.getUsersFields([uid], ['uid', 'userslug', 'groupTitle', ...standingFields]);
	if (!(Number(row.uid) > 0) || !row.userslug) {
		return null;
	}
	const [standing, names, tokens, sessions, queued, scheduled, reports, counts] = await Promise.all([
		standingFrom(uid, row), namesOf(uid), tokensOf(uid), user.auth.getSessions(uid, ''), queuedOf(database, uid),
		scheduledOf(uid), reportsOf(uid), db().sortedSetsCard([`uid:${uid}:topics`, `uid:${uid}:posts`]),
	]);
	return {
		...standing, ...names, groupTitle: textOf(row.groupTitle), tokens, sessions: sessions.length, queued, scheduled,
		reports, topics: Number(counts[0]) || 0, posts: Number(counts[1]) || 0,
	};
}
