import * as v from 'valibot';
import type { Database } from '../../kernel/host/ports';
import { sortedSet, walk } from '../../platform/paged-index';
import { json, number, oneOf, storedRow, text } from '../../platform/stored-row';
import { shares } from '../asking/selection';
import type { Visit } from './visit-rules';

const keys = {
	/** Hash: one visit; kept for about a day. */
	visit: (id: string) => `forum-terms:checklist-visit:${id}`,
	/** Sorted set: uncounted visits by time. */
	open: 'forum-terms:checklist-visits',
	/** Sorted set: the same for one member. */
	ofMember: (uid: number) => `forum-terms:checklist-visits-of:${uid}`,
} as const;

export type NewVisit = Omit<Visit, 'answered' | 'opened' | 'isPosted'>;
/** What a visit is about: the checklist of a place. */
export type VisitAsking = Pick<Visit, 'cid' | 'profile' | 'version' | 'share' | 'shown'>;

/** Visits, until they are counted. */
export interface VisitStore {
	add(visit: NewVisit): Promise<void>;
	/** Null if it does not exist or is already counted. */
	read(id: string): Promise<Visit | null>;
	countOf(uid: number): Promise<number>;
	note(id: string, opened: Visit['opened']): Promise<void>;
	/** The place and answers of its topic; only the first call counts. */
	markPosted(id: string, asking: VisitAsking, answered: readonly string[]): Promise<void>;
	/** Ids of visits before a time, oldest first, in batches. */
	olderThan(time: number): AsyncGenerator<string[]>;
	/** True for the first caller only, in all processes: it may count the visit. */
	claim(id: string): Promise<boolean>;
	remove(id: string, uid: number): Promise<void>;
	/** Removes a member from their visits; the counters stay. */
	forgetMember(uid: number): Promise<void>;
}

const words = json(v.array(v.string()), []);
const visitRow = storedRow<Omit<Visit, 'id' | 'isPosted'> & { posted: number }>({
	uid: number, cid: number, profile: text, version: number, share: oneOf(shares, 'all'), at: number, shown: words,
	answered: words, opened: json(v.array(v.number()), []),
	/** How often it was marked as posted. */
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
			// A row with markers only is left over when two processes counted at once.
			return 'at' in visit && visit.at > 0 ? { ...visit, id, isPosted: posted > 0 } : null;
		},
		countOf: uid => database.sortedSetCard(keys.ofMember(uid)),
		note: (id, opened) => visits.set(keys.visit(id), { opened }),
		async markPosted(id, asking, answered) {
			if (await database.incrObjectField(keys.visit(id), 'posted') === 1) {
				await visits.set(keys.visit(id), { ...asking, answered });
			}
		},
		olderThan: time => walk(sortedSet(database, keys.open, { max: time }), 200),
		claim: async id => await database.incrObjectField(keys.visit(id), 'claimed') === 1,
		async remove(id, uid) {
			await database.delete(keys.visit(id));
			await database.sortedSetRemove(keys.ofMember(uid), id);
			// Last, so that an interrupted removal is found again.
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
