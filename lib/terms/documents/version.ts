import type { Rollout } from './rollout';

/** Whether a version changes what people agree to. An editorial one never asks again. */
export const changeClasses = ['editorial', 'significant'] as const;
export type ChangeClass = typeof changeClasses[number];

/** How members learn of a version: no notice, a banner, or a request to accept before posting (clause 2). */
export const noticeKinds = ['silent', 'banner', 're-accept'] as const;
export type NoticeKind = typeof noticeKinds[number];

/** One published version of a document; never changed after publication. */
export interface Version {
	/** `<document>-<n>`. */
	id: string;
	document: string;
	n: number;
	title: string;
	change: ChangeClass;
	notice: NoticeKind;
	changelog: string;
	/** Milliseconds since 1970. */
	publishedAt: number;
	/** Milliseconds since 1970; never before `publishedAt`. */
	effectiveAt: number;
	/** Grace period in days, before members have to accept. */
	graceDays: number;
	/** Whether members get a notification and an e-mail. */
	notify: boolean;
	/** The only part that may change. */
	rollout: Rollout;
	/** uid of the administrator who published. */
	publishedBy: number;
	/** SHA-256 of each language's text, hex. */
	hashes: Record<string, string>;
	/** SHA-256 over all languages, hex. */
	hash: string;
}

/** How often an agreement has to be renewed: never, after some days (`90d`), or by the calendar. */
export type Renewal = 'none' | 'month' | 'quarter' | 'year' | `${number}d`;

/** Who has to accept a document, and when they are asked; can change without a new version. */
export interface DocumentSettings {
	title: string;
	/** Groups whose members have to accept; empty: everybody. */
	groups: readonly string[];
	/** Categories where it has to be accepted before posting; empty: the whole forum. */
	cids: readonly number[];
	renewal: Renewal;
	/** Days between reminders to members who have not accepted; 0: no reminders. */
	reminderDays: number;
	/** Maximum number of reminders per member. */
	mostReminders: number;
	/** Minimum reading time in seconds before accepting. */
	readingSeconds: number;
	/** No longer asked for; versions and proof are kept. */
	archived: boolean;
}

/** A text that members agree to, with all its versions in order of publication. */
export interface TermsDocument extends DocumentSettings {
	id: string;
	versions: readonly Version[];
}

export const plainSettings: DocumentSettings = {
	title: '', groups: [], cids: [], renewal: 'none', reminderDays: 0, mostReminders: 3, readingSeconds: 0, archived: false,
};

/** One language of one version. */
export interface VersionText {
	language: string;
	markdown: string;
	/** Safe HTML with an anchor per clause, rendered once at publication. */
	html: string;
	hash: string;
}

/** What an administrator prepares; nobody else sees it. */
export interface VersionDraft {
	/** Grows with each save, so that concurrent edits are noticed. */
	revision: number;
	title: string;
	change: ChangeClass;
	notice: NoticeKind;
	changelog: string;
	/** Milliseconds since 1970; null: on publication. */
	effectiveAt: number | null;
	graceDays: number;
	notify: boolean;
	texts: Record<string, string>;
}

/** Splits a version id; null if it is not one. */
export function parseVersionId(id: string): { document: string; n: number } | null {
	const match = /^([a-z][a-z0-9-]*)-([1-9]\d{0,8})$/.exec(id);
	return match?.[1] && match[2] ? { document: match[1], n: Number(match[2]) } : null;
}

/** The version id in members' records, posts and receipts. */
export function versionId(document: string, n: number): string {
	return `${document}-${n}`;
}
