import type { Database } from '../kernel/ports';
import { textOf } from '../kernel/text';
import type { Share } from './selection';
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
	/** Ids of visits from before a time, oldest first. */
	olderThan(time: number, count: number): Promise<string[]>;
	/** True for the first who asks, in all processes and for ever: only he may count the visit. */
	claim(id: string): Promise<boolean>;
	remove(id: string, uid: number): Promise<void>;
	/** Takes a member out of his visits; what they add up to stays. */
	forgetMember(uid: number): Promise<void>;
}

const listIn = (json: unknown) => JSON.parse(textOf(json) || '[]') as unknown[];

function visitFrom(id: string, row: Record<string, unknown>): Visit {
	const number = (name: string) => Number(row[name] ?? 0);
	return {
		id, uid: number('uid'), cid: number('cid'), profile: textOf(row.profile), version: number('version'),
		share: textOf(row.share) as Share, at: number('at'), asked: listIn(row.asked).map(textOf),
		shown: listIn(row.shown).map(textOf), answered: listIn(row.answered).map(textOf),
		opened: listIn(row.opened).map(Number), itemMs: JSON.parse(textOf(row.itemMs) || '{}') as Visit['itemMs'],
		isPosted: number('posted') > 0,
	};
}

export function visitStore(database: Database): VisitStore {
	return {
		async add({ id, uid, at, asked, shown, ...rest }) {
			await database.setObject(keys.visit(id), {
				...rest, uid, at, asked: JSON.stringify(asked), shown: JSON.stringify(shown),
			});
			await database.sortedSetAdd(keys.open, at, id);
			await database.sortedSetAdd(keys.ofMember(uid), at, id);
		},
		async read(id) {
			const row = await database.getObject(keys.visit(id));
			// A row of markers alone is what is left when two counted at the same time.
			return row && Number(row.at) > 0 ? visitFrom(id, row) : null;
		},
		countOf: uid => database.sortedSetCard(keys.ofMember(uid)),
		async move(id, { asked, shown, ...rest }, itemMs) {
			await database.setObject(keys.visit(id), {
				...rest, asked: JSON.stringify(asked), shown: JSON.stringify(shown), itemMs: JSON.stringify(itemMs),
			});
		},
		async note(id, itemMs, opened) {
			const noted = { itemMs: JSON.stringify(itemMs), opened: JSON.stringify(opened) };
			await database.setObject(keys.visit(id), noted);
		},
		async markPosted(id, shown, answered) {
			if (await database.incrObjectField(keys.visit(id), 'posted') !== 1) {
				return false;
			}
			const seen = { shown: JSON.stringify(shown), answered: JSON.stringify(answered) };
			await database.setObject(keys.visit(id), seen);
			return true;
		},
		olderThan: (time, count) => database.getSortedSetRangeByScore(keys.open, count, 0, time),
		claim: async id => await database.incrObjectField(keys.visit(id), 'claimed') === 1,
		async remove(id, uid) {
			await database.delete(keys.visit(id));
			await database.sortedSetRemove(keys.ofMember(uid), id);
			// Last, so that a visit whose removal was cut short is found again.
			await database.sortedSetRemove(keys.open, id);
		},
		async forgetMember(uid) {
			const ids = await database.getSortedSetRangeByScore(keys.ofMember(uid), 1000, 0, Number.MAX_SAFE_INTEGER);
			for (const id of ids) {
				await database.setObject(keys.visit(id), { uid: 0 });
			}
			await database.delete(keys.ofMember(uid));
		},
	};
}
