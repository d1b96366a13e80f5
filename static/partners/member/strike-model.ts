import type { StatementLine } from 'forum-terms/reasons/statement';

export interface Strike {
	id: number; pid: string; username: string; clause: string; points: number; weight: number; reason: string;
	by: number; byName: string; at: number; answerBy: number; halvesAt: number; expiresAt: number;
	state: 'open' | 'answered' | 'counts' | 'withdrawn' | 'expired';
	answer: { text: string; at: number } | null;
	/** Why, as those affected read it; empty if the time of the decision on record is over. */
	statement: StatementLine[];
	/** Names of those who decide about the answer, if the reader gave or reported it; otherwise empty. */
	otherDeciders: string;
	decision: { counts: boolean; reason: string; byName: string; at: number; isAlone: boolean } | null;
}

export interface Standing {
	points: number; people: number; stage: string; next: { stage: string; points: number; people: number } | null;
	heldSince: number | null; easesAt: number | null;
}

interface Rights { answer: boolean; decide: boolean; refer: boolean }

export interface Referral {
	id: number; reason: string; by: number; byName: string; at: number; mailedAt: number; mailedTo: string;
	/** What it is about; restriction 0: none. */
	posts: string[]; restriction: number;
}

/** The answer of GET /partners/:id/strikes. */
export interface StrikesAnswer {
	strikes: Strike[]; standing: Standing; referrals: Referral[]; may: Rights;
	suspension: null | {
		reason: string; at: number; statement: StatementLine[];
		answer: { text: string; at: number } | null; upheld: { reason: string; at: number } | null;
		/** Who decides instead of the reader, who suspended; otherwise empty. */
		otherDeciders: string;
		may: { answer: boolean; uphold: boolean };
	};
	/** People who lost access, by restrictions not yet referred; only for those who may refer. */
	endings: { restriction: number; uid: number; username: string; at: number }[];
}

/** Shared by all acts on the page; `done` takes the act's name and the strike, 0 for the whole account. */
export interface StrikeDesk {
	partner: string; may: Rights; unsent: Map<string, string>; done(act: string, strike: number): Promise<void>;
}
