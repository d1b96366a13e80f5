import type { Outcome } from '../refusals/outcome';

/**
 * The statement of a restriction, for a reader who may have all data of the member: by a signed link, or by number when
 * logged in as the member.
 */
export type OwnStatementLookup = (reader: {
	code: string; uid: number; language: string;
}) => Promise<Outcome<{ uid: number; restriction: object }>>;
