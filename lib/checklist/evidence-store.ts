import type { Clock, Database } from '../kernel/ports';
import { textOf } from '../kernel/text';
import { evidenceCauses, facetsOf, type Evidence, type EvidenceAnswer } from './evidence';

const keys = {
	/** Hash: number of the last record. */
	counter: 'forum-terms:evidence',
	record: (id: number) => `forum-terms:evidence:${id}`,
	/** Sorted sets, record ids by id. */
	topic: (tid: number) => `forum-terms:evidence-of-topic:${tid}`,
	member: (uid: number) => `forum-terms:evidence-of-member:${uid}`,
	facet: (item: string, value: string) => `forum-terms:evidence-of-answer:${item}:${value.slice(0, 120)}`,
	/** Sorted set: values that an item was answered with, by the last record that did. */
	values: (item: string) => `forum-terms:evidence-values:${item}`,
	/** Sorted set: topics with items that nobody answered, by time. */
	owed: 'forum-terms:checklist-owed',
} as const;

export type NewEvidence = Omit<Evidence, 'id' | 'at'>;

/** Records of what was checked; every index can be made again from the records. */
export interface EvidenceStore {
	/** Safe to repeat for an id; index after record, so that a crash leaves no index without its record. */
	append(evidence: NewEvidence): Promise<Evidence>;
	read(ids: readonly number[]): Promise<(Evidence | null)[]>;
	last(): Promise<number>;
	ofTopic(tid: number): Promise<Evidence[]>;
	/** Newest first, `count` at most, from `before` down. */
	ofMember(uid: number, count: number, before?: number): Promise<Evidence[]>;
	/** Ids of records in which an item was answered so, newest first. */
	idsOfAnswer(item: string, value: string, count: number, before: number): Promise<number[]>;
	valuesOf(item: string, count: number): Promise<string[]>;
	owedTopics(count: number): Promise<number[]>;
	/** Takes the person out of his records: the uid, and every answer that only staff could read. */
	forgetMember(uid: number): Promise<void>;
}

const newest = Number.MAX_SAFE_INTEGER;

function listIn<T>(json: unknown): T[] {
	return JSON.parse(textOf(json) || '[]') as T[];
}

function evidenceFrom(row: Record<string, unknown>): Evidence {
	const number = (name: string) => Number(row[name] ?? 0);
	return {
		id: number('id'), tid: number('tid'), pid: textOf(row.pid), uid: number('uid'), cid: number('cid'),
		profile: textOf(row.profile), version: number('version'),
		cause: evidenceCauses.find(cause => cause === row.cause) ?? 'topic',
		answers: listIn<EvidenceAnswer>(row.answers), owed: listIn<string>(row.owed), waived: listIn(row.waived),
		by: number('by'), at: number('at'),
	};
}

export function evidenceStore(database: Database, clock: Clock): EvidenceStore {
	const stored = (evidence: Evidence) => ({
		...evidence, answers: JSON.stringify(evidence.answers), owed: JSON.stringify(evidence.owed),
		waived: JSON.stringify(evidence.waived),
	});
	async function read(ids: readonly number[]): Promise<(Evidence | null)[]> {
		const rows = await database.getObjects(ids.map(id => keys.record(id)));
		return rows.map(row => row && evidenceFrom(row));
	}
	const found = async (ids: readonly string[]) =>
		(await read(ids.map(Number))).filter(evidence => evidence !== null);

	async function index({ id, tid, pid, uid, answers, owed, at, cause }: Evidence): Promise<void> {
		const facets = answers.flatMap(answer => facetsOf(answer).map(value => ({ item: answer.key, value })));
		const isOwed = pid === '' && owed.length > 0;
		await database.sortedSetAddBulk([
			[keys.topic(tid), id, String(id)],
			...uid > 0 ? [[keys.member(uid), id, String(id)] as const] : [],
			...facets.flatMap(({ item, value }) => [
				[keys.facet(item, value), id, String(id)] as const,
				[keys.values(item), id, value.slice(0, 120)] as const,
			]),
			...isOwed ? [[keys.owed, at, String(tid)] as const] : [],
		]);
		// A new topic was never on the list of open ones.
		if (pid === '' && !isOwed && cause !== 'topic') {
			await database.sortedSetRemove(keys.owed, String(tid));
		}
	}

	return {
		read,
		async append(evidence) {
			const id = await database.incrObjectField(keys.counter, 'lastId');
			const made: Evidence = { ...evidence, id, at: clock.now() };
			await database.setObject(keys.record(id), stored(made));
			await index(made);
			return made;
		},
		last: async () => Number((await database.getObject(keys.counter))?.lastId ?? 0),
		ofTopic: async tid => found(await database.getSortedSetRangeByScore(keys.topic(tid), 500, 0, newest)),
		ofMember: async (uid, count, before = newest) =>
			found(await database.getSortedSetRevRangeByScore(keys.member(uid), count, before)),
		idsOfAnswer: async (item, value, count, before) =>
			(await database.getSortedSetRevRangeByScore(keys.facet(item, value), count, before)).map(Number),
		valuesOf: (item, count) => database.getSortedSetRevRangeByScore(keys.values(item), count, newest),
		owedTopics: async count =>
			(await database.getSortedSetRevRangeByScore(keys.owed, count, newest)).map(Number),
		async forgetMember(uid) {
			for (let before = newest; ;) {
				const ids = (await database.getSortedSetRevRangeByScore(keys.member(uid), 200, before)).map(Number);
				for (const evidence of (await read(ids)).filter(row => row !== null)) {
					const open = evidence.answers.filter(({ readers }) => readers === 'everyone');
					await database.setObject(keys.record(evidence.id), { uid: 0, answers: JSON.stringify(open) });
				}
				if (ids.length < 200) {
					break;
				}
				before = (ids.at(-1) ?? 0) - 1;
			}
			await database.delete(keys.member(uid));
		},
	};
}
