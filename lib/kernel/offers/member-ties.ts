/** A member's ties to others, for staff who decide about their access (clauses 4.12, 6). */
export interface MemberTies {
	/** The partner they speak for; `people` counts everybody in the account. */
	partner: { id: string; company: string; role: string; people: number } | null;
	/** Number of verified licence keys; their characters are only for staff who manage licences. */
	licences: number;
}

/** What partners know about a member, and what happens when an owner loses access. */
export interface MemberTiesLookup {
	ties(uid: number): Promise<MemberTies>;
	/** An account's owner has lost access: recorded in the account and sent to administrators, once per restriction. */
	ask(partner: string, uid: number, restriction: number): Promise<void>;
	/** Whether an e-mail domain belongs to a suspended account. */
	isDomainEnded(domain: string): Promise<boolean>;
}
