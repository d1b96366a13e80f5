import type { Phrase } from '../refusals/phrase';
import type { Outcome } from '../refusals/outcome';

/** A version that an owner accepted for a partner account. */
export interface AccountAcceptance {
	document: string;
	version: string;
	/** Milliseconds since 1970. */
	at: number;
	/** uid of the owner who accepted. */
	by: number;
}

/** A version in force that an account has not accepted, with its title in the reader's language. */
export interface OwedByAccount { document: string; version: string; title: string }

/** What the terms offer for accounts; the slices terms and partners do not import each other. */
export interface AccountTerms {
	/** What an account owes, from the documents that bind its owner and its earlier acceptances. */
	owed(uid: number, accepted: readonly AccountAcceptance[], language: string): Promise<OwedByAccount[]>;
	/**
	 * Records the owner's own acceptance if they owe it, and a ledger record that they accepted for the account.
	 * Refused like any acceptance: unknown, superseded or upcoming versions, texts not read long enough.
	 */
	accept(uid: number, version: string, language: string, account: string): Promise<Outcome<AccountAcceptance>>;
	/** The versions a member had accepted at a moment, each with its time; milliseconds since 1970. */
	acceptedBy(uid: number, at: number): Promise<{ version: string; at: number }[]>;
	/** How readers know a version, by its id: "Forum terms (version 3 of 12 March 2026)". */
	nameOf(version: string): Promise<Phrase>;
}
