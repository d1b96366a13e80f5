import * as v from 'valibot';
import type { Database } from '../kernel/ports';
import { sortedSet, walk } from '../platform/paged-index';
import { json, number, oneOf, storedRow, text } from '../platform/stored-row';
import { shares } from './selection';
import type { Visit } from './visit-rules';

const keys = {
	/** Hash: one visit; lives for a day or so. */
	visit: (id: string) => `forum-terms:checklist-visit:${id}`,
	/** Sorted set: visits that are not counted yet, by time. */
	open: 'forum-terms:checklist-visits',
	/** Sorted set: the same of one member. */
	ofMember: (uid: number) => `forum-terms:checklist-visits-of:${uid}`,
} as const;

export type NewVisit = Omit<Visit, 'answered' | 'itemMs' | 'opened' | 'isPosted'>;
/** The part of a visit that another category changes. */
export type VisitAsking = Pick<Visit, 'cid' | 'profile' | 'version' | 'share' | 'asked' | 'shown'>;

/** Visits until they are counted. */
export interface VisitStore {
	add(visit: NewVisit): Promise<void>;
	/** Null for one that never was or is counted already. */
	read(id: string): Promise<Visit | null>;
	countOf(uid: number): Promise<number>;
	/** Another category, and what of the times still belongs to it. */
	move(id: string, asking: VisitAsking, itemMs: Visit['itemMs']): Promise<void>;
	note(id: string, itemMs: Visit['itemMs'], opened: Visit['opened']): Promise<void>;
	/** True for the first who says so. */
	markPosted(id: string, shown: readonly string[], answered: readonly string[]): Promise<boolean>;
	/** Ids of visits from before a time, oldest first, a batch at a time. */
	olderThan(time: number): AsyncGenerator<string[]>;
	/** True for the first who asks, in all processes and for ever: only he may count the visit. */
	claim(id: string): Promise<boolean>;
	remove(id: string, uid: number): Promise<void>;
	/** Takes a member out of his visits; what they add up to stays. */
	forgetMember(uid: number): Promise<void>;
}

const words = json(v.array(v.string()), []);
const visitRow = storedRow<Omit<Visit, 'id' | 'isPosted'> & { posted: number }>({
	uid: number, cid: number, profile: text, version: number, share: oneOf(shares, 'all'), at: number, asked: words, shown: words,
	answered: words, opened: json(v.array(v.number()), []), itemMs: json(v.record(v.string(), v.number()), {}),
	/** How often somebody said so. */
	posted: number,
});

export function visitStore(database: Database): VisitStore {
	const visits = visitRow.in(database);
	return {
		async add({ id, ...visit }) {
			await visits.set(keys.visit(id), visit);
			await database.sortedSetAdd(keys.open, visit.at, id);
			await database.sortedSetAdd(keys.ofMember(visit.uid), visit.at, id);
		},
		async read(id) {
			const { posted = 0, ...visit } = await visits.get(keys.visit(id)) ?? {};
			// A row of markers alone is what is left when two counted at the same time.
			return 'at' in visit && visit.at > 0 ? { ...visit, id, isPosted: posted > 0 } : null;
		},
		countOf: uid => database.sortedSetCard(keys.ofMember(uid)),
		move: (id, asking, itemMs) => visits.set(keys.visit(id), { ...asking, itemMs }),
		note: (id, itemMs, opened) => visits.set(keys.visit(id), { itemMs, opened }),
		async markPosted(id, shown, answered) {
			if (await database.incrObjectField(keys.visit(id), 'posted') !== 1) {
				return false;
			}
			await visits.set(keys.visit(id), { shown, answered });
			return true;
		},
		olderThan: time => walk(sortedSet(database, keys.open, { max: time }), 200),
		claim: async id => await database.incrObjectField(keys.visit(id), 'claimed') === 1,
		async remove(id, uid) {
			await database.delete(keys.visit(id));
			await database.sortedSetRemove(keys.ofMember(uid), id);
			// Last, so that a visit whose removal was cut short is found again.
			await database.sortedSetRemove(keys.open, id);
		},
		async forgetMember(uid) {
			for await (const ids of walk(sortedSet(database, keys.ofMember(uid)))) {
				await Promise.all(ids.map(id => visits.set(keys.visit(id), { uid: 0 })));
			}
			await database.delete(keys.ofMember(uid));
		},
	};
}
