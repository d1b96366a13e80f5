import * as v from 'valibot';
import type { WritingPlace } from '../../kernel/offers/owed';
import type { Clock } from '../../kernel/host/ports';
import { json } from '../../platform/stored-row';
import type { Acceptance } from '../acceptance/acceptance';
import type { Audience } from '../acceptance/audience';
import type { Catalogue } from '../documents/catalogue';
import { versionInForce } from '../documents/rules';

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
export function stamps({ audience, catalogue, clock, acceptance, cidOf }: {
	audience: Audience; catalogue: Catalogue; clock: Clock; acceptance: Acceptance;
	cidOf: (place: WritingPlace) => Promise<number | null>;
}) {
	return async (uid: number, place: WritingPlace): Promise<Stamp | null> => {
		const [all, binding] = await Promise.all([
			catalogue.documents().then(documents => Promise.all(documents.map(one => audience.reached(one, uid)))),
			cidOf(place).then(cid => acceptance.documentsFor(uid, cid)),
		]);
		const inForce = binding.flatMap(({ versions }) => versionInForce(versions, clock.now()) ?? []);
		// The first document holds the licence; documents are in the forum's order.
		const licences = all.map(({ versions }) => versionInForce(versions, clock.now()));
		const licence = licences.find(version => version !== null);
		return licence ? { version: inForce.map(({ id }) => id).join(', '), licence: licence.id } : null;
	};
}
