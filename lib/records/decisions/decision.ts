import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { canonicalJson } from '../../kernel/formats/canonical';
import { clauseIds, type ClauseId } from '../../kernel/refusals/clause';
import type {
	DecisionAct, DecisionDraft, DecisionNotice, DecisionRecord, DecisionSight, DecisionSnapshot, DecisionSource,
	SpokenAgainst,
} from '../../kernel/offers/decision-book';
import { flag, json, number, oneOf, storedRow, text, type RowOf, type StoredField } from '../../platform/stored-row';

/** In the order of the areas: access, partners, posts, checklists, holds. */
export const decisionActs: readonly DecisionAct[] = [
	'restrict', 'change', 'lift', 'grant', 'decline', 'strike', 'uphold', 'withdraw', 'suspend', 'reinstate', 'refer',
	'hide', 'restore', 'correct', 'waive', 'hold', 'release', 'reject', 'halt', 'pause',
];
const againsts: readonly SpokenAgainst[] = ['software', 'services', 'policies', 'team'];

const time = v.number();
const noticeSchema: v.GenericSchema<unknown, DecisionNotice> = v.variant('kind', [
	v.object({ kind: v.literal('sent') }),
	v.object({ kind: v.literal('later'), at: time }),
	v.object({ kind: v.literal('none'), why: v.picklist(['legal-hold', 'safety', 'spam-account', 'duplicate']), at: time }),
]);
const sightSchema: v.GenericSchema<unknown, DecisionSight> = v.object({
	right: v.picklist(['moderate', 'ban', 'mute', 'staff', 'administrate']),
	cids: v.union([v.literal('all'), v.array(v.number())]),
});
const sourceSchema: v.GenericSchema<unknown, DecisionSource> = v.object({
	kind: v.picklist(['own-look', 'report', 'automatic-rule', 'appeal']), id: v.string(),
});

/** Stored as an empty text if null. */
const orNone = <T extends string>(known: readonly T[]): StoredField<T | null> => ({
	schema: v.pipe(v.unknown(), v.transform(value => known.find(one => one === value) ?? null)),
	write: value => value ?? '',
});
const texts = json<readonly string[]>(v.array(v.string()), []);

/** The stored decision; `uids` are those of `affectedKeys` in order, 0 after an account was deleted. */
export const decisionRow = storedRow({
	id: number, at: number, act: oneOf(decisionActs), subjectKind: oneOf(['post', 'topic', 'member', 'partner', 'queued']),
	subjectKey: text, subjectUid: number, account: text, affectedKeys: texts,
	uids: json<readonly number[]>(v.array(v.number()), []),
	by: number, byKey: text, about: number, clause: orNone<ClauseId>(clauseIds), ground: oneOf(['cause', 'no-cause-given', 'owed']),
	against: orNone(againsts), facts: text, note: text, source: json(sourceSchema), isDetected: flag, isDecided: flag,
	matter: text, scope: text, from: number, until: number, notice: json(noticeSchema), redress: oneOf(['appeal', 'answer', 'none']),
	sight: json(sightSchema), document: text, termsVersion: text, clauseHash: text, clauseLanguage: text,
	snapshots: texts, digest: text,
});
export type StoredDecision = RowOf<typeof decisionRow>;

const sha256 = (value: Parameters<typeof canonicalJson>[0]): string =>
	createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');

/** The digest of a decision, without the uids, so that it stays valid after an account is deleted. */
function decisionHash(row: StoredDecision): string {
	const { subjectUid: _subject, uids: _affected, by: _by, digest: _digest, ...hashed } = decisionRow.encode(row);
	return sha256({ schema: 'decision/v1', ...hashed });
}

/** The decision in a row that matches its number and digest; otherwise null. */
export function decisionIn(row: Record<string, unknown>, id: number): StoredDecision | null {
	const stored = decisionRow.decode(row);
	return stored?.id === id && stored.digest === decisionHash(stored) ? stored : null;
}

/** A tombstone keeps number and digest, so that the seals around it stay valid. */
export const isTombstone = (row: Record<string, unknown>): boolean => Number(row.purgedAt ?? 0) > 0;

/** The row as the rest of the plugin reads it. */
export function recordOf(stored: StoredDecision): DecisionRecord {
	const { subjectKind: kind, subjectUid, uids, isDetected, isDecided, ...rest } = stored;
	const id = kind === 'member' ? (subjectUid > 0 ? String(subjectUid) : '') : stored.subjectKey;
	return {
		...rest, subject: { kind, id }, affected: uids, automation: { detected: isDetected, decided: isDecided },
	};
}

/** What the book adds to a draft. */
export type Added = Pick<DecisionRecord,
	'id' | 'at' | 'document' | 'termsVersion' | 'clauseHash' | 'clauseLanguage' | 'snapshots'>;

/** The row of a draft; `keyOf` answers a member's pseudonym. */
export function storedOf(draft: DecisionDraft, added: Added, keyOf: (uid: number) => string): StoredDecision {
	const { subject, affected, automation, ...facts } = draft;
	const subjectUid = subject.kind === 'member' ? Number(subject.id) : 0;
	// Each once: PostgreSQL refuses a bulk that writes the same entry twice.
	const uids = [...new Set([...subjectUid > 0 ? [subjectUid] : [], ...affected])].filter(uid => uid > 0);
	const row = {
		...facts, ...added, subjectKind: subject.kind, subjectUid,
		subjectKey: subjectUid > 0 ? keyOf(subjectUid) : subject.id, affectedKeys: uids.map(keyOf), uids,
		byKey: draft.by > 0 ? keyOf(draft.by) : '', isDetected: automation.detected, isDecided: automation.decided,
	};
	// As it will be read: what a text loses in the database must not break the digest.
	const written = decisionRow.decode({ ...decisionRow.encode({ ...row, digest: '' }) });
	if (!written) {
		throw new Error(`decision ${added.id} (${draft.act}) cannot be stored`);
	}
	return { ...written, digest: decisionHash(written) };
}

const attachmentSchema = v.object({ name: v.string(), hash: v.string() });
/** A stored snapshot; `author` is their pseudonym. */
export const snapshotRow = storedRow<DecisionSnapshot & { author: string }>({
	pid: text, tid: number, cid: number, uid: number, author: text, title: text, content: text, writtenAt: number,
	editedAt: number, attachments: json(v.array(attachmentSchema), []), isPurged: flag,
});
export type StoredSnapshot = RowOf<typeof snapshotRow>;

/** Its hash, without the uid; the decision's digest covers it. */
export function snapshotHash(row: StoredSnapshot): string {
	const { uid: _uid, ...hashed } = snapshotRow.encode(row);
	return sha256({ schema: 'snapshot/v1', ...hashed });
}
