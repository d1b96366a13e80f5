import { plainText } from '../../kernel/formats/html';
import type {
	HeldGroup, HeldQueued, HeldReport, HeldScheduled, HeldToken, Holdings, HostStanding,
} from '../../kernel/host/member-access';
import { textOf } from '../../kernel/formats/text';
import { hostModule } from '../core/modules';

const db = () => hostModule('./src/database');
const groups = () => hostModule('./src/groups');
const standingFields = ['banned', 'banned:expire', 'muted', 'mutedUntil', 'mutedReason'];

/** HOST: src/groups/index.js `systemGroups` and `ephemeralGroups`; nobody but an administrator gives back their own. */
const ownGroups = new Set([
	'registered-users', 'verified-users', 'unverified-users', 'banned-users', 'guests', 'spiders', 'fediverse',
	'administrators',
]);

async function standingFrom(uid: number, row: Record<string, unknown>): Promise<HostStanding> {
	// HOST: src/user/data.js `modifyUserData` ends what is over while it reads; `muted` until 0 is for good.
	return {
		ban: row.banned ? {
			until: Number(row['banned:expire']) || 0, reason: await hostModule('./src/user').bans.getReason(uid),
		} : null,
		mute: row.muted ? { until: Number(row.mutedUntil) || 0, reason: textOf(row.mutedReason) } : null,
	};
}

/** What the forum itself says about each of these members. */
export async function standingsOf(uids: readonly number[]): Promise<HostStanding[]> {
	const rows = await hostModule('./src/user').getUsersFields([...uids], standingFields);
	return Promise.all(uids.map((uid, index) => standingFrom(uid, rows[index] ?? {})));
}

async function namesOf(uid: number): Promise<Pick<Holdings, 'groups' | 'privileges'>> {
	// HOST: src/groups/create.js lists hidden groups for rights beside the groups of people.
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

interface QueuedData { title?: unknown; tid?: unknown; cid?: unknown }

/** Title and category of what waits; a reply has them from its topic. */
async function placeOf({ title, tid, cid }: QueuedData): Promise<Pick<HeldQueued, 'title' | 'cid'>> {
	const topic = tid === undefined ? null :
		await hostModule('./src/topics').getTopicFields(textOf(tid), ['title', 'cid']);
	return { title: textOf(title) || plainText(textOf(topic?.title)), cid: Number(cid ?? topic?.cid) || 0 };
}

/** HOST: src/posts/queue.js keeps what waits in `post:queue` and `post:queue:<id>`, `data` as JSON. */
async function queuedOf(uid: number): Promise<HeldQueued[]> {
	const ids = await db().getSortedSetRange('post:queue', 0, -1);
	const rows = ids.length > 0 ? await db().getObjects(ids.map(id => `post:queue:${id}`)) : [];
	const own = ids.flatMap((id, index) => {
		const row = rows[index];
		return row && Number(row.uid) === uid ? [{ id, row }] : [];
	});
	const scores = own.length > 0 ? await db().sortedSetScores('post:queue', own.map(({ id }) => id)) : [];
	return Promise.all(own.map(async ({ id, row }, index): Promise<HeldQueued> => ({
		id, score: Number(scores[index]) || 0,
		act: row.type === 'reply' ? 'reply' : 'topic', ...await placeOf(JSON.parse(textOf(row.data) || '{}') as QueuedData),
		fields: Object.fromEntries(Object.entries(row).map(([name, value]) => [name, textOf(value)])),
	})));
}

/** HOST: src/topics/create.js puts what shall appear later, hidden as if deleted, into `topics:scheduled`. */
async function scheduledOf(uid: number): Promise<HeldScheduled[]> {
	// Those too whose time has just come: src/topics/scheduled.js shows them within the minute.
	const tids = (await db().getSortedSetRange('topics:scheduled', 0, -1)).map(Number).filter(tid => tid > 0);
	const names = ['tid', 'uid', 'cid', 'title', 'timestamp'];
	const rows = tids.length > 0 ? await hostModule('./src/topics').getTopicsFields(tids, names) : [];
	return rows.flatMap(row => (row && Number(row.uid) === uid ? [{
		tid: Number(row.tid), title: plainText(textOf(row.title)), cid: Number(row.cid), at: Number(row.timestamp),
	}] : []));
}

/** HOST: src/flags.js `create` lists reports about a member and about their posts in `flags:byTargetUid:<uid>`. */
async function reportsOf(uid: number): Promise<HeldReport[]> {
	const ids = await db().getSortedSetRange(`flags:byTargetUid:${uid}`, 0, -1);
	const rows = ids.length > 0 ? await db().getObjects(ids.map(id => `flag:${id}`)) : [];
	return ids.flatMap((id, index) => {
		const row = rows[index];
		// HOST: src/flags.js `get` takes a report without a state for an open one.
		const state = row && (textOf(row.state) || 'open');
		return state === 'open' || state === 'wip' ?
			[{ id, state, pid: row?.type === 'post' ? textOf(row.targetId) : '' }] : [];
	});
}

/** All a member has here beside what they wrote; null for nobody. */
export async function holdingsOf(uid: number): Promise<Holdings | null> {
	const user = hostModule('./src/user');
	const [row = {}] = await user.getUsersFields([uid], ['uid', 'userslug', 'groupTitle', ...standingFields]);
	if (!(Number(row.uid) > 0) || !row.userslug) {
		return null;
	}
	const [standing, names, tokens, sessions, queued, scheduled, reports, counts] = await Promise.all([
		standingFrom(uid, row), namesOf(uid), tokensOf(uid), user.auth.getSessions(uid, ''), queuedOf(uid),
		scheduledOf(uid), reportsOf(uid), db().sortedSetsCard([`uid:${uid}:topics`, `uid:${uid}:posts`]),
	]);
	return {
		...standing, ...names, groupTitle: textOf(row.groupTitle), tokens, sessions: sessions.length, queued, scheduled,
		reports, topics: Number(counts[0]) || 0, posts: Number(counts[1]) || 0,
	};
}
