/** What binds a member to others here, for whoever decides about their access (clauses 4.12, 6). */
export interface MemberTies {
	/** For whom they speak; `people` counts all of the account. */
	partner: { id: string; company: string; role: string; people: number } | null;
	/** How many verified licence keys; their characters are for staff who look after licences only. */
	licences: number;
}

/** What the partners tell about a member, and what they are asked when the access of an owner ends. */
export interface MemberTiesLookup {
	ties(uid: number): Promise<MemberTies>;
	/** An account's owner has lost access: on the account's record and told to administrators, once for each number. */
	ask(partner: string, uid: number, restriction: number): Promise<void>;
	/** Whether an e-mail domain is one of a company whose account is suspended. */
	isDomainEnded(domain: string): Promise<boolean>;
}
