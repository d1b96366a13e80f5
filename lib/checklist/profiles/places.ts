import { without } from 'lodash';
import type { ChecklistChoice, ChecklistPlaces } from '../../kernel/offers/checklist-places';
import { nothingHere, type PlaceMap } from './place-map';
import type { ChecklistStore } from './store';

/** A map with another choice for one category; a choice that is gone or asks nothing cannot only record. */
function withChoice(map: PlaceMap, { cid, asked, profile, recordOnly }: ChecklistChoice): PlaceMap {
	const { [String(cid)]: _before, ...others } = map[asked];
	const recording = map.recordOnly[asked];
	const records = profile !== '' && profile !== nothingHere && (recordOnly ?? recording.includes(cid));
	return {
		...map, [asked]: profile === '' ? others : { ...others, [String(cid)]: profile },
		recordOnly: { ...map.recordOnly, [asked]: [...without(recording, cid), ...records ? [cid] : []] },
	};
}

/** Lets other rooms choose which profile a category asks (clauses 3 and 5). */
export function checklistPlaces({ store }: { store: ChecklistStore }): ChecklistPlaces {
	return {
		chosen: async () => store.places(),
		choose: async choices => store.savePlaces(choices.reduce(withChoice, await store.places())),
		profiles: async () => [nothingHere, ...(await store.profiles()).map(({ id }) => id)],
	};
}
