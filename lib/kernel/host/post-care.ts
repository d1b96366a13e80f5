import type { ForumTermsField } from '../edge/wire';

/** A stored post as whoever answers for it sees it, deleted or not (clause 4.12). */
export interface KeptPost {
	pid: string;
	tid: number;
	cid: number;
	uid: number;
	/** Milliseconds since 1970; 0: never edited. */
	timestamp: number;
	editedAt: number;
	/** As it was typed. */
	content: string;
	title: string;
	slug: string;
	/** It or its topic is taken away. */
	isDeleted: boolean;
	/** Who took the post away and who its topic; 0 for somebody unknown. */
	deleterUids: readonly number[];
	isLocked: boolean;
	/** The fields of the plugin that were asked for, in their order; empty where there is none. */
	fields: string[];
}

/** Categories in which somebody may take away posts of others, a topic, a topic for later, what waits in the queue. */
export interface Takeable {
	posts: readonly number[];
	topics: readonly number[];
	scheduled: readonly number[];
	queued: readonly number[];
}

/** Posts in the hands of those who answer for them. Nothing here asks for the forum's own rights: callers do. */
export interface PostCare {
	/** With some of the plugin's own fields, in the order asked for; null where there is no such post. */
	read(pids: readonly string[], fields: readonly string[]): Promise<(KeptPost | null)[]>;
	/** Of these categories, those in which somebody may read. */
	readableCategories(cids: readonly number[], uid: number): Promise<number[]>;
	/** Of these posts, those that somebody may read, in their order. */
	readable(pids: readonly string[], uid: number): Promise<string[]>;
	/** Of these categories, those in which the forum's own screens let somebody take away, and give back. */
	takeable(cids: readonly number[], uid: number): Promise<Takeable>;
	/** Takes a post out of sight, and its topic when there is nothing else in it, unless `isPostOnly`. */
	withdraw(pid: string, uid: number, isPostOnly?: boolean): Promise<void>;
	restore(pid: string, uid: number, isPostOnly?: boolean): Promise<void>;
	/** An edit like any other: the door judges it, the forum's own error says why not; the text before is kept. */
	edit(pid: string, uid: number, content: string, forumTerms: ForumTermsField): Promise<void>;
}

/** What became of a report against a post; never who made it. */
export interface StoredReport {
	id: string;
	/** Empty when it is not about a post. */
	pid: string;
	state: 'open' | 'wip' | 'resolved' | 'rejected';
	/** Milliseconds since 1970. */
	at: number;
	changedAt: number;
}

/** The forum's own reports. */
export interface Reports {
	/** Null where a report was taken off. */
	read(ids: readonly string[]): Promise<(StoredReport | null)[]>;
}

/** A text that waits for staff. */
export interface QueuedText {
	id: string;
	uid: number;
	act: 'topic' | 'reply';
	cid: number;
	tid: number;
	title: string;
	content: string;
	/** Milliseconds since 1970. */
	at: number;
}
