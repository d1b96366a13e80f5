/** For whom a member speaks now, as everybody may know it. */
export interface SpokenFor { id: string; company: string; role: string; level: string }

/** One joining or leaving of a partner account; `at` in milliseconds since 1970. */
export interface MembershipChange { partner: string; change: 'joined' | 'left'; role: string; at: number }

/** What the partners know of one member, for himself. */
export interface PartnerLookup {
	now(uid: number): Promise<SpokenFor | null>;
	/** Oldest first. */
	changes(uid: number): Promise<MembershipChange[]>;
}
