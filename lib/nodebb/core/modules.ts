import type { Request, RequestHandler, Response, Router } from 'express';
import type {
	HostDatabaseOfMembers, HostGroupsOfMembers, HostTokens, HostUserApi, HostUserOfMembers,
} from './member-modules';

interface HostScored { value: string | number; score: number | string }

/**
 * The part of NodeBB 4.14+ that the plugin uses, typed by hand because NodeBB ships no types. Only lib/nodebb may use
 * these names.
 */
export interface HostDatabase extends HostDatabaseOfMembers {
	getObject(key: string): Promise<Record<string, unknown> | null>;
	getObjects(keys: string[]): Promise<(Record<string, unknown> | null)[]>;
	setObject(key: string, data: object): Promise<void>;
	setObjectBulk(rows: [key: string, data: object][]): Promise<void>;
	deleteObjectFields(key: string, fields: string[]): Promise<void>;
	deleteObjectField(key: string, field: string): Promise<void>;
	incrObjectField(key: string, field: string): Promise<number | string>;
	incrObjectFieldBy(key: string, field: string, by: number): Promise<number | string>;
	getObjectField(key: string, field: string): Promise<unknown>;
	delete(key: string): Promise<void>;
	pexpireAt(key: string, timestamp: number): Promise<void>;
	sortedSetAdd(key: string, score: number | number[], value: string | string[]): Promise<void>;
	sortedSetAddBulk(rows: [key: string, score: number, value: string][]): Promise<void>;
	setRemove(key: string, values: string[]): Promise<void>;
	listAppend(key: string, value: string): Promise<void>;
	listRemoveAll(key: string, value: string): Promise<void>;
	getListRange(key: string, start: number, stop: number): Promise<string[]>;
	/** Hashes cached by this process; absent on PostgreSQL. */
	objectCache?: {
		get(key: string): Record<string, unknown> | null | undefined;
		set(key: string, value: undefined): void;
	};
	sortedSetCard(key: string): Promise<number | string>;
	getSortedSetRangeByScore(key: string, start: number, count: number, min: number, max: number): Promise<string[]>;
	getSortedSetRangeByScoreWithScores(
		key: string, start: number, count: number, min: number, max: number): Promise<HostScored[]>;
	getSortedSetRevRangeByScoreWithScores(
		key: string, start: number, count: number, max: number, min: number): Promise<HostScored[]>;
	getSortedSetRevRangeByScore(
		key: string, start: number, count: number, max: number, min: number | string): Promise<string[]>;
}

export interface HostUser extends HostUserOfMembers {
	isAdministrator(uid: number): Promise<boolean>;
	isAdminOrGlobalMod(uid: number): Promise<boolean>;
	isModerator(uid: number, cid: number): Promise<boolean>;
	isModerator(uid: number, cids: number[]): Promise<boolean[]>;
	getModeratedCids(uid: number): Promise<(string | number)[]>;
	getUidsByUsernames(usernames: string[]): Promise<unknown[]>;
	getUsersFields(uids: number[], fields: string[]): Promise<Record<string, unknown>[]>;
	getUserField(uid: number, field: string): Promise<unknown>;
	getMultipleUserSettings(uids: number[]): Promise<Record<string, unknown>[]>;
	setSetting(uid: number, key: string, value: string): Promise<void>;
}

export interface HostMeta {
	config: { defaultLang?: string; onlineCutoff?: unknown; enablePostHistory?: unknown; [name: string]: unknown };
	settings: {
		get(hash: string): Promise<Record<string, unknown>>;
		set(hash: string, values: Record<string, unknown>, quiet: boolean): Promise<void>;
	};
}

export interface HostCategories {
	getCategoriesByPrivilege(set: string, uid: number, privilege: string): Promise<Record<string, unknown>[]>;
	getCategoryField(cid: number, field: string): Promise<unknown>;
	getModeratorUids(cids: number[]): Promise<(string | number)[][]>;
	exists(cid: number): Promise<boolean>;
	getAllCidsFromSet(key: string): Promise<(string | number)[]>;
	getCategoriesFields(cids: number[], fields: string[]): Promise<(Record<string, unknown> | null)[]>;
	getTagWhitelist(cids: number[]): Promise<string[][]>;
	create(data: Record<string, unknown>): Promise<Record<string, unknown>>;
	update(modified: Record<string, Record<string, string | number>>): Promise<unknown>;
}

