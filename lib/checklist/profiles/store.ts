import type { Cache, Database } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/host/read-through';
import { after, type Soon } from '../../kernel/host/soon';
import { firstOf, sortedSet } from '../../platform/paged-index';
import { json, number, storedRow } from '../../platform/stored-row';
import { profileSchema, type ChecklistProfile, type ProfileContent } from './item';
import { placedIn, placeMapSchema, type Asked, type PlaceMap } from './place-map';

const keys = {
	/** Sorted set: profile ids. */
	profiles: 'forum-terms:checklists',
	/** Hash: number and content (JSON) of a profile's latest version. */
	profile: (id: string) => `forum-terms:checklist:${id}`,
	/** Hash: content of one version; written once. */
	version: (id: string, version: number) => `forum-terms:checklist:${id}:${version}`,
	/** Hash: the map of places (JSON). */
	places: 'forum-terms:checklist-places',
} as const;

/** Profiles with all versions, and where they are asked; the current state is one cached read. */
export interface ChecklistStore {
	profiles(): Soon<readonly ChecklistProfile[]>;
	/** One version of a profile; null if it never existed. */
	profile(id: string, version: number): Soon<ChecklistProfile | null>;
	places(): Soon<PlaceMap>;
	/** The profile of a category, its own or inherited; null if nothing is asked. */
	profileOf(cid: number | null, asked: Asked): Soon<ChecklistProfile | null>;
	/** Whether new topics there are security reports; then nothing stops a post there. */
	takesReports(cid: number | null): Soon<boolean>;
	/** Whether missing answers stop a post there, or are only recorded. */
	stopsAt(cid: number | null, asked: Asked): Soon<boolean>;
	/** Whether anything is asked anywhere; checked first at every door. */
	asksAnything(asked: Asked): Soon<boolean>;
	save(id: string, content: ProfileContent): Promise<ChecklistProfile>;
	/** Removes a profile from the list; its versions stay, because answers refer to them. */
	remove(id: string): Promise<void>;
	savePlaces(places: PlaceMap): Promise<void>;
}

interface Kept { profiles: readonly ChecklistProfile[]; places: PlaceMap; asks: Readonly<Record<Asked, boolean>> }

const nowhere: PlaceMap = { topics: {}, replies: {}, recordOnly: { topics: [], replies: [] } };

interface StoredProfile { current: number; content: ProfileContent }
const profileRow = storedRow<StoredProfile>({ current: number, content: json(profileSchema) });
const placesRow = storedRow<{ map: PlaceMap }>({ map: json(placeMapSchema) });

/** An unreadable profile asks nothing. */
function profileFrom(id: string, row: StoredProfile | null | undefined): ChecklistProfile {
	return { id, version: row?.current ?? 0, ...row?.content ?? { kind: 'standard' as const, title: {}, items: [] } };
}

export function checklistStore(
	database: Database, caches: Record<'current' | 'earlier', Cache>, pathOf: (cid: number) => Soon<readonly number[]>,
): ChecklistStore {
	const [rows, placeRows] = [profileRow.in(database), placesRow.in(database)];
	const kept = readThrough<Kept>(caches.current, async () => {
		const ids = await firstOf(sortedSet(database, keys.profiles), 200);
		const [stored, row] = await Promise.all([rows.getAll(ids.map(keys.profile)), placeRows.get(keys.places)]);
		const places = row?.map ?? nowhere;
		const asks = (asked: Asked) => Object.keys(places[asked]).length > 0;
		return {
			profiles: ids.map((id, index) => profileFrom(id, stored[index])), places,
			asks: { topics: asks('topics'), replies: asks('replies') },
		};
	});
	const all = () => kept.get('all');
	/** Versions that topics refer to; they never change. */
	const earlier = readThrough<{ content: ProfileContent | null }>(caches.earlier, async key =>
		({ content: (await rows.get(key))?.content ?? null }));
	const profileOf = (cid: number | null, asked: Asked) => after(all(), ({ profiles, places, asks }) =>
		(cid === null || !asks[asked] ? null : after(pathOf(cid), (path) => {
			const wanted = placedIn(places, asked, path);
			const found = wanted && profiles.find(({ id }) => id === wanted.profile);
			// Without a question, reports are reports all the same.
			return found && (found.items.length > 0 || found.kind === 'security') ? found : null;
		})));
	const part = <Name extends keyof Kept>(name: Name): Soon<Kept[Name]> => after(all(), known => known[name]);

	return {
		profiles: () => part('profiles'),
		profile: (id, version) => after(part('profiles'), (profiles) => {
			const current = profiles.find(profile => profile.id === id);
			return current?.version === version ? current :
				after(earlier.get(keys.version(id, version)), ({ content }) => content && { id, version, ...content });
		}),
		places: () => part('places'),
		asksAnything: asked => after(all(), ({ asks }) => asks[asked]),
		profileOf,
		takesReports: cid => after(profileOf(cid, 'topics'), profile => profile?.kind === 'security'),
		stopsAt: (cid, asked) => after(part('places'), places =>
			(cid === null || places.recordOnly[asked].length === 0 ? true :
				after(pathOf(cid), path => placedIn(places, asked, path)?.stops !== false))),
		async save(id, content) {
			const version = await database.incrObjectField(keys.profile(id), 'version');
			// The version's own row first: an answer must never refer to a version that cannot be read.
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
