import type { QueuedText } from './post-care';

/** The fields of a stored topic that the plugin reads. */
export interface StoredTopic {
	tid: number;
	cid: number;
	uid: number;
	mainPid: string;
	title: string;
	slug: string;
	tags: readonly string[];
	/** A field that only the plugin writes; empty if not set. */
	field: string;
}

/** A topic as a list shows it; `timestamp` in milliseconds since 1970. */
export interface ListedTopic {
	tid: number;
	title: string;
	slug: string;
	postcount: number;
	timestamp: number;
	isSolved: boolean;
}

/** Stored topics and the fields that the plugin keeps in them. */
export interface Topics {
	/** The topics of a category with the newest posts, and its pinned ones, without deleted and scheduled ones. */
	newest(cid: number, count: number): Promise<ListedTopic[]>;
	/** The author of each topic that was started in these categories since a moment, newest first, at most `most`. */
	startersSince(cids: readonly number[], since: number, most: number): Promise<number[]>;
	/** Topics whose title contains any of these words, by the forum's own search; empty if no search is installed. */
	found(words: string, uid: number): Promise<ListedTopic[]>;
	/** The topics among these that a member may read; never deleted or scheduled ones. */
	readable(tids: readonly number[], uid: number): Promise<number[]>;
	/** With one of the plugin's own fields; null if the topic does not exist. */
	read(tid: string, field: string): Promise<StoredTopic | null>;
	/** The same for many, in their order; one read. */
	readMany(tids: readonly number[], field: string): Promise<(StoredTopic | null)[]>;
	/** Null unless the post is the first one of its topic. */
	ofMainPost(pid: string, field: string): Promise<StoredTopic | null>;
	/** An empty text removes the field. */
	writeField(tid: string, field: string, value: string): Promise<void>;
}

/** A post as a list shows it. */
export interface PostSummary {
	pid: string;
	tid: number;
	uid: number;
	timestamp: number;
	/** Text without HTML. */
	content: string;
	title: string;
	isDeleted: boolean;
}

/** Stored posts. */
export interface Posts {
	/** Fields that only the plugin writes. */
	writeFields(pid: string, fields: Readonly<Record<string, string | number>>): Promise<void>;
	/** Those the reader may see, in the given order. */
	summaries(pids: readonly string[], uid: number): Promise<PostSummary[]>;
}

/** A post in the post queue. */
export interface WaitingPost {
	uid: number;
	/** What it becomes when it is approved. */
	act: 'topic' | 'reply' | 'crosspost';
	/** Where a topic goes, or where a crosspost also appears; null for a reply, and for a remote category. */
	cid: number | null;
	/** The topic of a reply or a crosspost; empty for a new one. */
	tid: string;
	title: string;
	content: string;
	/** Shown instead of `content` if present. */
	sourceContent: string;
	tags: readonly string[];
	forumTerms: unknown;
}

/** NodeBB's post queue. */
export interface Queue {
	read(id: string): Promise<WaitingPost | null>;
	/** Queued topics and replies in the given order; null for ids that are no longer queued. */
	texts(ids: readonly string[]): Promise<(QueuedText | null)[]>;
	/** Stores the author's answers with the queued post. */
	keepAnswers(id: string, forumTerms: object): Promise<void>;
}
