import type { Silence } from '../../kernel/offers/decision-book';
import type { Decision, Moderated, Restriction } from '../restriction/restriction';

const day = 86_400_000;
/** Only for these a notice may stay away for good. */
const unending: readonly (Silence | undefined)[] = ['legal-hold', 'spam-account'];

/** When a notice that is not sent with the decision goes out; 0: never, or at once. */
function noticeAtOf({ notice, noticeReason, noticeAt }: Decision, from: number, noticeDays: number): number {
	return notice === 'sent' ? 0 : noticeAt || (unending.includes(noticeReason) ? 0 : from + (noticeDays * day));
}

/** The restriction that a decision makes, before anything of it is done; `now` in milliseconds since 1970. */
export function restrictionFrom(
	decision: Decision, { id, moderated, by, now, noticeDays }: {
		id: number; moderated: Moderated; by: number; now: number; noticeDays: number;
	},
): Restriction {
	const { uid, scope, evidence, reason, note, content, until, notice, noticeReason = '' } = decision;
	const from = Math.max(decision.from, now);
	return {
		id, uid, scope, moderated, origin: 'decided', by, at: now, from, until, evidence, reason, note,
		clause: decision.clause ?? null, cause: decision.withoutCause ? 'none' : 'clause', target: decision.target ?? null,
		termsVersion: '', decisions: [], notice: notice === 'sent' ? 'sent' : 'none', noticeReason,
		noticeAt: noticeAtOf(decision, from, noticeDays), noticedAt: 0, isUnreached: false, content,
		blockReturn: scope === 'forum' && decision.blockReturn, state: from > now ? 'waiting' : 'starting', ended: null,
		appeal: null,
	};
}
