import type { Leases } from '../../kernel/host/lease';
import type { Clock, Database } from '../../kernel/host/ports';
import { firstOf, sortedSet, walk, type Index } from '../../platform/paged-index';
import { facetsOf, type Evidence, type EvidenceAnswer } from './evidence';

/** Indexes of records; each contains record ids by the time of the record unless noted. */
export const indexKeys = {
	/** By id: numbers of one topic go up, those of several processes are given out in advance. */
	topic: (tid: number) => `forum-terms:evidence-of-topic:${tid}`,
	member: (uid: number) => `forum-terms:evidence-of-member:${uid}`,
	facet: (item: string, value: string) => `forum-terms:evidence-of-answer:${item}:${value}`,
	/** The values answered to an item, by the latest record. */
	values: (item: string) => `forum-terms:evidence-values:${item}`,
	/** Topics with open items, by the time of the record that says so. */
	owed: 'forum-terms:checklist-owed',
	/** Records that are not indexed yet, by the time their numbers were given out. */
	due: 'forum-terms:evidence-due',
} as const;

const batch = 200;
/** After this time a missing record will never be written: its process died, or did not need the number. */
const deadMs = 600_000;

/** The search values of answers. */
export const facetsIn = (answers: readonly EvidenceAnswer[]) =>
	answers.flatMap(answer => facetsOf(answer).map(value => ({ item: answer.key, value })));

type Row = readonly [key: string, score: number, value: string];

function rowsOf({ id, at, tid, uid, answers }: Evidence): Row[] {
	return [
		[indexKeys.topic(tid), id, String(id)],
		...uid > 0 ? [[indexKeys.member(uid), at, String(id)] as const] : [],
		...facetsIn(answers).flatMap(({ item, value }): Row[] => [
			[indexKeys.facet(item, value), at, String(id)], [indexKeys.values(item), at, value],
		]),
	];
}

interface Parts {
	database: Database;
	clock: Clock;
	leases: Leases;
	read(ids: readonly number[]): Promise<(Evidence | null)[]>;
	/** Is told of the latest record of each topic that has a new one since it was posted. */
	changed(latest: Evidence): Promise<void>;
}

/**
 * Records are indexed after the response: a line says what is due, and a post does not wait for twenty indexes. Readers
 * of an index first complete what is due, so that nobody sees an outdated one.
 */
export interface EvidenceIndexes {
	/** Before the records are written: after a crash a line may name a missing record, but every record has a line. */
	expect(ids: readonly number[]): Promise<void>;
	/** Indexes what is due; safe to repeat and to interrupt. */
	settle(): Promise<void>;
	/** An index that is always complete when read. */
	whole(index: Index): Index;
}

export function evidenceIndexes({ database, clock, leases, read, changed }: Parts): EvidenceIndexes {
	/** A topic's latest record says what it owes; its replies do not count. */
	async function settleOwed(tid: number): Promise<void> {
		for await (const ids of walk(sortedSet(database, indexKeys.topic(tid), { order: 'newest' }), batch)) {
			const last = (await read(ids.map(Number))).find(record => record?.pid === '');
			if (last) {
				await (last.owed.length > 0 ? database.sortedSetAdd(indexKeys.owed, last.at, String(tid)) :
					database.sortedSetRemove(indexKeys.owed, String(tid)));
				await (last.cause === 'topic' ? undefined : changed(last));
				return;
			}
		}
	}

	async function settleSome(due: readonly string[]): Promise<void> {
		const records = await read(due.map(Number));
		const there = records.filter(record => record !== null);
		await database.sortedSetAddBulk(there.flatMap(rowsOf));
		// A new topic without open items was never on the list.
		const owing = there.filter(({ pid, owed, cause }) => pid === '' && (owed.length > 0 || cause !== 'topic'));
		for (const tid of new Set(owing.map(record => record.tid))) {
			await settleOwed(tid);
		}
		const begun = await database.sortedSetScores(indexKeys.due, due);
		const isOver = (at: number | null | undefined) => (at ?? 0) < clock.now() - deadMs;
		await database.sortedSetRemove(indexKeys.due,
			due.filter((_id, index) => records[index] || isOver(begun[index])));
	}

	async function settle(): Promise<void> {
		const [isDue] = await firstOf(sortedSet(database, indexKeys.due), 1);
		await (isDue === undefined ? undefined : leases.withLease('round:evidence', async () => {
			for await (const due of walk(sortedSet(database, indexKeys.due), batch)) {
				await settleSome(due);
			}
		}, () => undefined));
	}

	return {
		expect: ids => database.sortedSetAddBulk(ids.map(id => [indexKeys.due, clock.now(), String(id)])),
		settle,
		whole: index => ({
			...index,
			async read(from, count) {
				await settle();
				return index.read(from, count);
			},
		}),
	};
}
