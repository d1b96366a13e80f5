import type { Lease, LeaseName } from '../host/lease';
import type { ClauseId } from '../refusals/clause';
import type { Outcome } from '../refusals/outcome';

/**
 * What is done; `change` also gives or changes the reason. `hold`: a post waits for staff, who `release` or `reject`
 * it; `halt`: from now on all posts of a company do; `pause`: an owner lets a person write no more for it. Both end
 * with `release`.
 */
export type DecisionAct =
	| 'restrict' | 'change' | 'lift' | 'grant' | 'decline'
	| 'strike' | 'uphold' | 'withdraw' | 'suspend' | 'reinstate' | 'refer'
	| 'hide' | 'restore' | 'correct' | 'waive' | 'hold' | 'release' | 'reject' | 'halt' | 'pause';

export type SubjectKind = 'post' | 'topic' | 'member' | 'partner' | 'queued';

/**
 * What a decision is about; `queued` is a post in NodeBB's queue. `id` of a member: their uid, empty after their
 * account was deleted.
 */
export interface DecisionSubject { kind: SubjectKind; id: string }

/** `cause`: the clause that was broken; without one as clauses 4.11 and 6 allow; `owed`: not given yet. */
export type DecisionGround = 'cause' | 'no-cause-given' | 'owed';

/** What somebody spoke negatively about (clause 1). */
export type SpokenAgainst = 'software' | 'services' | 'policies' | 'team';

/** Where it came from; `id`: the report, the rule, or the decision that was appealed. */
export interface DecisionSource { kind: 'own-look' | 'report' | 'automatic-rule' | 'appeal'; id: string }

/** Whether a program found it, and whether a program decided it. */
export interface Automation { detected: boolean; decided: boolean }

/** Why those affected are not told. */
export type Silence = 'legal-hold' | 'safety' | 'spam-account' | 'duplicate';

/**
 * How those affected learn of it; `at`: when it goes out, milliseconds since 1970. Only a legal hold and a spam account
 * may have none (0).
 */
export type DecisionNotice =
	| { kind: 'sent' }
	| { kind: 'later'; at: number }
	| { kind: 'none'; why: Silence; at: number };

/**
 * Which staff may read it: those who have the right, and moderate all of these categories (`all`: the whole forum).
 * `moderate` without a category is for administrators.
 */
export interface DecisionSight {
	right: 'moderate' | 'ban' | 'mute' | 'staff' | 'administrate';
	cids: 'all' | readonly number[];
}

/** A decision as the slice that makes it knows it. */
export interface DecisionDraft {
	act: DecisionAct;
	subject: DecisionSubject;
	/** Id of the partner account whose person or post the subject is; it lists the decision, too. Empty: none. */
	account: string;
	/** Uids of those affected; a member as the subject is one of them anyway. */
	affected: readonly number[];
	/** Who decided; 0 for a program. */
	by: number;
	/** Number of the earlier decision that it answers or changes; 0: none. */
	about: number;
	/** Null unless the ground is `cause`. */
	clause: ClauseId | null;
	ground: DecisionGround;
	/** For clause 1 only. */
	against: SpokenAgainst | null;
	/** What happened, in words, for those affected. */
	facts: string;
	/** For staff only. */
	note: string;
	source: DecisionSource;
	automation: Automation;
	/** The slice's record that it makes or changes, such as `restriction:12`; empty: none. Pages link to it. */
	matter: string;
	/** What it covers, in the slice's own words, such as `forum` or `categories 3 4`. */
	scope: string;
	/** Milliseconds since 1970; `until` 0: without an end. */
	from: number;
	until: number;
	notice: DecisionNotice;
	/** What those affected can do about it. */
	redress: 'appeal' | 'answer' | 'none';
	sight: DecisionSight;
}

/** A text as it stood when it was decided about; kept for staff. */
export interface DecisionSnapshot {
	pid: string;
	tid: number;
	cid: number;
	/** The author; 0 after their account was deleted. */
	uid: number;
	title: string;
	content: string;
	/** When it was written and last edited (0: never), milliseconds since 1970. */
	writtenAt: number;
	editedAt: number;
	/** Uploaded files it links to, with their SHA-256, hex; empty if the file is gone. */
	attachments: readonly { name: string; hash: string }[];
	/** It was gone already: there is no text. */
	isPurged: boolean;
}

