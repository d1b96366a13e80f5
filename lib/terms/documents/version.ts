import type { Rollout } from './rollout';

/** Whether a version changes what people agree to. An editorial one never asks anybody again. */
export const changeClasses = ['editorial', 'significant'] as const;
export type ChangeClass = typeof changeClasses[number];

/** How members learn of a version: not at all, by a banner, or by being asked before they post again (clause 2). */
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
	/** Days in which members may go on posting before they have to accept. */
	graceDays: number;
	/** Whether members are told by notification and e-mail. */
	notify: boolean;
	/** How far it has gone out; the only part that may change. */
	rollout: Rollout;
	/** uid of the administrator who published. */
	publishedBy: number;
	/** SHA-256 of each language's text, hex. */
	hashes: Record<string, string>;
	/** SHA-256 over all languages, hex. */
	hash: string;
}

/** How often an agreement has to be renewed: never, every so many days (`90d`), or by the calendar. */
export type Renewal = 'none' | 'month' | 'quarter' | 'year' | `${number}d`;

/** Whom a document concerns and how it is kept alive; may change without a new version. */
export interface DocumentSettings {
	title: string;
	/** Groups whose members it concerns; empty means everybody. */
	groups: readonly string[];
	/** Categories in which it has to be accepted before posting; empty means the whole forum. */
	cids: readonly number[];
	renewal: Renewal;
	/** Days between reminders to members who have not accepted; 0 sends none. */
	reminderDays: number;
	/** After so many reminders a member is left in peace. */
	mostReminders: number;
	/** Seconds between being shown the text and being able to accept it. */
	readingSeconds: number;
	/** Asks nobody any more; versions and proof stay. */
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

/** What an administrator is preparing; nobody else sees it. */
export interface VersionDraft {
	/** Grows with each save, so that two administrators notice each other. */
	revision: number;
	title: string;
	change: ChangeClass;
	notice: NoticeKind;
	changelog: string;
	/** Milliseconds since 1970, or null for "as soon as it is published". */
	effectiveAt: number | null;
	graceDays: number;
	notify: boolean;
	texts: Record<string, string>;
}

/** Splits a version id; null when it is not one. */
export function parseVersionId(id: string): { document: string; n: number } | null {
	const match = /^([a-z][a-z0-9-]*)-([1-9]\d{0,8})$/.exec(id);
	return match?.[1] && match[2] ? { document: match[1], n: Number(match[2]) } : null;
}

/** The id that members, posts and receipts carry. */
export function versionId(document: string, n: number): string {
	return `${document}-${n}`;
}
