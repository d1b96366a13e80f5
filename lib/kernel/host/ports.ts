/**
 * What the plugin asks of its host, split by the caller's need. `lib/nodebb` is the only implementation;
 * the sandbox forum stands below it, so both forums run the same code.
 */

import type { CategoryTree } from '../category-tree';
import type { Posts, Queue, Topics } from '../content';
import type { Leases } from './lease';
import type { Fact } from '../edge/message';
import type { MemberAccess } from './member-access';
import type { Navigation } from './navigation';
import type { MessageKind } from '../edge/message-kind';
import type { Letters } from '../formats/letter';
import type { PostCare, Reports } from './post-care';
import type { SettingsStore } from './settings-store';

/** A stored hash: scalars only, no dots in field names (MongoDB rewrites them). */
export type StoredHash = Record<string, string | number>;

/** A value of a sorted set with its score. */
export interface Scored { value: string; score: number }

/** The slice of NodeBB's key-value surface that Redis, MongoDB and PostgreSQL answer alike. */
export interface Database {
	getObject(key: string): Promise<Record<string, unknown> | null>;
	getObjects(keys: string[]): Promise<(Record<string, unknown> | null)[]>;
	setObject(key: string, data: StoredHash): Promise<void>;
	deleteObjectFields(key: string, fields: string[]): Promise<void>;
	/** Atomic; answers the number after the increment. */
	incrObjectField(key: string, field: string): Promise<number>;
	incrObjectFieldBy(key: string, field: string, by: number): Promise<number>;
	deleteObjectField(key: string, field: string): Promise<void>;
	delete(key: string): Promise<void>;
	/** The database itself drops the key at this moment (milliseconds since 1970), or soon after it. */
	expireAt(key: string, at: number): Promise<void>;
	sortedSetAdd(key: string, score: number, value: string): Promise<void>;
	/** Many at once: key, score, value of each. */
	sortedSetAddBulk(rows: readonly (readonly [key: string, score: number, value: string])[]): Promise<void>;
	/** One value or many at once. */
	sortedSetRemove(key: string, value: string | readonly string[]): Promise<void>;
	/** Of each value its score, null for what is not in the set. */
	sortedSetScores(key: string, values: readonly string[]): Promise<(number | null)[]>;
	/** How many values a sorted set has. */
	sortedSetCard(key: string): Promise<number>;
	/**
	 * Values with a score from `min` to `max`, at most `count`, -1 for all. What has one score comes in an order
	 * of the database's own: `platform/paged-index` makes pages of it.
	 */
	sortedSetPage(
		key: string, page: { count: number; min: number; max: number; isNewestFirst: boolean },
	): Promise<Scored[]>;
	/** Atomic; the values of a list stand in the order of their arrival. */
	listAppend(key: string, value: string): Promise<void>;
	listRemoveAll(key: string, value: string): Promise<void>;
	getList(key: string): Promise<string[]>;
	/** Says in the log, once, that nobody can read what stands under a key. */
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

/** A cache local to the process whose `del` and `clear` reach all processes of the forum. */
export interface Cache {
	get(key: string): unknown;
	set(key: string, value: unknown): void;
	del(key: string): void;
	/** All keys, in all processes. */
	clear(): void;
}

export interface MemberProfile {
	uid: number;
	username: string;
	userslug: string;
}

export interface Members {
	isAdministrator(uid: number): Promise<boolean>;
	/** Administrators and global moderators. */
	isGlobalStaff(uid: number): Promise<boolean>;
	isMemberOfAny(uid: number, groups: readonly string[]): Promise<boolean>;
	/** Null for a uid that no longer belongs to anybody. */
	profiles(uids: readonly number[]): Promise<(MemberProfile | null)[]>;
	/** 0 for a name that nobody has. */
	uidOf(username: string): Promise<number>;
	/** The same for many in one read, in their order. */
	uidsOf(usernames: readonly string[]): Promise<number[]>;
	/** Language tag of the member's interface, or the forum's default for guests. */
	language(uid: number): Promise<string>;
	/** Number of accounts of this forum. */
	count(): Promise<number>;
	/** Of each of these members, whether they are in one or more of the groups. */
	areInGroups(uids: readonly number[], groups: readonly string[]): Promise<boolean[]>;
	/** Everybody in one or more of these groups, each once. */
	inGroups(groups: readonly string[]): Promise<number[]>;
	/** Which of these names no group has. */
	missingGroups(names: readonly string[]): Promise<string[]>;
	/** Groups that the forum shows, without the ones it keeps for itself. */
	publicGroups(): Promise<string[]>;
	/** Members who were here in the last minutes. */
	online(): Promise<number[]>;
	/** Members in whose name programs may speak. */
	withTokens(): Promise<number[]>;
	/** Highest uid ever given. */
	highestUid(): Promise<number>;
	/** A field that only the plugin writes, in the member's own record. */
	field(uid: number, name: string): Promise<string>;
	clearField(uid: number, name: string): Promise<void>;
	/** The e-mail address that a member has shown to be theirs, or an empty text. */
	confirmedEmail(uid: number): Promise<string>;
}

export interface ForumCategory {
	cid: number;
	name: string;
	slug: string;
	description: string;
}

export interface Places {
	/** Categories that this reader may find, in the forum's order; 0 is a guest. */
	visibleCategories(uid: number): Promise<ForumCategory[]>;
	/** Those of these categories in which somebody has all of these rights; none that is switched off. */
	allowedIn(
		rights: readonly ('find' | 'read' | 'topics:read' | 'topics:create' | 'topics:reply')[], cids: readonly number[], uid: number,
	): Promise<number[]>;
	/**
	 * Whether the reader may read there, as the forum's own pages decide: deleted, scheduled and switched off too.
	 * False for a place that does not exist: what is not there and what may not be read has one answer everywhere.
	 */
	canRead(place: { cid?: string; tid?: string; pid?: string }, uid: number): Promise<boolean>;
	/** The category that a place lies in; null when there is none. */
	categoryOf(place: { cid?: string; tid?: string; pid?: string }): Promise<number | null>;
	/** Fields of a stored post as text; empty where there is none. */
	postFields(pid: string, names: readonly string[]): Promise<Record<string, string>>;
	/** A category and those above it, nearest first. */
	categoryPath(cid: number): Promise<readonly number[]>;
	/** Whether somebody moderates there: administrators, global moderators and moderators of the category. */
	canModerate(cid: number, uid: number): Promise<boolean>;
	/** The categories somebody moderates; `all` for administrators and global moderators. */
	moderatedBy(uid: number): Promise<'all' | readonly number[]>;
	/** Administrators, global moderators and moderators of a category, each once. */
	staffOf(cid: number): Promise<number[]>;
}

/** Groups that the plugin keeps. */
export interface Groups {
	/** Makes a hidden group that nobody joins or leaves by themself, unless it is there. */
	ensure(name: string): Promise<void>;
	/** Nobody where there is no such group. */
	members(name: string): Promise<number[]>;
	/** Hidden, without a way in or out and without owners again, if it is there. */
	close(name: string): Promise<void>;
	/** With all rights and members; an empty group that has the new name gives way. Nothing happens without a group. */
	rename(from: string, to: string): Promise<void>;
	/** Who is in already stays, who is out already stays out. */
	change(name: string, joining: readonly number[], leaving: readonly number[]): Promise<void>;
}

/** Something that members are told. */
export interface Message {
	/** The same id is one notification, however often it is sent. */
	id: string;
	/** `forum-terms:mail.<kind>` and `mail.<kind>-body` are its sentences. */
	kind: MessageKind;
	/** Where it leads, without the forum's prefix. */
	path: string;
	/** Title of the document and what changed. */
	facts: readonly Fact[];
	/** The notification says the whole of it, for what can be read nowhere else; otherwise its headline only. */
	isWhole?: boolean;
}

export interface Messenger {
	/** Notification and, where the member has a confirmed address, e-mail. */
	send(uids: readonly number[], message: Message): Promise<void>;
	/** Notification only, for what concerns very many. */
	notify(uids: readonly number[], message: Message): Promise<void>;
}

/** Work that the forum does by itself, on one node at a time. */
export interface Jobs {
	/** `cronTime` in five fields. The name must be new. */
	schedule(name: string, cronTime: string, work: () => Promise<void>): Promise<void>;
}

export interface Site {
	/** Public address of the forum without a trailing slash. */
	url: string;
	/** Path prefix of the forum, empty or starting with a slash. */
	relativePath: string;
	defaultLanguage(): string;
}

/** Finds who stands behind a request or where a response should go. */
export interface Web {
	/** Sends the browser (or NodeBB's ajaxify) to a path of the forum. */
	redirect(response: unknown, path: string): void;
}

/** Everything the plugin may reach outside itself. */
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
	jobs: Jobs;
	navigation: Navigation;
	messenger: Messenger;
	letters: Letters;
	site: Site;
	web: Web;
	/** The name must be unique in the process; `ttlSeconds` bounds staleness should the broadcast fail. */
	cache(name: string, options: { max: number; ttlSeconds: number }): Cache;
	/** Text of a file shipped in the package, by its path from the package root. */
	packagedText(path: string): Promise<string>;
	/** A language token in a reader's language, as plain text: what goes into HTML is left to NodeBB to translate. */
	translate: (token: string, language: string) => Promise<string>;
	/** Text that nobody can guess and that never comes twice: letters, digits, `-`. */
	nonce(): string;
	/** Waits; used only to let another process finish the very same record. */
	pause(milliseconds: number): Promise<void>;
}
