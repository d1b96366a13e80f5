import type { Topics } from '../../kernel/host/content';
import type { Cache, Clock, Database, Places } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/host/read-through';
import { allOf, firstOf, sortedSet } from '../../platform/paged-index';
import type { CategoryMaps } from './category-map';
import type { CategorySettings } from './settings';
import { atOnce, now, type Soon } from '../../kernel/host/soon';

/** Sorted set per category: topics that staff moved away, by time. Their current place is read from the topics. */
const movedFrom = (cid: number) => `forum-terms:moved-from:${cid}`;

const dayMs = 86_400_000;
const mostKept = 500;
const mostShown = 10;

/** Where a topic of this category went (clause 4). */
export interface Pointer { tid: number; title: string; slug: string; cid: number; category: string }

interface Parts {
	database: Pick<Database, 'sortedSetAdd' | 'sortedSetRemove' | 'sortedSetPage'>;
	cache: Cache;
	topics: Topics;
	places: Pick<Places, 'allowedIn'>;
	maps: CategoryMaps;
	settings: () => Soon<CategorySettings>;
	clock: Clock;
}

/** A pointer stores only the topic's id: title, place and permission are read from the topic each time. */
export interface Pointers {
	/** A topic was moved. An author who moves their own topic needs no pointer. */
	moved(move: { tid: string; fromCid: number; by: number }): Promise<void>;
	/** The pointers that a reader of the old category may see, newest first. */
	of(cid: number, uid: number): Soon<Pointer[]>;
	/** The topic's current category, if its author may know it; otherwise null. */
	placeFor(tid: string): Promise<string | null>;
	/** Deletes expired pointers. */
	sweep(): Promise<void>;
}

export function pointers({ database, cache, topics, places, maps, settings, clock }: Parts): Pointers {
	const since = async () => clock.now() - ((await settings()).categoryPointerDays * dayMs);
	const kept = readThrough<{ tids: number[] }>(cache, async (cid) => {
		const key = movedFrom(Number(cid));
		const index = sortedSet(database, key, { order: 'newest', min: await since(), max: clock.now() });
		return { tids: (await firstOf(index, mostKept)).map(Number) };
	});

	async function shown(tids: readonly number[], cid: number, uid: number): Promise<Pointer[]> {
		const readable = new Set(await topics.readable(tids, uid));
		const found = (await topics.readMany(tids.filter(tid => readable.has(tid)), ''))
			.flatMap(topic => (topic && topic.cid !== cid ? [topic] : [])).slice(0, mostShown);
		const { byCid } = await maps.read();
		return found.map(topic => ({
			tid: topic.tid, title: topic.title, slug: topic.slug, cid: topic.cid,
			category: byCid.get(topic.cid)?.name ?? '',
		}));
	}

	return {
		async moved({ tid, fromCid, by }) {
			const topic = fromCid > 0 ? await topics.read(tid, '') : null;
			if (!topic) {
				return;
			}
			// Moved back: its pointer is no longer needed.
			await database.sortedSetRemove(movedFrom(topic.cid), tid);
			kept.forget(String(topic.cid));
			if (by > 0 && by !== topic.uid && topic.cid !== fromCid && (await settings()).categoryPointerDays > 0) {
				await database.sortedSetAdd(movedFrom(fromCid), clock.now(), tid);
				kept.forget(String(fromCid));
			}
		},
		of: atOnce(function* (cid, uid) {
			const { tids } = yield* now(kept.get(String(cid)));
			// Most categories have no pointers and need no further read.
			return tids.length === 0 || (yield* now(settings())).categoryPointerDays === 0 ? [] :
				yield* now(shown(tids, cid, uid));
		}),
		async placeFor(tid) {
			const topic = await topics.read(tid, '');
			const name = topic && (await maps.read()).byCid.get(topic.cid)?.name;
			const isOpen = topic && name && (await places.allowedIn(['read', 'topics:read'], [topic.cid], topic.uid)).length > 0;
			return isOpen ? name : null;
		},
		async sweep() {
			const until = await since();
			for (const { cid } of (await maps.read()).categories) {
				for (const tid of await allOf(sortedSet(database, movedFrom(cid), { max: until }))) {
					await database.sortedSetRemove(movedFrom(cid), tid);
				}
			}
		},
	};
}
