import type { ChecklistPlaces } from '../../kernel/offers/checklist-places';
import { nothingHere } from './place-map';
import type { ChecklistStore } from './store';

/** Lets other rooms choose which profile a category asks (clauses 3 and 5). */
export function checklistPlaces({ store }: { store: ChecklistStore }): ChecklistPlaces {
	return {
		chosen: () => store.places(),
		async choose(choices) {
			const places = await store.places();
			const changed = { ...places, topics: { ...places.topics }, replies: { ...places.replies } };
			for (const { cid, asked, profile } of choices) {
				if (profile === '') {
					delete changed[asked][String(cid)];
				} else {
					changed[asked][String(cid)] = profile;
				}
			}
			await store.savePlaces(changed);
		},
		profiles: async () => [nothingHere, ...(await store.profiles()).map(({ id }) => id)],
	};
}