export interface HostPrivileges {
	users: {
		hasBanPrivilege(uid: number): Promise<boolean>;
		hasMutePrivilege(uid: number): Promise<boolean>;
	};
	categories: {
		can(privilege: string, cid: string | number, uid: number): Promise<boolean>;
		isUserAllowedTo(privilege: string, cids: number[], uid: number): Promise<boolean[]>;
		filterCids(privilege: string, cids: number[], uid: number): Promise<(string | number)[]>;
		give(privileges: string[], cid: number, groups: string[]): Promise<void>;
		rescind(privileges: string[], cid: number, groups: string[]): Promise<void>;
	};
	topics: {
		can(privilege: string, tid: string | number, uid: number): Promise<boolean>;
		canRead(tid: string, uid: number): Promise<unknown>;
		filterTids(privilege: string, tids: number[], uid: number): Promise<(string | number)[]>;
	};
	posts: {
		/** Per post: `topics:read`, `posts:view_deleted` and others, and whether the category is `disabled`. */
		get(pids: string[], uid: number): Promise<(Record<string, unknown> | undefined)[]>;
		filter(privilege: string, pids: string[], uid: number): Promise<string[]>;
	};
}

export interface HostCache {
	get(key: string): unknown;
	set(key: string, value: unknown): void;
	del(key: string): void;
	reset(): void;
}

export interface HostControllerHelpers {
	redirect(res: Response, url: string): void;
	generateError(
		status: number, message: string, res: Response): Promise<{ status: { code: string; message: string } }>;
	formatApiResponse(status: number, res: Response, payload?: unknown): Promise<void>;
	notAllowed(req: Request, res: Response): Promise<void>;
	buildBreadcrumbs(crumbs: { text: string; url?: string }[]): unknown[];
}

export interface HostRouteHelpers {
	setupPageRoute(router: Router, path: string, middlewares: RequestHandler[], controller: RequestHandler): void;
	setupAdminPageRoute(router: Router, path: string, middlewares: RequestHandler[], controller: RequestHandler): void;
	setupApiRoute(
		router: Router, verb: string, path: string, middlewares: RequestHandler[], controller: RequestHandler): void;
}

export interface HostMiddleware {
	applyCSRF: RequestHandler;
	ensureLoggedIn: RequestHandler;
	exposeUid: RequestHandler;
	canViewUsers: RequestHandler;
	buildAccountData: RequestHandler;
	checkAccountPermissions: RequestHandler;
	autoLocale: RequestHandler;
	applyBlacklist: RequestHandler;
	maintenanceMode: RequestHandler;
	buildHeaderAsync(req: Request, res: Response): Promise<void>;
}

