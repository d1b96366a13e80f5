import type { EventFact } from '../timeline/event-words';
import { factsOf } from '../timeline/event-words';
import type { PartnerEvent } from '../timeline/event';
import type { StrikeHistory } from '../strikes/strike';

/** A line of an account's history in the ACP: who did what, and what fills `partner.event.<kind>`. */
export interface HistoryLine {
	at: number;
	by: number;
	kind: string;
	/** About whom; 0 for nobody. */
	uid: number;
	facts(nameOf: (uid: number) => string): EventFact[];
	/** The event as it was stored; a strike keeps its own records. */
	event: Partial<PartnerEvent>;
}

/** What was done with the strikes of an account, in the order of the strikes. */
function strikeLines({ strikes, referrals }: Pick<StrikeHistory, 'strikes' | 'referrals'>): HistoryLine[] {
	const line = (
		kind: string, { at, by }: { at: number; by: number }, uid: number, facts: HistoryLine['facts'],
	): HistoryLine => ({ at, by, kind, uid, facts, event: {} });
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

/** The last `count` things that happened to an account and its strikes, newest first. */
export function historyLines(
	events: readonly PartnerEvent[], strikes: Pick<StrikeHistory, 'strikes' | 'referrals'>, count: number,
): HistoryLine[] {
	const ofAccount = events.map((event): HistoryLine => ({
		at: event.at, by: event.by, kind: event.kind, uid: 'uid' in event ? event.uid : 0,
		facts: nameOf => factsOf(event, nameOf), event,
	}));
	// Both lists are in their order, which a stable sort keeps where moments are the same.
	return [...ofAccount, ...strikeLines(strikes)].sort((a, b) => a.at - b.at).slice(-count).reverse();
}
