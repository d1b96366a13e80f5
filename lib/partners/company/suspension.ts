import * as v from 'valibot';
import { clauseIds, type ClauseId } from '../../kernel/refusals/clause';
import type { SpokenAgainst } from '../../kernel/offers/decision-book';
import type { Refusal } from '../../kernel/refusals/refusal';
import { keptNotice, noticeEntries, noticeRefusal, silences, type KeptNotice } from '../../platform/decisions/notice';
import { targetRefusal, targets, targetSchema } from '../../platform/decisions/spoken-against';

/** A decision that a partner's people may not post; one record for all of them. */
export interface Suspension extends KeptNotice {
	clause: ClauseId;
	/** What they spoke negatively about (clause 1); null: not given. */
	target: SpokenAgainst | null;
	reason: string;
	by: number;
	/** Milliseconds since 1970; `decision`: its number on record. */
	at: number;
	decision: number;
	/** An owner's answer, and the decision that it changes nothing; `isAlone`: by who suspended, for want of others. */
	answer: { text: string; by: number; at: number } | null;
	upheld: { reason: string; by: number; at: number; isAlone: boolean; decision: number } | null;
}
export type NewSuspension = Omit<Suspension, 'at' | 'decision' | 'answer' | 'upheld'>;

/** A suspension as an administrator chooses it; without `by`, which is who sends it. */
export const suspensionInput = v.strictObject({
	clause: v.picklist(clauseIds), target: targetSchema,
	reason: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(1000)),
	...noticeEntries,
});
type Input = v.InferOutput<typeof suspensionInput>;
/** `notice` alone says whether its people are told now. */
export type ChosenSuspension = Pick<Input, 'clause' | 'reason' | 'notice'> & Partial<Input> & { by: number };

/** Why it is refused, or null; `now` in milliseconds since 1970. */
export function suspensionRefusal({ clause, target, ...rest }: ChosenSuspension, now: number): Refusal | null {
	const refusal = targetRefusal(clause, target) ?? noticeRefusal({ noticeAt: 0, ...rest }, now);
	return refusal && { ...refusal, clause: '4.12' };
}

/** As it is kept; `noticeDays` from the settings. */
export function suspensionFrom(
	{ clause, target, reason, by, ...rest }: ChosenSuspension, now: number, noticeDays: number,
): NewSuspension {
	return { clause, target: target ?? null, reason, by, ...keptNotice({ noticeAt: 0, ...rest }, now, noticeDays) };
}

export const suspensionSchema: v.GenericSchema<unknown, Suspension> = v.object({
	clause: v.picklist(clauseIds), target: v.nullable(v.picklist(targets)), reason: v.string(),
	notice: v.picklist(['sent', 'none']), noticeReason: v.picklist(['', ...silences]), noticeAt: v.number(),
	by: v.number(), at: v.number(), decision: v.number(),
	answer: v.nullable(v.object({ text: v.string(), by: v.number(), at: v.number() })),
	upheld: v.nullable(v.object({
		reason: v.string(), by: v.number(), at: v.number(), isAlone: v.boolean(), decision: v.number(),
	})),
});

/** Whether its people were told of it by now; they are told of its end then. */
export function isAnnounced({ notice, noticeAt }: KeptNotice, now: number): boolean {
	return notice === 'sent' || (noticeAt > 0 && noticeAt <= now);
}

/** Whether a request is the same decision again; a default date is another one each time. */
export function isSameSuspension(one: NewSuspension, other: NewSuspension | null | undefined): boolean {
	return other !== null && other !== undefined && one.clause === other.clause && one.target === other.target &&
		one.reason === other.reason && one.notice === other.notice && one.noticeReason === other.noticeReason &&
		one.by === other.by;
}
