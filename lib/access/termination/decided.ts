import type { DecisionSource } from '../../kernel/offers/decision-book';
import { keptNotice } from '../../platform/decisions/notice';
import type { Effect } from '../restriction/effect';
import type { Decision, Moderated, Restriction } from '../restriction/restriction';

/** The preview before a moderator confirms. */
export interface Forecast {
	plan: string; effects: Effect[]; from: number; until: number;
	/** As it would be stored, without its number; and how it came up. */
	restriction: Restriction;
	source: DecisionSource;
}

/** The restriction that a decision makes, before anything of it is done; `now` in milliseconds since 1970. */
export function restrictionFrom(
	decision: Decision, { id, moderated, by, now, noticeDays, reporters }: {
		id: number; moderated: Moderated; by: number; now: number; noticeDays: number; reporters: readonly number[];
	},
): Restriction {
	const { uid, scope, evidence, reason, note, content, until } = decision;
	const from = Math.max(decision.from, now);
	return {
		id, uid, scope, moderated, origin: 'decided', by, at: now, from, until, evidence, reason, note,
		clause: decision.clause ?? null, cause: decision.withoutCause ? 'none' : 'clause', target: decision.target ?? null,
		termsVersion: '', decisions: [], reporters, ...keptNotice(decision, from, noticeDays), noticedAt: 0, isUnreached: false, content,
		blockReturn: scope === 'forum' && decision.blockReturn, state: from > now ? 'waiting' : 'starting', ended: null,
		appeal: null,
	};
}
