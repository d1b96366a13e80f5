/** A licence claim as its member sees it: the last four characters of the key; times in ms since 1970. */
export interface OwnLicence {
	id: number;
	lastFour: string;
	state: 'claimed' | 'verified' | 'refused' | 'withdrawn' | 'ended';
	claimedAt: number;
	/** 0 until somebody decides. */
	decidedAt: number;
	/** 0: no end date. */
	validUntil: number;
	/** Why it was verified or refused. */
	reason: string;
}

/** A member's claims, oldest first. */
export type LicenceLookup = (uid: number) => Promise<OwnLicence[]>;
