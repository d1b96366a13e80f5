import type { Outcome } from '../outcome';

/**
 * The statement about an end of access, for whoever may have all data of the member with it: by a link that the forum
 * signed for this, or by its number and logged in as the member.
 */
export type OwnStatementLookup = (reader: {
	code: string; uid: number;
}) => Promise<Outcome<{ uid: number; restriction: object }>>;
