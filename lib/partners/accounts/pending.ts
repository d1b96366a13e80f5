import type { PartnerRole } from '../company/account';

/** Roles to ask for and to offer; owners are made by offer and acceptance. */
export const staffRoles = ['sales', 'support', 'purchase'] as const satisfies readonly PartnerRole[];
export type StaffRole = typeof staffRoles[number];

/** An owner's invitation; used up by the first who accepts it. */
export interface Invitation {
	id: number;
	partner: string;
	role: StaffRole;
	/** The invited member; 0 for the reader of the e-mail. */
	uid: number;
	/** Empty for a member. */
	email: string;
	by: number;
	/** Milliseconds since 1970, like all times here. */
	at: number;
	expiresAt: number;
}

/** A member's wish to speak for a company; repeated requests are the same one. */
export interface JoinRequest {
	partner: string;
	uid: number;
	role: StaffRole;
	words: string;
	at: number;
	/** Made because their confirmed e-mail address is at the company's domain. */
	isByDomain: boolean;
}

/** A staff member is asked to become an owner, instead of `by` if that owner leaves. */
export interface OwnerOffer {
	partner: string;
	uid: number;
	by: number;
	leaves: boolean;
	at: number;
}
