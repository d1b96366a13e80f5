import type { Cache, Database } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/read-through';
import { firstOf, sortedSet } from '../../platform/paged-index';
import { json, number, storedRow } from '../../platform/stored-row';
import { profileSchema, type ChecklistProfile, type ProfileContent } from './item';
import { placeMapSchema, profileIdIn, type Asked, type PlaceMap } from './place-map';

const keys = {
	/** Sorted set: profile ids. */
	profiles: 'forum-terms:checklists',
	/** Hash: number of the newest version of a profile, and its content (JSON). */
	profile: (id: string) => `forum-terms:checklist:${id}`,
	/** Hash: content of one version; written once. */
	version: (id: string, version: number) => `forum-terms:checklist:${id}:${version}`,
	/** Hash: the map of places (JSON). */
	places: 'forum-terms:checklist-places',
} as const;

/** Profiles in all their versions, and where they are asked; what is asked now comes from one read that is kept. */
export interface ChecklistStore {
	profiles(): Promise<readonly ChecklistProfile[]>;
	/** A profile as it was in one of its versions; null when there never was one. */
	profile(id: string, version: number): Promise<ChecklistProfile | null>;
	places(): Promise<PlaceMap>;
	/** The profile that a category asks, its own or one above it; null when nothing is asked there. */
	profileOf(cid: number | null, asked: Asked): Promise<ChecklistProfile | null>;
	/** Whether anything is asked anywhere: the first look of every door. */
	asksAnything(asked: Asked): Promise<boolean>;
	save(id: string, content: ProfileContent): Promise<ChecklistProfile>;
	/** Takes a profile off the list; its versions stay, because answers rest on them. */
	remove(id: string): Promise<void>;
	savePlaces(places: PlaceMap): Promise<void>;
}

interface Kept { profiles: readonly ChecklistProfile[]; places: PlaceMap }

const nowhere: PlaceMap = { topics: {}, replies: {} };

interface StoredProfile { current: number; content: ProfileContent }
const profileRow = storedRow<StoredProfile>({ current: number, content: json(profileSchema) });
const placesRow = storedRow<{ map: PlaceMap }>({ map: json(placeMapSchema) });

/** A profile that cannot be read asks nothing. */
function profileFrom(id: string, row: StoredProfile | null | undefined): ChecklistProfile {
	return { id, version: row?.current ?? 0, ...row?.content ?? { kind: 'standard' as const, title: {}, items: [] } };
}

export function checklistStore(
	database: Database, cache: Cache, pathOf: (cid: number) => Promise<readonly number[]>,
): ChecklistStore {
	const [rows, placeRows] = [profileRow.in(database), placesRow.in(database)];
	const kept = readThrough<Kept>(cache, async () => {
		const ids = await firstOf(sortedSet(database, keys.profiles), 200);
		const [stored, places] = await Promise.all([rows.getAll(ids.map(keys.profile)), placeRows.get(keys.places)]);
		return { profiles: ids.map((id, index) => profileFrom(id, stored[index])), places: places?.map ?? nowhere };
	});
	const all = () => kept.get('all');
	const asks = (places: PlaceMap, asked: Asked) => Object.keys(places[asked]).length > 0;

	return {
		profiles: async () => (await all()).profiles,
		async profile(id, version) {
			const current = (await all()).profiles.find(profile => profile.id === id);
			if (current?.version === version) {
				return current;
			}
			const row = await rows.get(keys.version(id, version));
			return row && profileFrom(id, { ...row, current: version });
		},
		places: async () => (await all()).places,
		asksAnything: async asked => asks((await all()).places, asked),
		async profileOf(cid, asked) {
			const { profiles, places } = await all();
			if (cid === null || !asks(places, asked)) {
				return null;
			}
			const wanted = profileIdIn(places, asked, await pathOf(cid));
			const found = profiles.find(({ id }) => id === wanted);
			return found && found.items.length > 0 ? found : null;
		},
		async save(id, content) {
			const version = await database.incrObjectField(keys.profile(id), 'version');
			// The version's own row first: an answer must never rest on a version that nobody can look up.
			await rows.set(keys.version(id, version), { content });
			await rows.set(keys.profile(id), { current: version, content });
			await database.sortedSetAdd(keys.profiles, 1, id);
			kept.forget('all');
			return { id, version, ...content };
		},
		async remove(id) {
			await database.sortedSetRemove(keys.profiles, id);
			kept.forget('all');
		},
		async savePlaces(places) {
			await placeRows.set(keys.places, { map: places });
			kept.forget('all');
		},
	};
}
