import type { ClauseId } from './clause';
import type { Expectation } from './expectation';
import type { Fact } from './phrase';

/** One row of the table: HTTP status on our own routes, clause, language key. */
export interface RefusalRow {
	status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 503;
	/** Null if the caller names the clause, or if no clause applies: a typing mistake breaks no terms. */
	clause: ClauseId | null;
	/** The terms stop the member: the clause is the reason, and the sentence names it. No other sentence names one. */
	isDecision: boolean;
	key: string;
}

const row = (status: RefusalRow['status'], clause: ClauseId | null, name: string): RefusalRow => ({
	status, clause, isDecision: false, key: `forum-terms:refusal.${name}`,
});

const decision = (status: RefusalRow['status'], clause: ClauseId, name: string): RefusalRow => ({
	...row(status, clause, name), isDecision: true,
});

/**
 * Every refusal of the plugin. A code that is not in this table does not compile; docs/refusals.md lists the same
 * table, and a test compares the two.
 */
export const refusalTable = {
	'terms-unaccepted': decision(403, '2', 'terms-unaccepted'),
	'terms-declined': decision(403, '2', 'terms-declined'),
	'version-unknown': row(404, '2', 'version-unknown'),
	'version-superseded': row(409, '2', 'version-superseded'),
	'version-upcoming': row(409, '2', 'version-upcoming'),
	'version-on-its-way': row(409, '2', 'version-on-its-way'),
	'language-unknown': row(400, '2', 'language-unknown'),
	'hash-mismatch': row(409, '2', 'hash-mismatch'),
	'body-not-json': row(415, null, 'body-not-json'),
	'body-invalid': row(400, null, 'body-invalid'),
	'too-often': row(429, '2', 'too-often'),
	'login-required': row(401, null, 'login-required'),
	'guest-refused': decision(401, '2', 'guest-refused'),
	'permission-missing': row(403, null, 'permission-missing'),
	'account-remote': row(403, '2', 'account-remote'),
	'reading-unfinished': row(409, '2', 'reading-unfinished'),
	'document-invalid': row(400, '2', 'document-invalid'),
	'document-exists': row(409, '2', 'document-exists'),
	'member-unknown': row(404, null, 'member-unknown'),
	'document-unknown': row(404, '2', 'document-unknown'),
	'draft-missing': row(404, '2', 'draft-missing'),
	'draft-stale': row(409, '2', 'draft-stale'),
	'draft-unchanged': row(409, '2', 'draft-unchanged'),
	'draft-empty': row(400, '2', 'draft-empty'),
	'draft-asks': row(400, '2', 'draft-asks'),
	'text-too-long': row(400, '2', 'text-too-long'),
	'effective-in-past': row(400, '2', 'effective-in-past'),
	'publication-busy': row(409, '2', 'publication-busy'),
	'changelog-missing': row(400, '2', 'changelog-missing'),
	'registration-undecided': row(400, '2', 'registration-undecided'),
	'registration-superseded': row(409, '2', 'registration-superseded'),
	'checklist-incomplete': decision(400, '3', 'checklist-incomplete'),
	'checklist-unreadable': decision(400, '3', 'checklist-unreadable'),
	'checklist-blocked': decision(400, '3', 'checklist-blocked'),
	'title-vague': decision(400, '4', 'title-vague'),
	'template-untouched': decision(400, '4', 'template-untouched'),
	'checklist-unknown': row(400, '3', 'checklist-unknown'),
	'checklist-file-invalid': row(400, '3', 'checklist-file-invalid'),
	'checklist-file-unknown': row(404, '3', 'checklist-file-unknown'),
	'checklist-outdated': decision(409, '3', 'checklist-outdated'),
	'checklist-in-use': row(409, '3', 'checklist-in-use'),
	'checklist-item-unknown': row(404, '3', 'checklist-item-unknown'),
	'checklist-busy': row(503, '3', 'checklist-busy'),
	'checklist-absent': row(404, '3', 'checklist-absent'),
	'visit-unknown': row(404, '3', 'visit-unknown'),
	'partner-unknown': row(404, '4.12', 'partner-unknown'),
	'partner-stale': row(409, '4.12', 'partner-stale'),
	'partner-busy': row(503, '4.12', 'partner-busy'),
	'partner-level-unknown': row(400, 'definitions', 'partner-level-unknown'),
	'partner-member-elsewhere': row(409, '4.12', 'partner-member-elsewhere'),
	'partner-member-unknown': row(404, '4.12', 'partner-member-unknown'),
	'partner-owner-protected': row(409, '4.12', 'partner-owner-protected'),
	'partner-owner-needed': row(409, '4.12', 'partner-owner-needed'),
	'partner-owner-consent': row(409, '4.12', 'partner-owner-consent'),
	'partner-successor-unknown': row(409, '4.12', 'partner-successor-unknown'),
	'partner-offer-unknown': row(404, '4.12', 'partner-offer-unknown'),
	'partner-terms-owed': decision(409, '4.12', 'partner-terms-owed'),
	'partner-list-stale': row(409, '4.12', 'partner-list-stale'),
	'partner-unconfirmed': decision(403, '4.12', 'partner-unconfirmed'),
	'partner-member-already': row(409, '4.12', 'partner-member-already'),
	'partner-invitation-unknown': row(404, '4.12', 'partner-invitation-unknown'),
	'partner-invitations-full': row(409, '4.12', 'partner-invitations-full'),
	'partner-request-unknown': row(404, '4.12', 'partner-request-unknown'),
	'partner-suspended': decision(403, '4.12', 'partner-suspended'),
	'partner-suspended-already': row(409, '4.12', 'partner-suspended-already'),
	'partner-suspended-people': row(409, '4.12', 'partner-suspended-people'),
	'partner-not-suspended': row(409, '4.12', 'partner-not-suspended'),
	'partner-suspension-answered': row(409, '4.12', 'partner-suspension-answered'),
	'partner-suspension-unanswered': row(409, '4.12', 'partner-suspension-unanswered'),
	'partner-suspension-upheld': row(409, '4.12', 'partner-suspension-upheld'),
	'partner-staff-halted': decision(403, '4.12', 'partner-staff-halted'),
	'partner-import-quote': row(400, '4.12', 'partner-import-quote'),
	'partner-import-cells': row(400, '4.12', 'partner-import-cells'),
	'partner-import-column': row(400, '4.12', 'partner-import-column'),
	'partner-import-header': row(400, '4.12', 'partner-import-header'),
	'partner-import-json': row(400, '4.12', 'partner-import-json'),
	'partner-import-double': row(400, '4.12', 'partner-import-double'),
	'partner-import-nameless': row(400, '4.12', 'partner-import-nameless'),
	'partner-import-person': row(400, '4.12', 'partner-import-person'),
	'partner-import-no-text': row(400, '4.12', 'partner-import-no-text'),
	'partner-import-large': row(400, '4.12', 'partner-import-large'),
	'partner-import-broken': row(400, '4.12', 'partner-import-broken'),
	'partner-import-error': row(400, '4.12', 'partner-import-error'),
	'partner-import-character': row(400, '4.12', 'partner-import-character'),
	'partner-import-faulty': row(409, '4.12', 'partner-import-faulty'),
	'partner-import-stale': row(409, '4.12', 'partner-import-stale'),
	'partner-import-unknown': row(404, '4.12', 'partner-import-unknown'),
	'licence-malformed': row(400, 'definitions', 'licence-malformed'),
	'licence-unknown': row(404, 'definitions', 'licence-unknown'),
	'licence-withdrawn': row(409, 'definitions', 'licence-withdrawn'),
	'licence-too-many': row(409, 'definitions', 'licence-too-many'),
	'licence-too-often': row(429, 'definitions', 'licence-too-often'),
	'licence-busy': row(503, 'definitions', 'licence-busy'),
	'webhook-unsigned': row(401, 'definitions', 'webhook-unsigned'),
	'webhook-late': row(401, 'definitions', 'webhook-late'),
	'webhook-replayed': row(409, 'definitions', 'webhook-replayed'),
	'webhook-private': row(400, null, 'webhook-private'),
	'webhook-unknown': row(400, null, 'webhook-unknown'),
	'webhook-secret': row(400, null, 'webhook-secret'),
	'webhook-off': row(409, null, 'webhook-off'),
	'webhook-busy': row(503, null, 'webhook-busy'),
	'partner-held': decision(403, '4.12', 'partner-held'),
	'partner-post-none': row(409, '4.12', 'partner-post-none'),
	'partner-strike-unknown': row(404, '4.12', 'partner-strike-unknown'),
	'partner-strike-own': row(403, '4.12', 'partner-strike-own'),
	'partner-strike-other': row(409, '4.12', 'partner-strike-other'),
	'partner-strike-given': row(409, '4.12', 'partner-strike-given'),
	'partner-strike-answered': row(409, '4.12', 'partner-strike-answered'),
	'partner-strike-decided': row(409, '4.12', 'partner-strike-decided'),
	'partner-answer-late': row(409, '4.12', 'partner-answer-late'),
	'partner-answer-open': row(409, '4.12', 'partner-answer-open'),
	'partner-post-unreadable': row(403, '4.12', 'partner-post-unreadable'),
	'partner-post-locked': row(409, '4.12', 'partner-post-locked'),
	'partner-post-removed': row(409, '4.12', 'partner-post-removed'),
	'partner-post-report': row(409, '4.12', 'partner-post-report'),
	'partner-post-withdrawn': row(409, '4.12', 'partner-post-withdrawn'),
	'partner-withdrawal-over': row(409, '4.12', 'partner-withdrawal-over'),
	'partner-edit-refused': row(400, '4.12', 'partner-edit-refused'),
	'topic-unknown': row(404, '3', 'topic-unknown'),
	'post-unknown': row(404, '4', 'post-unknown'),
	'record-unknown': row(404, '2', 'record-unknown'),
	'blueprint-invalid': row(400, '5', 'blueprint-invalid'),
	'category-unknown': row(404, '5', 'category-unknown'),
	'blueprint-plan-unknown': row(404, '5', 'blueprint-plan-unknown'),
	'blueprint-moved-on': row(409, '5', 'blueprint-moved-on'),
	'blueprint-busy': row(409, '5', 'blueprint-busy'),
	'blueprint-never-applied': row(404, '5', 'blueprint-never-applied'),
	'blueprint-nothing-to-undo': row(409, '5', 'blueprint-nothing-to-undo'),
	'access-ended': decision(403, '6', 'access-ended'),
	'access-ended-contact': decision(403, '6', 'access-ended-contact'),
	'access-writing-contact': decision(403, '6', 'access-writing-contact'),
	'access-restricted': decision(403, '6', 'access-restricted'),
	'access-restricted-until': decision(403, '6', 'access-restricted-until'),
	'decision-own': row(403, '6', 'decision-own'),
	'restriction-own': row(403, '6', 'restriction-own'),
	'own-company': row(403, '4.12', 'own-company'),
	'licence-own': row(403, 'definitions', 'licence-own'),
	'restriction-administrator': row(403, '6', 'restriction-administrator'),
	'restriction-rank': row(403, '6', 'restriction-rank'),
	'restriction-right': row(403, '6', 'restriction-right'),
	'restriction-place': row(403, '6', 'restriction-place'),
	'restriction-category': row(400, '6', 'restriction-category'),
	'restriction-times': row(400, '6', 'restriction-times'),
	'restriction-cause': row(400, '6', 'restriction-cause'),
	'restriction-cause-said': row(409, '6', 'restriction-cause-said'),
	'restriction-target': row(400, '6', 'restriction-target'),
	'restriction-notice-reason': row(400, '6', 'restriction-notice-reason'),
	'restriction-evidence': row(400, '6', 'restriction-evidence'),
	'restriction-evidence-none': row(400, '6', 'restriction-evidence-none'),
	'restriction-exists': row(409, '6', 'restriction-exists'),
	'restriction-moved-on': row(409, '6', 'restriction-moved-on'),
	'restriction-busy': row(503, '6', 'restriction-busy'),
	'restriction-unknown': row(404, '6', 'restriction-unknown'),
	'restriction-over': row(409, '6', 'restriction-over'),
	'statement-unknown': row(404, '6', 'statement-unknown'),
	'appeal-made': row(409, '6', 'appeal-made'),
	'appeal-none': row(409, '6', 'appeal-none'),
	// Names no clause: people who come back under another name do not learn how they were recognised.
	'registration-impossible': row(403, '6', 'registration-impossible'),
	'store-unavailable': row(503, null, 'store-unavailable'),
	'setting-invalid': row(400, null, 'setting-invalid'),
} as const satisfies Record<string, RefusalRow>;

