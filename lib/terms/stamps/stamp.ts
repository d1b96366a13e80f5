import * as v from 'valibot';
import type { WritingPlace } from '../../kernel/offers/owed';
import type { Clock } from '../../kernel/host/ports';
import { atOnce, now, type Soon } from '../../kernel/host/soon';
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
	cidOf: (place: WritingPlace) => Soon<number | null>;
}) {
	/** The first document that is in force for the author holds the licence; documents are in the forum's order. */
	const licenceOf = atOnce(function* (uid: number) {
		for (const document of yield* now(catalogue.documents())) {
			const licence = versionInForce((yield* now(audience.reached(document, uid))).versions, clock.now());
			if (licence) {
				return licence.id;
			}
		}
		return null;
	});

	return atOnce(function* (uid: number, place: WritingPlace) {
		const licence = yield* now(licenceOf(uid));
		if (licence === null) {
			return null;
		}
		const binding = yield* now(acceptance.documentsFor(uid, yield* now(cidOf(place))));
		const inForce = binding.flatMap(({ versions }) => versionInForce(versions, clock.now()) ?? []);
		return { version: inForce.map(({ id }) => id).join(', '), licence };
	});
}
