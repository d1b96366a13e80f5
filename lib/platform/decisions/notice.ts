import * as v from 'valibot';
import type { DecisionNotice, Silence } from '../../kernel/offers/decision-book';
import { refuse, type Refusal } from '../../kernel/refusals/refusal';
import type { SettingSpecs } from '../../kernel/slice/settings';

export const silences: readonly Silence[] = ['legal-hold', 'safety', 'spam-account', 'duplicate'];
/** Only for these a notice may stay away for good. */
const unending: readonly (Silence | undefined)[] = ['legal-hold', 'spam-account'];
const dayMs = 86_400_000;

export const noticeSettings = {
	/** Days until a delayed notice is sent. */
	accessNoticeDays: { kind: 'integer', default: 30, min: 1, max: 365 },
} as const satisfies SettingSpecs;

/** The fields of a decision that say how those affected learn of it. */
export const noticeEntries = {
	/** `none` without a reason is `later`. */
	notice: v.optional(v.picklist(['sent', 'later', 'none']), 'sent'),
	/** Why there is none. */
	noticeReason: v.optional(v.picklist(silences)),
	/** When it is sent all the same; absent: after the days in the settings, for a legal hold or spam account never. */
	noticeAt: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)), 0),
};
export interface ChosenNotice { notice: 'sent' | 'later' | 'none'; noticeReason?: Silence | undefined; noticeAt: number }

/** How it is stored: `none` without a reason is sent later; times in milliseconds since 1970, 0: never, or at once. */
export interface KeptNotice { notice: 'sent' | 'none'; noticeReason: Silence | ''; noticeAt: number }

/** Why such a notice is refused, or null; `now` in milliseconds since 1970. */
export function noticeRefusal({ notice, noticeReason, noticeAt }: ChosenNotice, now: number): Refusal | null {
	if (noticeReason !== undefined && notice !== 'none') {
		return refuse('restriction-notice-reason', [], { field: 'noticeReason' });
	}
	return notice !== 'sent' && noticeAt > 0 && noticeAt <= now ?
		refuse('restriction-times', [], { field: 'noticeAt' }) : null;
}

/** `from`: when the decision takes effect; `noticeDays` from the settings. */
export function keptNotice(
	{ notice, noticeReason, noticeAt }: ChosenNotice, from: number, noticeDays: number,
): KeptNotice {
	return {
		notice: notice === 'sent' ? 'sent' : 'none', noticeReason: noticeReason ?? '',
		noticeAt: notice === 'sent' ? 0 : noticeAt || (unending.includes(noticeReason) ? 0 : from + (noticeDays * dayMs)),
	};
}

/** Whether those affected were told by now of a decision on record. */
export function isTold(notice: DecisionNotice, now: number): boolean {
	return notice.kind === 'sent' || (notice.at > 0 && notice.at <= now);
}

/** The same on record; `isTold`: it has gone out. */
export function noticeOnRecord({ notice, noticeReason, noticeAt }: KeptNotice, isTold: boolean): DecisionNotice {
	if (notice === 'sent' || isTold) {
		return { kind: 'sent' };
	}
	return noticeReason === '' ? { kind: 'later', at: noticeAt } : { kind: 'none', why: noticeReason, at: noticeAt };
}