/** Code of a refusal; a promise to API clients. */
export type RefusalCode = keyof typeof refusalTable;

/** A refusal: code, clause, terms version, and the facts of its sentence. */
export interface Refusal {
	code: RefusalCode;
	/** Absent if no clause applies. */
	clause?: ClauseId;
	/** The version the decision rests on, for example `forum-3`. */
	termsVersion?: string;
	/** Path of the body field at fault. */
	field?: string;
	/** When to try again, in milliseconds since 1970. */
	retryAt?: number;
	/** Arguments of the language string in its order, unescaped. */
	facts: readonly Fact[];
	/** Which sentence, for a code that has several. */
	sentence?: Expectation['kind'] | 'other' | 'ahead';
	/** What else is wrong, where one sentence has to say it all. */
	more?: readonly Refusal[];
}

/** Builds a refusal; its clause comes from the table unless the caller names another one. */
export function refuse(
	code: RefusalCode,
	facts: readonly (Fact | number)[] = [],
	more: Partial<Pick<Refusal, 'termsVersion' | 'field' | 'clause' | 'retryAt' | 'sentence'>> = {},
): Refusal {
	const { clause } = refusalTable[code];
	const said = facts.map(fact => (typeof fact === 'number' ? String(fact) : fact));
	return { code, ...clause ? { clause } : {}, facts: said, ...more };
}
