import type { EventFact } from '../timeline/event-words';
import { factsOf } from '../timeline/event-words';
import type { PartnerEvent } from '../timeline/event';
import type { StrikeHistory } from '../strikes/strike';

/** A line of an account's history in the ACP: who did what, and the arguments of `partner.event.<kind>`. */
export interface HistoryLine {
	at: number;
	by: number;
	kind: string;
	/** The person concerned; 0 for nobody. */
	uid: number;
	facts(nameOf: (uid: number) => string): EventFact[];
	/** The stored event; strikes have their own records. */
	event: Partial<PartnerEvent>;
}

/** Events of an account's strikes, in order. */
function strikeLines({ strikes, referrals }: Pick<StrikeHistory, 'strikes' | 'referrals'>): HistoryLine[] {
	const line = (
		kind: string, { at, by }: { at: number; by: number }, uid: number, facts: HistoryLine['facts'],
	): HistoryLine => ({ at, by, kind, uid: Math.max(0, uid), facts, event: {} });
	return [
		...strikes.flatMap(strike => [
			line('strike-given', strike, strike.uid, nameOf =>
				[nameOf(strike.uid), strike.pid, strike.clause, String(strike.points), strike.reason]),
			...strike.answer ? [line('strike-answered', strike.answer, strike.uid, nameOf =>
				[nameOf(strike.uid), strike.clause, strike.answer?.text ?? ''])] : [],
			...strike.decisions.map(decision => line(decision.counts ? 'strike-counted' : 'strike-withdrawn', decision,
				strike.uid, nameOf => [nameOf(strike.uid), strike.clause, decision.reason])),
		]),
		...referrals.map(referral => line('referred', referral, 0, () => [referral.reason])),
	];
}

/** The latest `count` events of an account and its strikes, newest first. */
export function historyLines(
	events: readonly PartnerEvent[], strikes: Pick<StrikeHistory, 'strikes' | 'referrals'>, count: number,
): HistoryLine[] {
	const ofAccount = events.map((event): HistoryLine => ({
		at: event.at, by: event.by, kind: event.kind, uid: 'uid' in event ? event.uid : 0,
		facts: nameOf => factsOf(event, nameOf), event,
	}));
	// Both lists are ordered, and a stable sort keeps the order of equal times.
	return [...ofAccount, ...strikeLines(strikes)].sort((a, b) => a.at - b.at).slice(-count).reverse();
}
