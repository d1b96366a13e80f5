import * as v from 'valibot';
import type { Cache, Database } from '../kernel/ports';
import { readThrough } from '../kernel/read-through';
import { textOf } from '../kernel/text';
import { itemsSchema, type ChecklistItem, type ChecklistProfile } from './item';

const keys = {
	/** Sorted set: profile ids. */
	profiles: 'forum-terms:checklists',
	/** Hash: version and items (JSON) of a profile. */
	profile: (id: string) => `forum-terms:checklist:${id}`,
	/** Hash: latest version, and the profile of each category as `cid:<n>`. */
	places: 'forum-terms:checklist-places',
} as const;

/** Which categories ask which profile, and the latest version of the phone system as the administrator set it. */
export interface ChecklistPlaces { latest: string; places: Record<string, string> }

/** Profiles, where they are asked, and everything of it in one read that is kept. */
export interface ChecklistStore {
	profiles(): Promise<readonly ChecklistProfile[]>;
	places(): Promise<ChecklistPlaces>;
	/** The profile of a category; null when nothing is asked there. */
	profileOf(cid: number | null): Promise<ChecklistProfile | null>;
	save(id: string, items: readonly ChecklistItem[]): Promise<ChecklistProfile>;
	savePlaces(places: ChecklistPlaces): Promise<void>;
}

interface Shelf { profiles: readonly ChecklistProfile[]; places: ChecklistPlaces }

function itemsFrom(json: unknown): readonly ChecklistItem[] {
	const decoded = v.safeParse(itemsSchema, JSON.parse(textOf(json) || '[]'));
	return decoded.success ? decoded.output : [];
}

export function checklistStore(database: Database, cache: Cache): ChecklistStore {
	const shelf = readThrough<Shelf>(cache, async () => {
		const ids = await database.getSortedSetRangeByScore(keys.profiles, 200, 0, 1e9);
		const [rows, placesRow] = await Promise.all([
			database.getObjects(ids.map(id => keys.profile(id))), database.getObject(keys.places),
		]);
		const places = Object.entries(placesRow ?? {}).filter(([field]) => field.startsWith('cid:'))
			.map(([field, profile]) => [field.slice(4), textOf(profile)] as const);
		return {
			profiles: ids.map((id, index) => ({
				id, version: Number(rows[index]?.version ?? 0), items: itemsFrom(rows[index]?.items),
			})),
			places: { latest: textOf(placesRow?.latest), places: Object.fromEntries(places) },
		};
	});
	const all = () => shelf.get('all');

	return {
		profiles: async () => (await all()).profiles,
		places: async () => (await all()).places,
		async profileOf(cid) {
			const { profiles, places } = await all();
			const wanted = cid === null ? undefined : places.places[String(cid)];
			const found = profiles.find(({ id }) => id === wanted);
			return found && found.items.length > 0 ? found : null;
		},
		async save(id, items) {
			const version = await database.incrObjectField(keys.profile(id), 'version');
			await database.setObject(keys.profile(id), { items: JSON.stringify(items) });
			await database.sortedSetAdd(keys.profiles, 1, id);
			shelf.forget('all');
			return { id, version, items };
		},
		async savePlaces({ latest, places }) {
			await database.delete(keys.places);
			await database.setObject(keys.places, {
				latest, ...Object.fromEntries(Object.entries(places).map(([cid, id]) => [`cid:${cid}`, id])),
			});
			shelf.forget('all');
		},
	};
}
