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
	/** uid of the administrator who published. */
	publishedBy: number;
	/** SHA-256 of each language's text, hex. */
	hashes: Record<string, string>;
	/** SHA-256 over all languages, hex. */
	hash: string;
}

/** A text that members agree to, with all its versions in order of publication. */
export interface TermsDocument {
	id: string;
	title: string;
	versions: readonly Version[];
}

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
