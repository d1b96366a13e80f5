import * as v from 'valibot';
import type { WritingPlace } from '../../kernel/offers/owed';
import type { Clock } from '../../kernel/host/ports';
import { after, type Soon } from '../../kernel/host/soon';
import { json } from '../../platform/stored-row';
import type { Audience } from '../acceptance/audience';
import { versionsInForce } from '../documents/position';

/** The terms and licence a post was made under (clauses 2 and 4.5). */
export interface Stamp {
	/** Ids of the versions that bind this author at this place, separated by a comma and a space. */
	version: string;
	/** The version that contains the licence of clause 4.5. */
	licence: string;
}

/** The stamp of an edit, with time and editor; uid 0 for a remote editor. */
export const editField = json(v.object({
	at: v.number(), uid: v.number(), version: v.string(), licence: v.string(),
}));

/** The current stamp; null before the first publication. */
export function stamps({ audience, clock, cidOf }: {
	audience: Audience; clock: Clock;
	cidOf: (place: WritingPlace) => Soon<number | null>;
}) {
	const bindingAt = (uid: number, place: WritingPlace) => after(cidOf(place), cid => audience.documentsFor(uid, cid));
	return (uid: number, place: WritingPlace): Soon<Stamp | null> => after(audience.reachedBy(uid), (reached) => {
		// The first document that is in force for the author holds the licence; documents are in the forum's order.
		const [licence] = versionsInForce(reached, clock.now());
		return licence ? after(bindingAt(uid, place), (binding): Stamp => ({
			version: versionsInForce(binding, clock.now()).map(({ id }) => id).join(', '), licence: licence.id,
		})) : null;
	});
}
