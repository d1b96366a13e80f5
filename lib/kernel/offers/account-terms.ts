import type { Outcome } from '../outcome';

/** A version that somebody with the right to do so accepted for a partner account. */
export interface AccountAcceptance {
	document: string;
	version: string;
	/** Milliseconds since 1970. */
	at: number;
	/** uid of the owner who accepted. */
	by: number;
}

/** A version in force that an account still has to accept. */
export interface OwedByAccount { document: string; version: string; title: string }

/** What the terms know for accounts; the slices of terms and partners do not know each other. */
export interface AccountTerms {
	/** What an account owes, by the documents that bind its owner and what was accepted for it before. */
	owed(uid: number, accepted: readonly AccountAcceptance[]): Promise<OwedByAccount[]>;
	/**
	 * The owner's own acceptance where they owe it, and beside it a ledger record that they spoke for the account.
	 * Refused like every acceptance: unknown, superseded or upcoming versions, texts that were not read long enough.
	 */
	accept(uid: number, version: string, language: string, account: string): Promise<Outcome<AccountAcceptance>>;
	/** What a member had accepted at a moment (milliseconds since 1970), each with when. */
	acceptedBy(uid: number, at: number): Promise<{ version: string; at: number }[]>;
}
