/**
 * The plugin's ports to its host, split by what callers need. `lib/nodebb` is the only implementation; the sandbox
 * replaces NodeBB below it, so that both forums run the same code.
 */

import type { CategoryTree } from './category-tree';
import type { Posts, Queue, Topics } from './content';
import type { CallScopes } from './call-scope';
import type { Leases } from './lease';
import type { MemberAccess } from './member-access';
import type { Navigation } from './navigation';
import type { Messenger } from '../refusals/message-kind';
import type { Refusal } from '../refusals/refusal';
import type { Outbound } from './outbound';
import type { PostCare, Reports } from './post-care';
import type { SettingsStore } from './settings-store';
import type { Soon } from './soon';

/** A stored hash: scalars only, no dots in field names (MongoDB rewrites them). */
export type StoredHash = Record<string, string | number>;

/** A value of a sorted set with its score. */
export interface Scored { value: string; score: number }

/** The part of NodeBB's key-value API that behaves alike on Redis, MongoDB and PostgreSQL. */
export interface Database {
	getObject(key: string): Promise<Record<string, unknown> | null>;
	getObjects(keys: string[]): Promise<(Record<string, unknown> | null)[]>;
	setObject(key: string, data: StoredHash): Promise<void>;
	/** Many hashes in one call, each key once; after a crash of the database some may be missing. */
	setObjectBulk(rows: readonly (readonly [key: string, data: StoredHash])[]): Promise<void>;
	deleteObjectFields(key: string, fields: string[]): Promise<void>;
	/** Atomic; answers the incremented number. */
	incrObjectField(key: string, field: string): Promise<number>;
	incrObjectFieldBy(key: string, field: string, by: number): Promise<number>;
	deleteObjectField(key: string, field: string): Promise<void>;
	delete(key: string): Promise<void>;
	/** The database drops the key at this moment (milliseconds since 1970) or soon after. */
	expireAt(key: string, at: number): Promise<void>;
	sortedSetAdd(key: string, score: number, value: string): Promise<void>;
	/** Each row: key, score, value. */
	sortedSetAddBulk(rows: readonly (readonly [key: string, score: number, value: string])[]): Promise<void>;
	/** One value or many. */
	sortedSetRemove(key: string, value: string | readonly string[]): Promise<void>;
	/** The score of each value; null for values that are not in the set. */
	sortedSetScores(key: string, values: readonly string[]): Promise<(number | null)[]>;
	/** Number of values in a sorted set. */
	sortedSetCard(key: string): Promise<number>;
	/**
	 * Values with a score from `min` to `max`, at most `count`; -1 for all. The order of equal scores depends on the
	 * database: use `platform/paged-index` for pages.
	 */
	sortedSetPage(
		key: string, page: { count: number; min: number; max: number; isNewestFirst: boolean },
	): Promise<Scored[]>;
	/** Atomic; a list keeps the order of arrival. */
	listAppend(key: string, value: string): Promise<void>;
	listRemoveAll(key: string, value: string): Promise<void>;
	getList(key: string): Promise<string[]>;
	/** Logs, once, that the value of a key cannot be decoded. */
	unreadable(key: string): void;
}

export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
}

/** Writes one line per unexpected error: never content, e-mail or IP. */
export interface Log {
	error(slice: string, event: string, error: unknown, uid?: number): void;
	info(slice: string, message: string): void;
}

/** A process-local cache; `del` and `clear` reach all processes of the forum. */
export interface Cache {
	get(key: string): unknown;
	set(key: string, value: unknown): void;
	del(key: string): void;
	/** Every key, in every process. */
	clear(): void;
}

export interface MemberProfile {
	uid: number;
	username: string;
	userslug: string;
}

export interface Members {
	/** At once if the host knows it. */
	isAdministrator(uid: number): Soon<boolean>;
	/** Administrators and global moderators. */
	isGlobalStaff(uid: number): Promise<boolean>;
	/** At once if the host knows it. */
	isMemberOfAny(uid: number, groups: readonly string[]): Soon<boolean>;
	/** Null for a uid that does not exist any more. */
	profiles(uids: readonly number[]): Promise<(MemberProfile | null)[]>;
	/** 0 if nobody has the name, whatever its case, blanks and Unicode form. */
	uidOf(username: string): Promise<number>;
	/** The same for many, in their order; one read. */
	uidsOf(usernames: readonly string[]): Promise<number[]>;
	/** The member's language, or the forum's default for guests. */
	language(uid: number): Soon<string>;
	/** Number of accounts of this forum. */
	count(): Promise<number>;
	/** For each member, whether they are in any of the groups. */
	areInGroups(uids: readonly number[], groups: readonly string[]): Promise<boolean[]>;
	/** Everybody in any of these groups, without duplicates. */
	inGroups(groups: readonly string[]): Promise<number[]>;
	/** The names that no group has. */
	missingGroups(names: readonly string[]): Promise<string[]>;
	/** Groups that the forum shows, without its internal ones. */
	publicGroups(): Promise<string[]>;
	/** Members who were active in the last minutes. */
	online(): Promise<number[]>;
	/** Members with an API token. */
	withTokens(): Promise<number[]>;
	/** The highest uid ever assigned. */
	highestUid(): Promise<number>;
	/** A field of the member's record that only the plugin writes. */
	field(uid: number, name: string): Promise<string>;
	clearField(uid: number, name: string): Promise<void>;
	/** The member's confirmed e-mail address, or an empty text. */
	confirmedEmail(uid: number): Promise<string>;
}

