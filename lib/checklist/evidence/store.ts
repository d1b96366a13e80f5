import type { Host } from '../../kernel/host/ports';
import { after, type Soon } from '../../kernel/host/soon';
import { firstOf, pageOf, sortedSet, walk, type Index } from '../../platform/paged-index';
import { evidenceRow, type Evidence, type EvidenceAnswer } from './evidence';
import { evidenceIndexes, facetsIn, indexKeys } from './indexes';
import { evidenceNumbers } from './numbers';

const keys = {
	record: (id: number) => `forum-terms:evidence:${id}`,
	...indexKeys,
} as const;

export type NewEvidence = Omit<Evidence, 'id' | 'at'>;

/** A record that has its number while it is being written. */
export interface Begun { record: Evidence; stored: Promise<void> }

/** Records of checks; every index can be rebuilt from them. */
export interface EvidenceStore {
	/** Its number is due before it is written, so that every record can be found for erasure. */
	append(evidence: NewEvidence): Promise<Evidence>;
	/** The same for a caller that does other things meanwhile, and waits for `stored` itself. */
	begin(evidence: NewEvidence): Soon<Begun>;
	read(ids: readonly number[]): Promise<(Evidence | null)[]>;
	last(): Promise<number>;
	ofTopic(tid: number): Promise<Evidence[]>;
	/** The latest `count`, newest first. */
	ofMember(uid: number, count: number): Promise<Evidence[]>;
	/** All of them, newest first, in batches. */
	allOfMember(uid: number): AsyncGenerator<Evidence[]>;
	/** Records with this answer, newest first. */
	withAnswer(item: string, value: string): Index;
	valuesOf(item: string, count: number): Promise<string[]>;
	/** Topics with open items, oldest first. */
	owedTopics(): Index;
	/** Indexes the latest records; readers of an index do so themselves. */
	settle(): Promise<void>;
	/** Whom `settle` tells of the latest record of a topic that has a new one since it was posted. Call once. */
	tells(listener: (latest: Evidence) => Promise<void>): void;
	/** A topic was deleted, or owes nothing after all. */
	settleTopic(tid: number): Promise<void>;
	/**
	 * Removes the author from their records: the uid, every staff-only answer with its index entries, and staff's notes
	 * about them. The public part stays with the topic. Safe to repeat and to interrupt.
	 */
	forgetMember(uid: number): Promise<void>;
	/** Removes the reason of a waiver from the records that name it, of this topic or this member. Safe to repeat. */
	dropReason(decision: number, of: { tid: number } | { uid: number }): Promise<void>;
}

export function evidenceStore(
	{ database, clock, leases }: Pick<Host, 'database' | 'clock' | 'leases'>,
): EvidenceStore {
	const records = evidenceRow.in(database);
	const read = (ids: readonly number[]) => records.getAll(ids.map(keys.record));
	const found = (ids: readonly string[]) => records.found(ids.map(id => keys.record(Number(id))));

	let listener: (latest: Evidence) => Promise<void> = async () => undefined;
	const { expect, settle, whole } = evidenceIndexes({
		database, clock, leases, read, changed: latest => listener(latest),
	});
	const numbers = evidenceNumbers({ database, clock, expect });
	const newestOf = (key: string) => whole(sortedSet(database, key, { order: 'newest' }));
	async function* allOfMember(uid: number): AsyncGenerator<Evidence[]> {
		for await (const ids of walk(newestOf(keys.member(uid)), 200)) {
			yield found(ids);
		}
	}

	/** Staff-only answers: nobody may find the record by them any more. */
	async function hide(id: number, hidden: readonly EvidenceAnswer[]): Promise<void> {
		for (const { item, value } of facetsIn(hidden)) {
			await database.sortedSetRemove(keys.facet(item, value), String(id));
			if (await database.sortedSetCard(keys.facet(item, value)) === 0) {
				await database.sortedSetRemove(keys.values(item), value);
			}
		}
	}
	async function forget(uid: number, { id, answers, waived, by }: Evidence): Promise<void> {
		// Indexes before the record, because the record says which indexes exist.
		await hide(id, answers.filter(({ readers }) => readers === 'staff'));
		await records.set(keys.record(id), {
			uid: 0, by: by === uid ? 0 : by, answers: answers.filter(({ readers }) => readers === 'everyone'),
			waived: waived.map(waiver => ({ ...waiver, reason: '' })),
		});
	}

	async function dropReasons(some: readonly Evidence[], decision: number): Promise<void> {
		for (const { id, waived } of some.filter(one => one.waived.some(waiver => waiver.decision === decision))) {
			await records.set(keys.record(id), {
				waived: waived.map(waiver => (waiver.decision === decision ? { ...waiver, reason: '' } : waiver)),
			});
		}
	}

	// A topic's records are read in the order of their numbers; before its first one there is none.
	const begin = (evidence: NewEvidence) => after(evidence.cause === 'topic' ? numbers.any() : numbers.next(), (id): Begun => {
		const record: Evidence = { ...evidence, id, at: clock.now() };
		return { record, stored: records.set(keys.record(id), record) };
	});

	return {
		read,
		begin,
		async append(evidence) {
			const { record, stored } = await begin(evidence);
			await stored;
			return record;
		},
		last: numbers.last,
		ofTopic: async tid => found(await firstOf(whole(sortedSet(database, keys.topic(tid))), 500)),
		ofMember: async (uid, count) =>
			(await pageOf(newestOf(keys.member(uid)), null, { count }, ids => read(ids.map(Number)))).rows,
		allOfMember,
		withAnswer: (item, value) => newestOf(keys.facet(item, value)),
		valuesOf: (item, count) => firstOf(newestOf(keys.values(item)), count),
		owedTopics: () => whole(sortedSet(database, keys.owed)),
		settle,
		tells(other) {
			listener = other;
		},
		async settleTopic(tid) {
			await settle();
			await database.sortedSetRemove(keys.owed, String(tid));
		},
		async forgetMember(uid) {
			for await (const ids of walk(newestOf(keys.member(uid)), 200)) {
				const some = await read(ids.map(Number));
				for (const [index, evidence] of some.entries()) {
					// An unreadable record may contain anything about them.
					await (evidence ? forget(uid, evidence) : database.delete(keys.record(Number(ids[index]))));
				}
			}
			await database.delete(keys.member(uid));
		},
		async dropReason(decision, of) {
			const index = 'tid' in of ? keys.topic(of.tid) : keys.member(of.uid);
			for await (const ids of walk(newestOf(index), 200)) {
				await dropReasons(await found(ids), decision);
			}
		},
	};
}
