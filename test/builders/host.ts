import { AsyncLocalStorage } from 'node:async_hooks';
import type { ListedTopic, StoredTopic, WaitingPost } from '../../lib/kernel/host/content';
import { refusalMessage } from '../../lib/kernel/refusals/message';
import { idOf, linkOf, type Letter, type Message } from '../../lib/kernel/refusals/message-kind';
import type { KeptPost, QueuedText, StoredReport } from '../../lib/kernel/host/post-care';
import { callScopes } from '../../lib/platform/call-scope';
import { treeInMemory } from './category-tree';
import type { NavigationEntry } from '../../lib/kernel/host/navigation';
import type { Cache, Host } from '../../lib/kernel/host/ports';
import { leasesInMemory } from './leases';
import { accessInMemory } from './member-access';
import { memoryDatabase } from './memory-database';
import { outsideInMemory } from './outside';

const calls = new AsyncLocalStorage<object>();

/** A cache that keeps everything until told otherwise. */
export function memoryCache(): Cache {
	const values = new Map<string, unknown>();
	return {
		get: key => values.get(key),
		set: (key, value) => void values.set(key, value),
		del: key => void values.delete(key),
		clear: () => values.clear(),
	};
}

/** A whole host in memory; the clock stands still until `at` is moved. */
export function hostInMemory(overrides: Partial<Host> = {}) {
	const time = { at: Date.UTC(2026, 0, 1) };
	const errors: { slice: string; event: string }[] = [];
	const settings: Record<string, unknown> = {};
	const fields = new Map<string, string>();
	const jobs = new Map<string, () => Promise<void>>();
	const administrators = new Set([1]);
	/** Global moderators. */
	const globalStaff = new Set<number>();
	/** Accounts that are deleted. */
	const gone = new Set<number>();
	const letters: ({ address: string; path: string } & Letter)[] = [];
	const delivered = (message: Message) => ({ ...message, id: idOf(message), path: linkOf(message) });
	const sent: ({ uid: number } & ReturnType<typeof delivered>)[] = [];
	/** HostReport by notification only. */
	const notified: typeof sent = [];
	const inGroup = new Map<string, number[]>();
	/** Groups that somebody made visible by hand. */
	const open = new Set<string>();
	const topics = new Map<string, StoredTopic>();
	/** Topics that lists know, by category. */
	const listed: (ListedTopic & { cid: number })[] = [];
	/** Fields of stored posts, by pid. */
	const posts = new Map<string, Record<string, string>>();
	const waiting = new Map<string, WaitingPost>();
	/** Posts with the fields of the plugin by name. */
	const kept = new Map<string, Omit<KeptPost, 'fields'> & { named: Record<string, string> }>();
	const queued: QueuedText[] = [];
	const reported = new Map<string, StoredReport>();
	/** Uids of those who reported a post, by pid. */
	const reporters = new Map<string, number[]>();
	/** Categories in which nobody of these may read. */
	const closed = new Set<number>();
	/** Parent of each category that has one. */
	const parents = new Map<number, number>();
	/** Rights that a moderator lacks, as `<uid> <cid> <right>`; where somebody may not read, as `<uid> <cid>`. */
	const [denied, unread] = [new Set<string>(), new Set<string>()];
	/** Categories of each moderator of single ones. */
	const moderators = new Map<number, number[]>();
	const pathOf = (cid: number): number[] => [cid, ...parents.has(cid) ? pathOf(parents.get(cid) ?? 0) : []];
	const navigation: NavigationEntry[] = [];
	const outside = outsideInMemory();
	/** What other plugins were told. */
	const announced: Record<string, unknown>[] = [];
	let nonces = 0;
	const database = memoryDatabase();
	const members = accessInMemory(() => time.at);
	const host: Host = {
		database,
		clock: { now: () => time.at },
		log: { error: (slice, event) => void errors.push({ slice, event }), info: () => undefined },
		members: {
			isAdministrator: uid => administrators.has(uid),
			isGlobalStaff: async uid => administrators.has(uid) || globalStaff.has(uid),
			isMemberOfAny: (uid, groups) => groups.some(group =>
				group === `group-of-${uid}` || (inGroup.get(group) ?? []).includes(uid)),
			profiles: async uids => uids.map(uid =>
				(gone.has(uid) ? null : { uid, username: `member ${uid}`, userslug: `member-${uid}` })),
			uidOf: async username => Number(/^member (\d+)$/.exec(username)?.[1] ?? 0),
			uidsOf: async usernames => usernames.map(name => Number(/^member (\d+)$/.exec(name)?.[1] ?? 0)),
			language: async () => 'en-GB',
			count: async () => 300,
			areInGroups: async (uids, groups) => uids.map(uid =>
				groups.some(group => (inGroup.get(group) ?? []).includes(uid))),
			inGroups: async groups => groups.flatMap(group => (group === 'administrators' ? [1] : inGroup.get(group) ?? [])),
			missingGroups: async names => names.filter(name => !inGroup.has(name)),
			publicGroups: async () => [...inGroup.keys()],
			online: async () => [2, 3],
			withTokens: async () => [3],
			highestUid: async () => 300,
			field: async (uid, name) => fields.get(`${uid} ${name}`) ?? '',
			confirmedEmail: async uid => fields.get(`${uid} email`) ?? '',
			clearField: async (uid, name) => void fields.delete(`${uid} ${name}`),
		},
		categories: treeInMemory().tree,
		places: {
			visibleCategories: async () => [],
			allowedIn: async (_rights, cids) => cids.filter(cid => !closed.has(cid)),
			canRead: async ({ cid, tid, pid }) => ![cid, tid, pid].includes('404'),
			categoryOf: ({ cid, pid }) => Number(cid ?? posts.get(pid ?? '')?.cid ?? 0) || null,
			categoryPath: async cid => pathOf(cid),
			canModerate: async (cid, uid) =>
				administrators.has(uid) || globalStaff.has(uid) || (moderators.get(uid) ?? []).includes(cid),
			moderatedBy: async uid =>
				(administrators.has(uid) || globalStaff.has(uid) ? 'all' : moderators.get(uid) ?? []),
			staffOf: async cid => [...administrators,
				...[...moderators].filter(([, cids]) => cids.includes(cid)).map(([uid]) => uid)],
			postFields: async (pid, names) => Object.fromEntries(names.map(name => [name, posts.get(pid)?.[name] ?? ''])),
		},
		topics: {
			newest: async cid => listed.filter(topic => topic.cid === cid),
			startersSince: async () => [],
			found: async () => [],
			readable: async tids => tids.filter(tid => tid !== 404),
			read: async tid => topics.get(tid) ?? null,
			readMany: async tids => tids.map(tid => topics.get(String(tid)) ?? null),
			ofMainPost: async pid => [...topics.values()].find(({ mainPid }) => mainPid === pid) ?? null,
			writeField: async (tid, _field, value) => {
				const topic = topics.get(tid);
				if (topic) {
					topics.set(tid, { ...topic, field: value });
				}
			},
		},
		posts: {
			writeFields: async (pid, fields) => database.setObject(`post:${pid}`, fields),
			summaries: async pids => pids.map(pid => ({
				pid, tid: 1, uid: 7, timestamp: Number(pid), content: 'text', title: 'topic', isDeleted: false,
			})),
		},
		care: {
			read: async (pids, fields) => pids.map((pid) => {
				const post = kept.get(pid);
				const { named = {}, ...rest } = post ?? {};
				return post ? { ...rest as KeptPost, fields: fields.map(name => named[name] ?? '') } : null;
			}),
			readable: async (pids, uid) => pids.filter(pid => !unread.has(`${uid} ${kept.get(pid)?.cid ?? 0}`)),
			attachments: async contents => contents.map(() => []),
			takeable: async (cids, uid) => {
				const isModerator = (cid: number) =>
					globalStaff.has(uid) || (moderators.get(uid) ?? []).includes(cid);
				const may = (right: string) => cids.filter(cid => administrators.has(uid) ||
					(isModerator(cid) && !denied.has(`${uid} ${cid} ${right}`)));
				return {
					posts: may('posts:delete'), topics: may('topics:delete'), scheduled: may('purge'), queued: may('moderate'),
				};
			},
			readableCategories: async cids => cids.filter(cid => !closed.has(cid)),
			withdraw: async (pid, uid) =>
				void Object.assign(kept.get(pid) ?? {}, { isDeleted: true, deleterUids: [uid] }),
			restore: async pid => void Object.assign(kept.get(pid) ?? {}, { isDeleted: false, deleterUids: [] }),
			edit: async (pid, uid, content) => {
				const post = kept.get(pid);
				const named = { ...post?.named, editor: String(uid) };
				Object.assign(post ?? {}, { content, editedAt: time.at, named });
			},
		},
		access: members.access,
		navigation: {
			routes: async () => navigation.map(({ route }) => route),
			offered: entry => ({ ...entry, enabled: false }),
			add: async entries => void navigation.push(...entries),
		},
		reports: {
			about: async pids => pids.flatMap(pid =>
				(reporters.has(pid) ? [{ id: `1${pid}`, pid, reporters: reporters.get(pid) ?? [] }] : [])),
			read: async ids => ids.map(id => reported.get(id) ?? null),
		},
		groups: {
			ensure: async name => void inGroup.set(name, inGroup.get(name) ?? []),
			members: async name => inGroup.get(name) ?? [],
			close: async name => void open.delete(name),
			rename: async (from, to) => {
				const members = inGroup.get(from);
				if (members) {
					inGroup.delete(from);
					inGroup.set(to, members);
				}
			},
			change: async (name, joining, leaving) => {
				const left = (inGroup.get(name) ?? []).filter(uid => !leaving.includes(uid) && !joining.includes(uid));
				inGroup.set(name, [...left, ...joining]);
			},
		},
		queue: {
			read: async id => waiting.get(id) ?? null,
			texts: async ids => ids.map(id => queued.find(text => text.id === id) ?? null),
			keepAnswers: async (id, forumTerms) => {
				const post = waiting.get(id);
				if (post) {
					waiting.set(id, { ...post, forumTerms });
				}
			},
		},
		settings: {
			read: () => ({ ...settings }),
			save: async (name, value) => void (settings[name] = value),
			remove: async (name) => {
				delete settings[name];
			},
		},
		leases: leasesInMemory(database),
		callScope: callScopes(() => calls),
		messenger: {
			send: async (uids, message) => void sent.push(...uids.map(uid => ({ uid, ...delivered(message) }))),
			toAdministrators: async message =>
				void sent.push(...[...administrators].map(uid => ({ uid, ...delivered(message) }))),
			notify: async (uids, message) => void notified.push(...uids.map(uid => ({ uid, ...delivered(message) }))),
			offerChoice: () => undefined,
			write: async (address, letter) => {
				letters.push({ address, path: '', ...letter });
				return !address.startsWith('broken');
			},
		},
		jobs: { schedule: async (name, _cronTime, work) => void jobs.set(name, work) },
		site: { url: 'https://forum.example', relativePath: '', defaultLanguage: () => 'en-GB' },
		web: {
			redirect: (response, path) => void Object.assign(response as object, { headersSent: true, to: path }),
			sentence: async refusal => refusalMessage(refusal),
		},
		outbound: outside.port,
		announce: (hook, facts) => void announced.push({ hook, ...facts }),
		cache: memoryCache,
		packagedText: async () => '## 2. Acceptance\n\nUse means agreement.',
		nonce: () => `nonce-${nonces += 1}-of-spec`,
		pause: async () => undefined,
		translate: async token => token,
		...overrides,
	};
	return {
		host, database, time, gone, globalStaff, errors, settings, fields, jobs, inGroup, sent, notified, topics,
		listed, waiting, parents, moderators, denied, unread, administrators, letters,
		posts, open, kept, queued, reported, reporters, closed, outside, announced,
		/** What members have beside what they wrote, and what was done to it. */
		standing: members,
	};
}
