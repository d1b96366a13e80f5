import * as v from 'valibot';
import { clauseIds, type ClauseId } from '../../kernel/refusals/clause';
import type { SpokenAgainst } from '../../kernel/offers/decision-book';
import { noticeEntries, silences, type KeptNotice } from '../../platform/decisions/notice';
import { targets, targetSchema } from '../../platform/decisions/spoken-against';
import { flag, json, number, oneOf, storedRow, text, type StoredField } from '../../platform/stored-row';
import { scopeSchema, storedScopeSchema, type Scope } from './scope';

const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const words = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));
const fate = v.picklist(['end', 'keep']);

/** What happens to their posts: nothing, or hiding the evidence, all since a moment, or all. */
const contentSchema = v.strictObject({
	queued: v.optional(fate, 'end'),
	scheduled: v.optional(fate, 'end'),
	posts: v.optional(v.picklist(['keep', 'evidence', 'since', 'all']), 'keep'),
	since: v.optional(time, 0),
});
export type ContentFate = v.InferOutput<typeof contentSchema>;

/** Keys of what to restore; `all` if nobody could be asked: expired, or ended in the forum's own pages. */
export type GiveBack = 'all' | readonly string[];

/** The categories somebody moderates; `all` for administrators and global moderators. */
export type Moderated = 'all' | readonly number[];

export const clauseSchema = v.picklist(clauseIds);

/** Ids of the posts in question. */
export const evidenceSchema = v.optional(v.pipe(v.array(v.pipe(v.union([
	v.pipe(v.number(), v.safeInteger(), v.minValue(1)), v.pipe(v.string(), v.regex(/^[1-9]\d{0,15}$/)),
]), v.transform(String))), v.maxLength(50)), []);

/** A decision to restrict a member's access (clause 6). */
export const decisionSchema = v.strictObject({
	uid: v.pipe(v.number(), v.integer(), v.minValue(1)),
	scope: scopeSchema,
	/** Milliseconds since 1970; 0 or absent: immediately. A later start is a cooling-off period. */
	from: v.optional(time, 0),
	/** 0 or absent: permanently. */
	until: v.optional(time, 0),
	clause: v.optional(clauseSchema),
	withoutCause: v.optional(v.boolean(), false),
	evidence: evidenceSchema,
	/** For the member; part of their statement. */
	reason: v.optional(words(2000), ''),
	/** For the forum's staff only. */
	note: v.optional(words(2000), ''),
	/** What they spoke negatively about; with clause 1 only. */
	target: targetSchema,
	...noticeEntries,
	content: v.optional(contentSchema, { queued: 'end', scheduled: 'end', posts: 'keep', since: 0 }),
	/** Blocks their addresses from registering; for the whole forum only. */
	blockReturn: v.optional(v.boolean(), true),
	/** The previewed plan; refused if the forum has changed since. */
	plan: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
});
/** `scope`: reduced to what the person may restrict. */
export type Decision = Omit<v.InferOutput<typeof decisionSchema>, 'scope'> & { scope: Scope };

/** `waiting` for its start; `starting` and `ending` while its steps are applied or reverted. */
const restrictionStates = ['waiting', 'starting', 'active', 'ending', 'ended'] as const;
export type RestrictionState = typeof restrictionStates[number];

export interface Appeal {
	text: string;
	at: number;
	state: 'open' | 'granted' | 'declined';
	/** By the person who decided it. */
	answer: string;
	by: number;
	decidedAt: number;
	/** Answered by the person who made the decision, because nobody else could. */
	isAlone?: boolean;
}

