/** A member's ties to others, for staff who decide about their access (clauses 4.12, 6). */
export interface MemberTies {
	/** The partner they speak for; `people` counts everybody in the account. */
	partner: { id: string; company: string; role: string; people: number } | null;
	/** Number of verified licence keys; their characters are only for staff who manage licences. */
	licences: number;
}

/** A referral that is offered to an administrator and never made automatically; `path`: its form, filled in. */
export interface ReferralOffer { partner: string; company: string; path: string }

/** What partners know about a member, and what happens when one of their people loses access. */
export interface MemberTiesLookup {
	ties(uid: number): Promise<MemberTies>;
	/** Whether both speak for the same partner: staff do not decide in their own company's matters. */
	areColleagues(one: number, other: number): Promise<boolean>;
	/** One of an account's people has lost access: recorded and sent to administrators, once per restriction. */
	ask(partner: string, who: { uid: number; isOwner: boolean }, restriction: number): Promise<void>;
	/** That restriction is over: nothing is left to decide about the account. */
	restored(partner: string, uid: number, restriction: number): Promise<void>;
	/** Null if the access did not end by this restriction, it was referred, or this reader may not refer. */
	referral(partner: string, restriction: number, by: number): Promise<ReferralOffer | null>;
	/** Whether an e-mail domain belongs to a suspended account. */
	isDomainEnded(domain: string): Promise<boolean>;
}
