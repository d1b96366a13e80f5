import type { PartnerRole } from '../company/account';

/** Roles that can be asked for and offered; an owner is made by offer and acceptance. */
export const staffRoles = ['sales', 'support', 'purchase'] as const satisfies readonly PartnerRole[];
export type StaffRole = typeof staffRoles[number];

/** An owner's word that somebody may join; used up by the first who accepts it. */
export interface Invitation {
	id: number;
	partner: string;
	role: StaffRole;
	/** Whom it is for; 0 for whoever reads the mail. */
	uid: number;
	/** Empty for a member. */
	email: string;
	by: number;
	/** Milliseconds since 1970, as all times here. */
	at: number;
	expiresAt: number;
}

/** A member's wish to speak for a company; the same however often it is sent. */
export interface JoinRequest {
	partner: string;
	uid: number;
	role: StaffRole;
	words: string;
	at: number;
	/** Made because their confirmed e-mail address is on the company's domain. */
	isByDomain: boolean;
}

/** Somebody of the staff is asked to become an owner, in place of `by` when that one leaves. */
export interface OwnerOffer {
	partner: string;
	uid: number;
	by: number;
	leaves: boolean;
	at: number;
}