/** A restriction, from the decision to its end; kept on record afterwards (clause 6). */
export interface Restriction extends KeptNotice {
	id: number;
	uid: number;
	scope: Scope;
	/** What the member moderated when it was decided: only people who moderate at least as much may act on it. */
	moderated: Moderated;
	/** `decided` here, or found as a ban or mute made in the forum's own pages. */
	origin: 'decided' | 'ban' | 'mute';
	/** Who decided; 0 for a program. */
	by: number;
	at: number;
	from: number;
	/** 0: permanently. */
	until: number;
	/** Null: without cause, or not given yet. */
	clause: ClauseId | null;
	cause: 'clause' | 'none' | 'owed';
	/** What they spoke negatively about (clause 1); null: not given. */
	target: SpokenAgainst | null;
	/** The version of the terms in force when the cause was given; empty before the first. */
	termsVersion: string;
	/** Numbers of the decisions that were carried out on it, the first one made it. */
	decisions: readonly number[];
	evidence: readonly string[];
	/** Who had reported one of these posts by then; they do not answer the appeal. Never shown. */
	reporters: readonly number[];
	reason: string;
	note: string;
	/** When the notice was sent; 0: not yet. */
	noticedAt: number;
	/** The notice was sent but not delivered. */
	isUnreached: boolean;
	content: ContentFate;
	blockReturn: boolean;
	state: RestrictionState;
	/** How it ended; `keepContent`: hidden posts stay hidden; `giveBack`: restored groups and tokens. */
	ended: {
		why: 'lifted' | 'expired' | 'appeal' | 'host'; by: number; at: number; reason: string; keepContent: boolean;
		giveBack: GiveBack;
	} | null;
	appeal: Appeal | null;
}

/** An event of a restriction; append-only. `by` 0: the forum, or the member. */
export const eventSchema = v.object({
	at: v.number(), by: v.number(), words: v.string(),
	kind: v.picklist([
		'decided', 'found', 'started', 'changed', 'cause', 'noticed', 'not-told', 'appealed', 'appeal-granted',
		'appeal-declined', 'answered-alone', 'ending', 'ended', 'left-out', 'not-hidden', 'account-deleted', 'end-changed',
	]),
});
export type RestrictionEvent = v.InferOutput<typeof eventSchema>;

const endedSchema = v.object({
	why: v.picklist(['lifted', 'expired', 'appeal', 'host']), by: v.number(), at: v.number(), reason: v.string(),
	keepContent: v.boolean(), giveBack: v.union([v.literal('all'), v.array(v.string())]),
});
const appealSchema = v.object({
	text: v.string(), at: v.number(), state: v.picklist(['open', 'granted', 'declined']), answer: v.string(),
	by: v.number(), decidedAt: v.number(), isAlone: v.exactOptional(v.boolean()),
});
/** Stored as an empty text if null. */
const orNone = <T extends string>(words: readonly T[]): StoredField<T | null> => ({
	schema: v.pipe(v.unknown(), v.transform(value => words.find(word => word === value) ?? null)),
	write: word => word ?? '',
});

/** A stored restriction. */
export const restrictionRow = storedRow<Restriction>({
	id: number, uid: number, scope: json(storedScopeSchema),
	moderated: json(v.union([v.literal('all'), v.array(v.number())]), []),
	origin: oneOf(['decided', 'ban', 'mute']), by: number, at: number, from: number, until: number, clause: orNone(clauseIds),
	cause: oneOf(['clause', 'none', 'owed']), evidence: json(v.array(v.string()), []), reporters: json<readonly number[]>(v.array(v.number()), []), reason: text, note: text,
	target: orNone(targets), termsVersion: text, decisions: json<readonly number[]>(v.array(v.number()), []),
	notice: oneOf(['sent', 'none'], 'sent'), noticeReason: oneOf(['', ...silences], ''), noticeAt: number, noticedAt: number, isUnreached: flag,
	content: json(contentSchema), blockReturn: flag, state: oneOf(restrictionStates),
	ended: json(v.nullable(endedSchema), null), appeal: json(v.nullable(appealSchema), null),
});

/** Whether it applies at this moment, however late the jobs run. An unanswered appeal delays the start. */
export function isInForce(
	{ state, from, until, appeal }: Pick<Restriction, 'state' | 'from' | 'until' | 'appeal'>, now: number,
): boolean {
	const hasBegun = state === 'active' || state === 'starting' ||
		(state === 'waiting' && from <= now && appeal?.state !== 'open');
	return hasBegun && (until === 0 || until > now);
}

/** Neither ended nor being lifted. */
export function isOpen({ state }: Pick<Restriction, 'state'>): boolean {
	return state === 'waiting' || state === 'starting' || state === 'active';
}
