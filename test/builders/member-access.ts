import type { Holdings, MemberAccess, WrittenPost } from '../../lib/kernel/host/member-access';

/** Nothing at all. */
const nothing = (): Holdings => ({
	ban: null, mute: null, groups: [], groupTitle: '', privileges: [], tokens: [], sessions: 0, queued: [], scheduled: [], reports: [],
	topics: 0, posts: 0,
});

/** What was done, to whom and by whom, as `ban 7 by 1`. */
export interface AccessInMemory {
	access: MemberAccess;
	/** By uid; whoever is not in here has nothing, uid 404 is nobody. */
	held: Map<number, Holdings>;
	/** Calls in their order. */
	calls: string[];
	/** Groups that are gone meanwhile. */
	destroyed: Set<string>;
	/** Accounts that are deleted. */
	deleted: Set<number>;
	banners: Set<number>;
	/** Who may mute; the first is the administrator. */
	muters: Set<number>;
	/** Rights left to the banned, as `<privilege> <cid>`. */
	leftToBanned: Set<string>;
	posts: Map<number, (Omit<WrittenPost, 'cid'> & { cid?: number })[]>;
	addresses: Map<number, string[]>;
	emails: Map<number, string[]>;
}

/** Access of members without a forum: what is taken away is gone from `held`, what is given back is in it again. */
export function accessInMemory(now: () => number): AccessInMemory {
	const held = new Map<number, Holdings>();
	const calls: string[] = [];
	const [destroyed, leftToBanned, deleted] = [new Set<string>(), new Set<string>(), new Set<number>()];
	const [banners, muters] = [new Set([1]), new Set([1])];
	const posts: AccessInMemory['posts'] = new Map();
	const [addresses, emails] = [new Map<number, string[]>(), new Map<number, string[]>()];
	const isPrivilege = (name: string) => /^cid:-?\w+:privileges:/.test(name);
	/** Whose a topic or a report is that is not held any more. */
	const owners = new Map<string, number>();
	const of = (uid: number): Holdings => {
		const found = held.get(uid) ?? nothing();
		held.set(uid, found);
		return found;
	};
	const isOver = (until: number) => until > 0 && until <= now();
	const everybody = () => [...held.values()];
	const access: MemberAccess = {
		async holdings(uid) {
			await access.endExpiredBan(uid);
			return uid === 404 ? null : structuredClone(of(uid));
		},
		async standings(uids) {
			await Promise.all(uids.map(access.endExpiredBan));
			return uids.map(uid => structuredClone({ ban: of(uid).ban, mute: of(uid).mute }));
		},
		standingSince: async (kind, _since, start, count) =>
			[...held].filter(([, member]) => member[kind] !== null).map(([uid]) => uid).slice(start, start + count),
		isDeleted: async uid => deleted.has(uid),
		mayBan: async uid => banners.has(uid),
		mayMute: async uid => muters.has(uid),
		leftToBanned: async rights => rights.map(({ privilege, cid }) => leftToBanned.has(`${privilege} ${cid}`)),
		holders: async kind => [...kind === 'ban' ? banners : muters],
		async ban(uid, by, ban) {
			calls.push(`ban ${uid} by ${by}`);
			const { groups, reports } = of(uid);
			reports.forEach(({ id }) => owners.set(`report ${id}`, uid));
			// NodeBB: out of its one group that `groups` shows, logged out, and reports about themself are settled.
			Object.assign(of(uid), {
				ban, sessions: 0, groups: groups.filter(({ name }) => name !== 'Global Moderators'),
				reports: reports.filter(({ pid }) => pid !== ''),
			});
		},
		async unban(uid, by) {
			calls.push(`unban ${uid} by ${by}`);
			of(uid).ban = null;
		},
		async endExpiredBan(uid) {
			const member = of(uid);
			member.ban = member.ban && isOver(member.ban.until) ? null : member.ban;
			member.mute = member.mute && isOver(member.mute.until) ? null : member.mute;
		},
		async mute(uid, by, mute) {
			calls.push(`mute ${uid} by ${by}`);
			of(uid).mute = mute;
		},
		async unmute(uid, by) {
			calls.push(`unmute ${uid} by ${by}`);
			of(uid).mute = null;
		},
		async leave(uid, names) {
			const member = of(uid);
			member.groupTitle = names.some(name => member.groupTitle.includes(`"${name}"`)) ? '' : member.groupTitle;
			member.groups = member.groups.filter(({ name }) => !names.includes(name));
			member.privileges = member.privileges.filter(name => !names.includes(name));
		},
		async join(uid, groups) {
			const there = groups.filter(({ name }) => isPrivilege(name) || !destroyed.has(name));
			await access.leave(uid, there.map(({ name }) => name));
			of(uid).groups.push(...there.filter(({ name }) => !isPrivilege(name)).map(group => ({ ...group })));
			of(uid).privileges.push(...there.map(({ name }) => name).filter(isPrivilege));
			return groups.filter(group => !there.includes(group)).map(({ name }) => name);
		},
		setGroupTitle: async (uid, groupTitle) => void (of(uid).groupTitle = groupTitle),
		async dropTokens(tokens) {
			everybody().forEach((member) => {
				member.tokens = member.tokens.filter(({ token }) => !tokens.includes(token));
			});
		},
		async restoreTokens(uid, tokens) {
			await access.dropTokens(tokens.map(({ token }) => token));
			of(uid).tokens.push(...tokens);
		},
		endSessions: async uid => void (of(uid).sessions = 0),
		async removeQueued(ids) {
			everybody().forEach((member) => {
				member.queued = member.queued.filter(({ id }) => !ids.includes(id));
			});
		},
		async restoreQueued(queued) {
			await access.removeQueued(queued.map(({ id }) => id));
			queued.forEach(post => of(Number(post.fields.uid)).queued.push(post));
		},
		async hideScheduled(tids) {
			held.forEach((member, uid) => {
				member.scheduled.forEach(({ tid }) => owners.set(`topic ${tid}`, uid));
				member.scheduled = member.scheduled.filter(({ tid }) => !tids.includes(tid));
			});
		},
		async release(scheduled) {
			await access.hideScheduled(scheduled.map(({ tid }) => tid));
			scheduled.forEach(topic => of(owners.get(`topic ${topic.tid}`) ?? 0).scheduled.push(topic));
		},
		async reopen(reports, by) {
			for (const report of reports) {
				calls.push(`reopen ${report.id} by ${by}`);
				const member = of(owners.get(`report ${report.id}`) ?? 0);
				member.reports = [...member.reports.filter(({ id }) => id !== report.id), report];
			}
		},
		postsSince: async (uid, since, start, count) =>
			(posts.get(uid) ?? []).filter(({ at }) => at >= since).slice(start, start + count)
				.map(post => ({ cid: 5, ...post })),
		addresses: async (uid, count) => (addresses.get(uid) ?? []).slice(0, count),
		emails: async uid => emails.get(uid) ?? [],
	};
	return { access, held, calls, destroyed, deleted, banners, muters, leftToBanned, posts, addresses, emails };
}
