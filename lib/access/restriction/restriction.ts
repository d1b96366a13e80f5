import * as v from 'valibot';
import { clauseIds, type ClauseId } from '../../kernel/clause';
import { flag, json, number, oneOf, storedRow, text, type StoredField } from '../../platform/stored-row';
import type { GiveBack } from './claims';
import { scopeSchema, storedScopeSchema, type Scope } from './scope';

const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
const words = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));
const fate = v.picklist(['end', 'keep']);

/** What becomes of what they wrote: nothing, the posts named as evidence, all since a moment, or all of it. */
export const contentSchema = v.strictObject({
	queued: v.optional(fate, 'end'),
	scheduled: v.optional(fate, 'end'),
	posts: v.optional(v.picklist(['keep', 'evidence', 'since', 'all']), 'keep'),
	since: v.optional(time, 0),
});
export type ContentFate = v.InferOutput<typeof contentSchema>;

/** The categories somebody moderates; `all` for administrators and global moderators. */
export type Say = 'all' | readonly number[];

export const clauseSchema = v.picklist(clauseIds);

/** Pids a decision rests on. */
export const evidenceSchema = v.optional(v.pipe(v.array(v.pipe(v.union([
	v.pipe(v.number(), v.safeInteger(), v.minValue(1)), v.pipe(v.string(), v.regex(/^[1-9]\d{0,15}$/)),
]), v.transform(String))), v.maxLength(50)), []);

/** What somebody decides about a member's access (clause 6). */
export const decisionSchema = v.strictObject({
	uid: v.pipe(v.number(), v.integer(), v.minValue(1)),
	scope: scopeSchema,
	/** Milliseconds since 1970; 0 or absent: at once. A later one leaves time to think again. */
	from: v.optional(time, 0),
	/** 0 or absent: for good. */
	until: v.optional(time, 0),
	clause: v.optional(clauseSchema),
	withoutCause: v.optional(v.boolean(), false),
	evidence: evidenceSchema,
	/** For the member; goes into their statement. */
	reason: v.optional(words(2000), ''),
	/** For the forum's staff only. */
	note: v.optional(words(2000), ''),
	notice: v.optional(v.picklist(['sent', 'none']), 'sent'),
	/** When a notice that is not sent at once goes out by itself; absent: after the days of the settings. */
	noticeAt: v.optional(time, 0),
	content: v.optional(contentSchema, { queued: 'end', scheduled: 'end', posts: 'keep', since: 0 }),
	/** Keeps their addresses from registering again; for the whole forum only. */
	blockReturn: v.optional(v.boolean(), true),
	/** What was looked at: the forum must still be as it was then. */
	plan: v.optional(v.pipe(v.string(), v.maxLength(100)), ''),
});
/** `scope`: as far as it reaches. */
export type Decision = Omit<v.InferOutput<typeof decisionSchema>, 'scope'> & { scope: Scope };

/** `waiting` for its beginning, `starting` and `ending` while its effects are carried out or taken back. */
export const restrictionStates = ['waiting', 'starting', 'active', 'ending', 'ended'] as const;
export type RestrictionState = typeof restrictionStates[number];

export interface Appeal {
	text: string;
	at: number;
	state: 'open' | 'granted' | 'declined';
	/** Of whoever decided it. */
	answer: string;
	by: number;
	decidedAt: number;
	/** Whoever decided the restriction answered it as well, for want of anybody else. */
	isAlone?: boolean;
}

/** One end of access, from the decision to its own end; a restriction that ended stays on record (clause 6). */
export interface Restriction {
	id: number;
	uid: number;
	scope: Scope;
	/** What the member moderated when it was decided: nobody who moderates less acts on it. */
	moderated: Say;
	/** `decided` here, or found in the forum's own screens as a ban or a mute. */
	origin: 'decided' | 'ban' | 'mute';
	/** Who answers for it; 0 where another program did it by itself. */
	by: number;
	at: number;
	from: number;
	/** 0: for good. */
	until: number;
	/** Null: without cause, or nobody has said it yet. */
	clause: ClauseId | null;
	cause: 'clause' | 'none' | 'owed';
	evidence: readonly string[];
	reason: string;
	note: string;
	notice: 'sent' | 'none';
	/** When the notice goes out, and when it did; 0: not yet. */
	noticeAt: number;
	noticedAt: number;
	/** It went out then and did not reach them. */
	isUnreached: boolean;
	content: ContentFate;
	blockReturn: boolean;
	state: RestrictionState;
	/** How it came to its end; `keepContent`: what was taken out of sight stays so; `giveBack`: groups and tokens. */
	ended: {
		why: 'lifted' | 'expired' | 'appeal' | 'host'; by: number; at: number; reason: string; keepContent: boolean;
		giveBack: GiveBack;
	} | null;
	appeal: Appeal | null;
}

/** What happened to a restriction; a new record each. `by` 0: the forum by itself, or the member. */
export const eventSchema = v.object({
	at: v.number(), by: v.number(), words: v.string(),
	kind: v.picklist([
		'decided', 'found', 'started', 'changed', 'cause', 'noticed', 'not-told', 'appealed', 'appeal-granted',
		'appeal-declined', 'answered-alone', 'ending', 'ended', 'left-out', 'not-hidden',
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
/** Kept as an empty text where there is none. */
const clauseOrNone: StoredField<ClauseId | null> = {
	schema: v.pipe(v.unknown(), v.transform(value => clauseIds.find(clause => clause === value) ?? null)),
	write: clause => clause ?? '',
};

/** A restriction as it is kept. */
export const restrictionRow = storedRow<Restriction>({
	id: number, uid: number, scope: json(storedScopeSchema),
	moderated: json(v.union([v.literal('all'), v.array(v.number())]), []),
	origin: oneOf(['decided', 'ban', 'mute']), by: number, at: number, from: number, until: number, clause: clauseOrNone,
	cause: oneOf(['clause', 'none', 'owed']), evidence: json(v.array(v.string()), []), reason: text, note: text,
	notice: oneOf(['sent', 'none'], 'sent'), noticeAt: number, noticedAt: number, isUnreached: flag,
	content: json(contentSchema), blockReturn: flag, state: oneOf(restrictionStates),
	ended: json(v.nullable(endedSchema), null), appeal: json(v.nullable(appealSchema), null),
});

/**
 * Whether it holds somebody back at this moment: a late job neither lets it begin late nor last longer. An appeal that
 * nobody has answered halts one that has not begun.
 */
export function isInForce(
	{ state, from, until, appeal }: Pick<Restriction, 'state' | 'from' | 'until' | 'appeal'>, now: number,
): boolean {
	const hasBegun = state === 'active' || state === 'starting' ||
		(state === 'waiting' && from <= now && appeal?.state !== 'open');
	return hasBegun && (until === 0 || until > now);
}

/** Not ended, and not about to be. */
export function isOpen({ state }: Pick<Restriction, 'state'>): boolean {
	return state === 'waiting' || state === 'starting' || state === 'active';
}
