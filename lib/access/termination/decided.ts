import { keptNotice } from '../../platform/decisions/notice';
import type { Decision, Moderated, Restriction } from '../restriction/restriction';

/** The restriction that a decision makes, before anything of it is done; `now` in milliseconds since 1970. */
export function restrictionFrom(
	decision: Decision, { id, moderated, by, now, noticeDays }: {
		id: number; moderated: Moderated; by: number; now: number; noticeDays: number;
	},
): Restriction {
	const { uid, scope, evidence, reason, note, content, until } = decision;
	const from = Math.max(decision.from, now);
	return {
		id, uid, scope, moderated, origin: 'decided', by, at: now, from, until, evidence, reason, note,
		clause: decision.clause ?? null, cause: decision.withoutCause ? 'none' : 'clause', target: decision.target ?? null,
		termsVersion: '', decisions: [], ...keptNotice(decision, from, noticeDays), noticedAt: 0, isUnreached: false, content,
		blockReturn: scope === 'forum' && decision.blockReturn, state: from > now ? 'waiting' : 'starting', ended: null,
		appeal: null,
	};
}