export interface ForumCategory {
	cid: number;
	name: string;
	slug: string;
	description: string;
}

export interface Places {
	/** Categories that this reader may find, in the forum's order; uid 0 is a guest. */
	visibleCategories(uid: number): Promise<ForumCategory[]>;
	/** The categories among these where somebody has all of these rights; never disabled ones. */
	allowedIn(
		rights: readonly ('find' | 'read' | 'topics:read' | 'topics:create' | 'topics:reply')[], cids: readonly number[], uid: number,
	): Promise<number[]>;
	/**
	 * Whether the reader may read there, as the forum's own pages decide, including deleted, scheduled and disabled
	 * places. False for a place that does not exist: missing and forbidden look the same everywhere.
	 */
	canRead(place: { cid?: string; tid?: string; pid?: string }, uid: number): Promise<boolean>;
	/** The category of a place; null if it does not exist. */
	categoryOf(place: { cid?: string; tid?: string; pid?: string }): Soon<number | null>;
	/** Fields of a stored post as text; empty if not set. */
	postFields(pid: string, names: readonly string[]): Promise<Record<string, string>>;
	/** A category and its ancestors, nearest first. */
	categoryPath(cid: number): Soon<readonly number[]>;
	/** Whether somebody moderates there: administrators, global moderators and moderators of the category. */
	canModerate(cid: number, uid: number): Promise<boolean>;
	/** The categories somebody moderates; `all` for administrators and global moderators. */
	moderatedBy(uid: number): Promise<'all' | readonly number[]>;
	/** Administrators, global moderators and moderators of a category, each once. */
	staffOf(cid: number): Promise<number[]>;
}

/** The groups that the plugin manages. */
export interface Groups {
	/** Creates a hidden group that nobody can join or leave by themselves, unless it exists. */
	ensure(name: string): Promise<void>;
	/** Empty if the group does not exist. */
	members(name: string): Promise<number[]>;
	/** Makes an existing group hidden and closed again, without owners. */
	close(name: string): Promise<void>;
	/**
	 * With all rights and members; an empty group of the new name is replaced. Does nothing if the group does not
	 * exist.
	 */
	rename(from: string, to: string): Promise<void>;
	/** Members who are already in or out stay so. */
	change(name: string, joining: readonly number[], leaving: readonly number[]): Promise<void>;
}

/** Scheduled jobs, run on one node at a time. */
export interface Jobs {
	/** `cronTime` has five fields. The name must be new. */
	schedule(name: string, cronTime: string, work: () => Promise<void>): Promise<void>;
}

export interface Site {
	/** Public address of the forum without a trailing slash. */
	url: string;
	/** Path prefix of the forum, empty or starting with a slash. */
	relativePath: string;
	defaultLanguage(): string;
}

/** Identifies the caller of a request, and redirects responses. */
export interface Web {
	/** Sends the browser (or NodeBB's ajaxify) to a path of the forum. */
	redirect(response: unknown, path: string): void;
	/** A refusal in plain words, in the language of the person whom a hook's payload is about. */
	sentence(refusal: Refusal, payload: unknown): Promise<string>;
}

/** Everything the plugin may use outside itself. */
export interface Host {
	database: Database;
	clock: Clock;
	log: Log;
	members: Members;
	places: Places;
	categories: CategoryTree;
	topics: Topics;
	posts: Posts;
	care: PostCare;
	reports: Reports;
	access: MemberAccess;
	groups: Groups;
	queue: Queue;
	settings: SettingsStore;
	leases: Leases;
	callScope: CallScopes;
	jobs: Jobs;
	navigation: Navigation;
	messenger: Messenger;
	site: Site;
	web: Web;
	outbound: Outbound;
	/** Tells other plugins, without waiting for them; what fails in one of them is in the forum's log. */
	announce(hook: `action:forum-terms.${string}`, facts: Readonly<Record<string, unknown>>): void;
	/** The name must be unique in the process; `ttlSeconds` bounds staleness if the broadcast fails. */
	cache(name: string, options: { max: number; ttlSeconds: number }): Cache;
	/** A file of the package as text, by its path from the package root. */
	packagedText(path: string): Promise<string>;
	/** Translates a language token to plain text; for HTML let NodeBB translate. */
	translate: (token: string, language: string) => Promise<string>;
	/** An unguessable, unique text of letters, digits and `-`. */
	nonce(): string;
	/** Waits, to let another process finish the same record; 0: until a response that is being made is on its way. */
	pause(milliseconds: number): Promise<void>;
}
