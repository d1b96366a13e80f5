import type { Clock, Database } from '../kernel/ports';
import { firstOf, pageOf, sortedSet, walk, type Index } from '../platform/paged-index';
import { evidenceRow, facetsOf, type Evidence, type EvidenceAnswer } from './evidence';

const keys = {
	/** Hash: number of the last record. */
	counter: 'forum-terms:evidence',
	record: (id: number) => `forum-terms:evidence:${id}`,
	/** Sorted sets, record ids by id. */
	topic: (tid: number) => `forum-terms:evidence-of-topic:${tid}`,
	member: (uid: number) => `forum-terms:evidence-of-member:${uid}`,
	facet: (item: string, value: string) => `forum-terms:evidence-of-answer:${item}:${value}`,
	/** Sorted set: values that an item was answered with, by the last record that did. */
	values: (item: string) => `forum-terms:evidence-values:${item}`,
	/** Sorted set: topics with items that nobody answered, by the record that says so. */
	owed: 'forum-terms:checklist-owed',
} as const;

export type NewEvidence = Omit<Evidence, 'id' | 'at'>;

/** Records of what was checked; every index can be made again from the records. */
export interface EvidenceStore {
	/**
	 * The member's and the topic's index before the record: killed in between, they name a record that is not there,
	 * but no record is ever out of reach of its member's erasure.
	 */
	append(evidence: NewEvidence): Promise<Evidence>;
	read(ids: readonly number[]): Promise<(Evidence | null)[]>;
	last(): Promise<number>;
	ofTopic(tid: number): Promise<Evidence[]>;
	/** The newest `count`, newest first. */
	ofMember(uid: number, count: number): Promise<Evidence[]>;
	/** All of them, newest first, a batch at a time. */
	allOfMember(uid: number): AsyncGenerator<Evidence[]>;
	/** Records in which an item was answered so, by number, newest first. */
	withAnswer(item: string, value: string): Index;
	valuesOf(item: string, count: number): Promise<string[]>;
	/** Topics that owe something by the record that says so, longest first. */
	owedTopics(): Index;
	/** A topic is gone, or owes nothing after all. */
	settleTopic(tid: number): Promise<void>;
	/**
	 * Takes the person out of his records: the uid, every answer that only staff could read and where it could be
	 * found, and what staff wrote about him. The public part stays with the topic. Safe to repeat, and to kill at any
	 * point.
	 */
	forgetMember(uid: number): Promise<void>;
}

export function evidenceStore(database: Database, clock: Clock): EvidenceStore {
	const records = evidenceRow.in(database);
	const read = (ids: readonly number[]) => records.getAll(ids.map(keys.record));
	const found = (ids: readonly string[]) => records.found(ids.map(id => keys.record(Number(id))));

	const newestOf = (key: string) => sortedSet(database, key, { order: 'newest' });
	async function* allOfMember(uid: number): AsyncGenerator<Evidence[]> {
		for await (const ids of walk(newestOf(keys.member(uid)), 200)) {
			yield found(ids);
		}
	}
	const facetsIn = (answers: readonly EvidenceAnswer[]) =>
		answers.flatMap(answer => facetsOf(answer).map(value => ({ item: answer.key, value })));

	async function index({ id, tid, pid, answers, owed, cause }: Evidence): Promise<void> {
		const isOwed = pid === '' && owed.length > 0;
		await database.sortedSetAddBulk([
			...facetsIn(answers).flatMap(({ item, value }) => [
				[keys.facet(item, value), id, String(id)] as const, [keys.values(item), id, value] as const,
			]),
			...isOwed ? [[keys.owed, id, String(tid)] as const] : [],
		]);
		// A new topic was never on the list of open ones.
		if (pid === '' && !isOwed && cause !== 'topic') {
			await database.sortedSetRemove(keys.owed, String(tid));
		}
	}

	/** Only staff could read these: nobody may find the record by them any more. */
	async function hide(id: number, hidden: readonly EvidenceAnswer[]): Promise<void> {
		for (const { item, value } of facetsIn(hidden)) {
			await database.sortedSetRemove(keys.facet(item, value), String(id));
			if (await database.sortedSetCard(keys.facet(item, value)) === 0) {
				await database.sortedSetRemove(keys.values(item), value);
			}
		}
	}
	async function forget(uid: number, { id, answers, waived, by }: Evidence): Promise<void> {
		// The index before the record: the record is what says which index there is.
		await hide(id, answers.filter(({ readers }) => readers === 'staff'));
		await records.set(keys.record(id), {
			uid: 0, by: by === uid ? 0 : by, answers: answers.filter(({ readers }) => readers === 'everyone'),
			waived: waived.map(waiver => ({ ...waiver, reason: '' })),
		});
	}

	return {
		read,
		async append(evidence) {
			const id = await database.incrObjectField(keys.counter, 'lastId');
			const made: Evidence = { ...evidence, id, at: clock.now() };
			await database.sortedSetAddBulk([
				[keys.topic(made.tid), id, String(id)],
				...made.uid > 0 ? [[keys.member(made.uid), id, String(id)] as const] : [],
			]);
			await records.set(keys.record(id), made);
			await index(made);
			return made;
		},
		last: async () => Number((await database.getObject(keys.counter))?.lastId ?? 0),
		ofTopic: async tid => found(await firstOf(sortedSet(database, keys.topic(tid)), 500)),
		ofMember: async (uid, count) =>
			(await pageOf(newestOf(keys.member(uid)), null, { count }, ids => read(ids.map(Number)))).rows,
		allOfMember,
		withAnswer: (item, value) => newestOf(keys.facet(item, value)),
		valuesOf: (item, count) => firstOf(newestOf(keys.values(item)), count),
		owedTopics: () => sortedSet(database, keys.owed),
		async settleTopic(tid) {
			await database.sortedSetRemove(keys.owed, String(tid));
		},
		async forgetMember(uid) {
			for await (const ids of walk(newestOf(keys.member(uid)), 200)) {
				const some = await read(ids.map(Number));
				for (const [index, evidence] of some.entries()) {
					// What nobody can read may hold anything about them.
					await (evidence ? forget(uid, evidence) : database.delete(keys.record(Number(ids[index]))));
				}
			}
			await database.delete(keys.member(uid));
		},
	};
}
