import type { QueuedText } from './host/post-care';
import type { StoredHash } from './host/ports';

/** A stored topic, as far as the plugin reads it. */
export interface StoredTopic {
	tid: number;
	cid: number;
	uid: number;
	mainPid: string;
	title: string;
	slug: string;
	tags: readonly string[];
	/** A field that only the plugin writes; empty when there is none. */
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
	/** The topics of a category with the newest posts, and its pinned ones; deleted and scheduled ones left out. */
	newest(cid: number, count: number): Promise<ListedTopic[]>;
	/** What the forum's own search finds by any of these words in titles; nothing where no search is installed. */
	found(words: string, uid: number): Promise<ListedTopic[]>;
	/** Which of these topics a member may read now; without deleted and scheduled ones, whoever asks. */
	readable(tids: readonly number[], uid: number): Promise<number[]>;
	/** With one of the plugin's own fields; null for a topic that does not exist. */
	read(tid: string, field: string): Promise<StoredTopic | null>;
	/** The same for many in one read, in their order. */
	readMany(tids: readonly number[], field: string): Promise<(StoredTopic | null)[]>;
	/** Null when the post is not the first one of its topic. */
	ofMainPost(pid: string, field: string): Promise<StoredTopic | null>;
	/** An empty text takes the field away. */
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
	writeFields(pid: string, fields: StoredHash): Promise<void>;
	/** As far as the reader may see them, in the order asked for. */
	summaries(pids: readonly string[], uid: number): Promise<PostSummary[]>;
}

/** A post that waits for staff. */
export interface WaitingPost {
	uid: number;
	/** What it becomes once it is approved. */
	act: 'topic' | 'reply' | 'crosspost';
	/** Where a topic goes, and where a crosspost shows it too; null for a reply, and for a category from elsewhere. */
	cid: number | null;
	/** The topic of a reply or a crosspost; empty for a new one. */
	tid: string;
	title: string;
	content: string;
	/** Shown instead of `content` where there is one. */
	sourceContent: string;
	tags: readonly string[];
	forumTerms: unknown;
}

/** NodeBB's post queue, as far as the plugin looks into it. */
export interface Queue {
	read(id: string): Promise<WaitingPost | null>;
	/** Topics and replies that wait, in the order asked for; null for what waits no more. */
	texts(ids: readonly string[]): Promise<(QueuedText | null)[]>;
	/** Puts the author's answers beside the waiting post. */
	keepAnswers(id: string, forumTerms: object): Promise<void>;
}
