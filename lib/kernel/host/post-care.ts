import type { ForumTermsField } from '../refusals/wire';

/** A stored post, deleted or not (clause 4.12). */
export interface KeptPost {
	pid: string;
	tid: number;
	cid: number;
	uid: number;
	/** Milliseconds since 1970; 0: never edited. */
	timestamp: number;
	editedAt: number;
	/** As typed. */
	content: string;
	title: string;
	slug: string;
	/** The post or its topic is deleted. */
	isDeleted: boolean;
	/** Who deleted the post and who deleted its topic; 0 if unknown. */
	deleterUids: readonly number[];
	isLocked: boolean;
	/** The requested fields of the plugin, in order; empty if not set. */
	fields: string[];
}

/** Categories where somebody may delete others' posts, topics, scheduled topics, queued posts. */
export interface Takeable {
	posts: readonly number[];
	topics: readonly number[];
	scheduled: readonly number[];
	queued: readonly number[];
}

/** Reads and changes posts for the people responsible for them. Callers check permission. */
export interface PostCare {
	/** With the requested fields of the plugin, in order; null if there is no such post. */
	read(pids: readonly string[], fields: readonly string[]): Promise<(KeptPost | null)[]>;
	/** The categories among these that somebody may read. */
	readableCategories(cids: readonly number[], uid: number): Promise<number[]>;
	/** The posts among these that somebody may read, in order. */
	readable(pids: readonly string[], uid: number): Promise<string[]>;
	/** The categories among these where the forum's own pages let somebody delete and restore. */
	takeable(cids: readonly number[], uid: number): Promise<Takeable>;
	/** Deletes a post, and its topic if it has no other post, unless `isPostOnly`. */
	withdraw(pid: string, uid: number, isPostOnly?: boolean): Promise<void>;
	restore(pid: string, uid: number, isPostOnly?: boolean): Promise<void>;
	/**
	 * The uploaded files that each text links to, with the SHA-256 of their contents, in hex; empty if the file is
	 * gone. Reads the files, not the database.
	 */
	attachments(contents: readonly string[]): Promise<{ name: string; hash: string }[][]>;
	/** A normal edit: the door judges it, the forum's own error explains a refusal, and the earlier text is kept. */
	edit(pid: string, uid: number, content: string, forumTerms: ForumTermsField): Promise<void>;
}

/** The state of a report about a post; never who reported. */
export interface StoredReport {
	id: string;
	/** Empty if the report is not about a post. */
	pid: string;
	state: 'open' | 'wip' | 'resolved' | 'rejected';
	/** Milliseconds since 1970. */
	at: number;
	changedAt: number;
}

/** Who reported a post: only to keep them from deciding about it, never for those affected. */
export interface ReportersOf { id: string; pid: string; reporters: readonly number[] }

/** The forum's own reports. */
export interface Reports {
	/** The reports about these posts; posts that nobody reported are missing. */
	about(pids: readonly string[]): Promise<ReportersOf[]>;
	/** Null if the report no longer exists. */
	read(ids: readonly string[]): Promise<(StoredReport | null)[]>;
}

/** A post in the post queue. */
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