interface Modules {
	'./src/als': { run<T>(store: object, work: () => T): T; getStore(): object | undefined };
	'./src/database': HostDatabase;
	'./src/user': HostUser;
	'./src/groups': HostGroupsOfMembers & {
		/** By `<uid>:<group>`. */
		cache: Pick<HostCache, 'get'>;
		isMemberOfAny(uid: number, groups: string[]): Promise<boolean>;
		isMembers(uids: number[], group: string): Promise<boolean[]>;
		getMembers(group: string, start: number, stop: number): Promise<(string | number)[]>;
		getMembersOfGroups(groups: string[]): Promise<(string | number)[][]>;
		exists(name: string): Promise<boolean>;
		create(data: Record<string, unknown>): Promise<unknown>;
		getGroupData(name: string): Promise<Record<string, unknown> | null>;
		getOwners(name: string): Promise<(string | number)[]>;
		update(name: string, values: Record<string, unknown>): Promise<void>;
		renameGroup(from: string, to: string): Promise<void>;
		destroy(name: string): Promise<void>;
		join(name: string, uid: number): Promise<void>;
		leave(names: string | string[], uid: number): Promise<void>;
		getNonPrivilegeGroups(set: string, start: number, stop: number): Promise<Record<string, unknown>[]>;
	};
	'./src/meta': HostMeta;
	'./src/navigation/admin': {
		get(): Promise<Record<string, unknown>[]>;
		save(items: Record<string, unknown>[]): Promise<void>;
	};
	'./src/categories': HostCategories;
	'./src/privileges': HostPrivileges;
	'./src/topics': {
		exists(tid: string | number): Promise<boolean>;
		getTopicField(tid: string, field: string): Promise<unknown>;
		getTopicFields(tid: string, fields: string[]): Promise<Record<string, unknown> | null>;
		getTopicsFields(tids: (number | string)[], fields: string[]): Promise<(Record<string, unknown> | null)[]>;
		setTopicField(tid: string, field: string, value: string): Promise<void>;
		delete(tid: string, uid: number): Promise<void>;
		restore(tid: string): Promise<void>;
	};
	'./src/posts': {
		exists(pid: string | number): Promise<boolean>;
		getPostFields(pid: string | number, fields: string[]): Promise<Record<string, unknown>>;
		getPostsFields(pids: string[], fields: string[]): Promise<(Record<string, unknown> | null)[]>;
		getQueuedPosts(filter: object, options: { metadata: boolean }): Promise<(Record<string, unknown> | null)[]>;
		delete(pid: string, uid: number): Promise<Record<string, unknown>>;
		restore(pid: string, uid: number): Promise<Record<string, unknown>>;
		clearCachedPost?(pid: string): void;
		diffs: { save(data: Record<string, unknown>): Promise<void> };
		uploads: { list(pid: string): Promise<string[]> };
		getPostSummaryByPids(
			pids: string[], uid: number, options: { stripTags: boolean }): Promise<(Record<string, unknown> | null)[]>;
	};
	'./src/plugins': { hooks: { hasListeners(hook: string): boolean; fire<P>(hook: string, payload: P): Promise<P> } };
	'./src/search': { search(data: Record<string, unknown>): Promise<{ tids?: (string | number)[] }> };
	'./src/cache': { get(key: string): Readonly<Record<string, unknown>> | undefined; del(key: string): void };
	'./src/cache/lru': (options: { name: string; max: number; ttl: number; ttlResolution: number }) => HostCache;
	'./src/controllers/helpers': HostControllerHelpers;
	'./src/routes/helpers': HostRouteHelpers;
	'./src/notifications': {
		/** Settings that members have for notifications, by name; those of privileged members are apart. */
		baseTypes: string[];
		create(data: Record<string, unknown>): Promise<Record<string, unknown> | null>;
		push(notification: Record<string, unknown>, uids: number[]): Promise<void>;
		rescind(ids: string[]): Promise<void>;
	};
	'./src/flags': { update(id: string, uid: number, changes: { state: string }): Promise<void> };
	'./src/emailer': {
		_defaultPayload: Record<string, unknown>;
		send(template: string, uid: number, params: Record<string, unknown>): Promise<void>;
		sendToEmail(template: string, email: string, language: string, params: Record<string, unknown>): Promise<void>;
	};
	'./src/slugify': (text: string) => string;
	'./src/cron': {
		addJob(options: { name: string; cronTime: string; onTick: () => Promise<void> }): Promise<unknown>;
	};
	'./src/translator': { translate(text: string, language: string): Promise<string> };
	'./src/socket.io': { in(room: string): { emit(event: string, data: unknown): void } | null | undefined };
	'./src/api': {
		posts: { edit(caller: { uid: number; ip: string }, data: Record<string, unknown>): Promise<unknown> };
		users: HostUserApi;
		utils: { tokens: HostTokens };
	};
	'./src/controllers': object;
	'./src/controllers/uploads': object;
	'./src/socket.io/user': object;
	'./src/socket.io/groups': object;
	express: { Router(): Router };
	nconf: { get(key: string): unknown };
	winston: { error(message: string): void; info(message: string): void };
}

declare global {
	var nodebb: { require(path: string): unknown } | undefined;
}

/** Per host: a test process has several, one after the other. */
const modules = new WeakMap<object, Map<string, unknown>>();

/**
 * A module of the host, resolved on use, because there may be no host at import time. HOST: nodebb-global.js `require`
 * resolves the path in the file system every time; here once per module.
 */
export function hostModule<K extends keyof Modules>(path: K): Modules[K] {
	const host = globalThis.nodebb;
	if (!host) {
		throw new Error(`NodeBB 4.12 or newer is needed: globalThis.nodebb is missing (asked for ${path})`);
	}
	const known = modules.get(host) ?? new Map<string, unknown>();
	if (!known.has(path)) {
		modules.set(host, known.set(path, host.require(path)));
	}
	return known.get(path) as Modules[K];
}
