/** One claim to a licence as its member sees it: of the key its last four characters, times in ms since 1970. */
export interface OwnLicence {
	id: number;
	lastFour: string;
	state: 'claimed' | 'verified' | 'refused' | 'withdrawn' | 'ended';
	claimedAt: number;
	/** 0 while nobody has decided. */
	decidedAt: number;
	/** 0: until further notice. */
	validUntil: number;
	/** Why it was verified or refused. */
	reason: string;
}

/** A member's claims, oldest first. */
export type LicenceLookup = (uid: number) => Promise<OwnLicence[]>;