/** A decision on record; never changed. Members are named by pseudonym, and by uid until their account is deleted. */
export interface DecisionRecord extends DecisionDraft {
	/** From one counter for the whole forum. */
	id: number;
	/** When it was begun, milliseconds since 1970. */
	at: number;
	/** The terms in force then: document, version, and the hash of the clause in the canonical language. */
	document: string;
	termsVersion: string;
	clauseHash: string;
	clauseLanguage: string;
	/** Pseudonyms: of a member as the subject (otherwise the subject's id), of those affected, of who decided. */
	subjectKey: string;
	affectedKeys: readonly string[];
	/** Empty for a program. */
	byKey: string;
	/** Hashes of the snapshots, in order. */
	snapshots: readonly string[];
	/** SHA-256 over everything but the uids, hex. */
	digest: string;
}

/** How it ended; `failed` with the refusal's code, or `interrupted`. */
export type DecisionOutcome =
	| { kind: 'done' } | { kind: 'nothing-changed' } | { kind: 'failed'; code: string };

/** A decision with its outcome; null while it is under way. */
export interface EndedDecision extends DecisionRecord { outcome: (DecisionOutcome & { at: number }) | null }

/** Which decisions; times in milliseconds since 1970, both included. */
export interface DecisionFilter {
	act?: DecisionAct | undefined;
	subject?: DecisionSubject | undefined;
	/** Uids: affected by it; who decided. */
	affected?: number | undefined;
	by?: number | undefined;
	clause?: ClauseId | undefined;
	version?: string | undefined;
	from?: number | undefined;
	until?: number | undefined;
}

/** How a slice finishes its decisions that a dying process left without an outcome. */
export interface Resumption {
	acts: readonly DecisionAct[];
	/** Which decisions of these acts are its own; by default all. */
	owns?(decision: DecisionRecord): boolean;
	/** The lease that its acts hold from `begin` to `end`; null: none, then it is asked a minute later. */
	lease(decision: DecisionRecord): LeaseName | null;
	/** Under that lease: completes the act, or sees that it never began. Null: it is still under way. */
	finish(decision: DecisionRecord, lease: Lease): Promise<DecisionOutcome | null>;
	/**
	 * Of a decision that no later one ended: when its effect ended, milliseconds since 1970 (0: nobody knows), or null
	 * while it lasts. Without it, acts have no lasting effect.
	 */
	endedAt?(decision: DecisionRecord): Promise<number | null>;
	/**
	 * Its time is over: removes what the slice keeps in words beside the record, `texts` of those affected, or `all`.
	 * Safe to repeat.
	 */
	expire?(decision: DecisionRecord, what: 'texts' | 'all'): Promise<void>;
}

/**
 * The one record of all decisions. It is written before the act and its outcome after it, so that there is no act
 * without a record, and no record without an outcome: what a crash left open is finished at start and hourly by the
 * slice that owns the act. Three database calls, snapshots included.
 */
export interface DecisionBook {
	/** Writes the record and the snapshots. */
	begin(draft: DecisionDraft, snapshots?: readonly DecisionSnapshot[]): Promise<DecisionRecord>;
	/** Only decisions that ended as `done` are listed. */
	end(decision: DecisionRecord, outcome: DecisionOutcome): Promise<void>;
	/**
	 * Begins, acts, ends; a refusal ends it as failed. If the act throws, its outcome is unknown and stays open. Use it
	 * under the lease of the resumption. `isUnchanged`: the act found everything as decided.
	 */
	during<T>(
		draft: DecisionDraft, act: (decision: DecisionRecord) => Promise<Outcome<T>>,
		more?: { snapshots?: readonly DecisionSnapshot[]; isUnchanged?: (value: T) => boolean },
	): Promise<Outcome<T>>;
	/** Call once, when the slice is built. */
	resumes(resumption: Resumption): void;
	get(id: number): Promise<EndedDecision | null>;
	/** In the given order; null for missing and damaged ones. */
	read(ids: readonly number[]): Promise<(EndedDecision | null)[]>;
	/** About a subject, newest first, without those that came to nothing. */
	of(subject: DecisionSubject, count: number): Promise<EndedDecision[]>;
	/** The texts that were kept; null where one is damaged or its time is over. */
	snapshots(decision: DecisionRecord): Promise<(DecisionSnapshot | null)[]>;
}
