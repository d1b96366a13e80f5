import { chunk, range } from 'lodash';
import type { Database } from '../../kernel/host/ports';
import type { DecisionFilter, DecisionOutcome, DecisionRecord, EndedDecision } from '../../kernel/offers/decision-book';
import { pageOf, sortedSet, walk, type Page, type PageSize, type Position } from '../../platform/paged-index';
import {
	decisionIn, decisionRow, isTombstone, recordOf, snapshotHash, snapshotRow, type StoredDecision, type StoredSnapshot,
} from './decision';

export const keys = {
	/**
	 * Hash: number of the latest decision (`last`); up to which ones without an outcome were looked for; for sealing
	 * lastSeal, lastSealed, horizon, horizonAt; for retention lookedTo.
	 */
	counter: 'forum-terms:decisions',
	seal: (number: number) => `forum-terms:decisions-seal:${number}`,
	decision: (id: number) => `forum-terms:decision:${id}`,
	snapshot: (id: number, index: number) => `forum-terms:decision:${id}:snapshot:${index}`,
	/** Sorted sets: numbers by the time of their outcome; those that did what was decided, and those that did not. */
	ended: 'forum-terms:decisions-ended',
	void: 'forum-terms:decisions-void',
	/** Sorted set: `<number> <code>` by number, for those that failed. */
	failed: 'forum-terms:decisions-failed',
	/** Sorted sets of the ended ones: numbers by the time of the decision. */
	all: 'forum-terms:decisions-all',
	act: (act: string) => `forum-terms:decisions-act:${act}`,
	subject: (kind: string, key: string) => `forum-terms:decisions-subject:${kind}:${key}`,
	affected: (key: string) => `forum-terms:decisions-affected:${key}`,
	by: (key: string) => `forum-terms:decisions-by:${key}`,
	clause: (clause: string) => `forum-terms:decisions-clause:${clause}`,
	version: (version: string) => `forum-terms:decisions-version:${version}`,
	/** Those of a person that came to nothing: nobody reads the list, but erasure finds them. */
	voidOf: (key: string) => `forum-terms:decisions-void-of:${key}`,
	/** The decisions that answer or change this one. */
	about: (id: number) => `forum-terms:decisions-about:${id}`,
} as const;

/** A filter with pseudonyms instead of uids. */
export type KeyedFilter = Omit<DecisionFilter, 'subject' | 'affected' | 'by'> & {
	subject?: { kind: string; key: string } | undefined; affectedKey?: string | undefined; byKey?: string | undefined;
	about?: number | undefined;
};

/** Decisions, their texts and outcomes. Append-only. */
export interface DecisionStore {
	/** One call. */
	nextId(): Promise<number>;
	/** One call: the snapshots, then the record. */
	write(decision: StoredDecision, snapshots: readonly StoredSnapshot[]): Promise<void>;
	/** One call: being listed is the outcome. `queues`: sorted sets it joins by its number, if it is done. */
	end(decision: DecisionRecord, outcome: DecisionOutcome, at: number, queues?: readonly string[]): Promise<void>;
	/** In the given order; null while it is under way. Two calls at most, but for those that failed. */
	outcomes(ids: readonly number[]): Promise<EndedDecision['outcome'][]>;
	/** In the given order; null for missing and damaged ones, and those whose time is over. */
	read(ids: readonly number[]): Promise<(EndedDecision | null)[]>;
	/** The ended ones, newest first; `fits`: whether the reader may see it. */
	page(
		filter: KeyedFilter, size: PageSize, from?: Position | null, fits?: (decision: EndedDecision) => boolean,
	): Promise<Page<EndedDecision>>;
	/** Everything that names a person by this pseudonym and has ended, in batches; some twice. */
	ofPerson(key: string): AsyncGenerator<EndedDecision[]>;
	/** Those without an outcome, oldest first. */
	open(): Promise<DecisionRecord[]>;
	/** Those of each decision. */
	snapshots(decisions: readonly DecisionRecord[]): Promise<(StoredSnapshot | null)[][]>;
}

const batch = 500;
/** A number as the indexes keep it: decisions of one moment sort by number, too. */
export const valueOf = (id: number): string => String(id).padStart(10, '0');

/** The index with the fewest entries that a filter allows. */
function indexOf({ about, subject, affectedKey, byKey, clause, version, act }: KeyedFilter): string {
	return about ? keys.about(about) : subject ? keys.subject(subject.kind, subject.key) :
		affectedKey ? keys.affected(affectedKey) : byKey ? keys.by(byKey) : version ? keys.version(version) :
			clause ? keys.clause(clause) : act ? keys.act(act) : keys.all;
}

/** Every list that has this decision, once it is done. */
export function listsOf(
	{ act, subject, subjectKey, account, affectedKeys, byKey, clause, termsVersion, about }: DecisionRecord,
): string[] {
	return [
		keys.all, keys.act(act), keys.subject(subject.kind, subjectKey),
		...account ? [keys.subject('partner', account)] : [], ...affectedKeys.map(keys.affected),
		...byKey ? [keys.by(byKey)] : [], ...clause ? [keys.clause(clause)] : [],
		...termsVersion ? [keys.version(termsVersion)] : [], ...about > 0 ? [keys.about(about)] : [],
	];
}

function isWanted(
	decision: DecisionRecord, { subject, affectedKey, byKey, clause, version, act }: KeyedFilter,
): boolean {
	const isAbout = !subject || (decision.subject.kind === subject.kind && decision.subjectKey === subject.key) ||
		(subject.kind === 'partner' && decision.account === subject.key);
	return isAbout && (!act || decision.act === act) && (!clause || decision.clause === clause) &&
		(!version || decision.termsVersion === version) && (!byKey || decision.byKey === byKey) &&
		(!affectedKey || decision.affectedKeys.includes(affectedKey));
}

export function decisionStore(database: Database): DecisionStore {
	function decodedFrom(row: Record<string, unknown> | null | undefined, id: number): DecisionRecord | null {
		const stored = row && !isTombstone(row) ? decisionIn(row, id) : null;
		if (row && !stored && !isTombstone(row)) {
			database.unreadable(keys.decision(id));
		}
		return stored && recordOf(stored);
	}
	const records = async (ids: readonly number[]) => {
		const rows = await database.getObjects(ids.map(keys.decision));
		return ids.map((id, index) => decodedFrom(rows[index], id));
	};
	async function codeOf(id: number): Promise<string> {
		const [found] = await database.sortedSetPage(keys.failed, { count: 1, min: id, max: id, isNewestFirst: false });
		return found?.value.slice(`${id} `.length) ?? '';
	}
	async function outcomesOf(ids: readonly number[]): Promise<EndedDecision['outcome'][]> {
		const values = ids.map(valueOf);
		const ended = await database.sortedSetScores(keys.ended, values);
		const isMissing = ended.some(at => at === null);
		const voided = isMissing ? await database.sortedSetScores(keys.void, values) : [];
		return Promise.all(ids.map(async (id, index) => {
			const [done, none] = [ended[index] ?? null, voided[index] ?? null];
			if (done !== null || none === null) {
				return done === null ? null : { kind: 'done', at: done };
			}
			const code = await codeOf(id);
			return code === '' ? { kind: 'nothing-changed', at: none } : { kind: 'failed', code, at: none };
		}));
	}
	async function read(ids: readonly number[]): Promise<(EndedDecision | null)[]> {
		const [found, outcomes] = await Promise.all([records(ids), outcomesOf(ids)]);
		return found.map((decision, index) => decision && { ...decision, outcome: outcomes[index] ?? null });
	}

	return {
		read,
		nextId: () => database.incrObjectFieldBy(keys.counter, 'last', 1),
		write: (decision, snapshots) => database.setObjectBulk([
			...snapshots.map((one, index) => [keys.snapshot(decision.id, index), snapshotRow.encode(one)] as const),
			[keys.decision(decision.id), decisionRow.encode(decision)],
		]),
		async end(decision, outcome, endedAt, queues = []) {
			const { id, at, affectedKeys, byKey } = decision;
			const value = valueOf(id);
			if (outcome.kind !== 'done') {
				const people = [...new Set([...affectedKeys, ...byKey ? [byKey] : []])];
				await database.sortedSetAddBulk([
					...outcome.kind === 'failed' ? [[keys.failed, id, `${id} ${outcome.code}`] as const] : [],
					...people.map(key => [keys.voidOf(key), at, value] as const), [keys.void, endedAt, value],
				]);
				return;
			}
			const lists = listsOf(decision);
			await database.sortedSetAddBulk([
				...lists.map(key => [key, at, value] as const), ...queues.map(key => [key, id, String(id)] as const),
				[keys.ended, endedAt, value],
			]);
		},
		outcomes: outcomesOf,
		page(filter, size, from = null, fits = () => true) {
			const index = sortedSet(database, indexOf(filter), { order: 'newest', min: filter.from, max: filter.until });
			return pageOf(index, from, size, async values => (await read(values.map(Number))).map(decision =>
				(decision && isWanted(decision, filter) && fits(decision) ? decision : null)));
		},
		async* ofPerson(key) {
			for (const index of [keys.affected(key), keys.by(key), keys.voidOf(key)]) {
				for await (const values of walk(sortedSet(database, index), batch)) {
					yield (await read(values.map(Number))).filter(decision => decision !== null);
				}
			}
		},
		async open() {
			const row = await database.getObject(keys.counter) ?? {};
			const [last = 0, before = 0, seen = 0] = [row.last, row.looked, row.seen].map(value => Number(value ?? 0));
			const found: DecisionRecord[] = [];
			for (const ids of chunk(range(before + 1, last + 1), batch)) {
				const outcomes = await outcomesOf(ids);
				const missing = ids.filter((_id, index) => outcomes[index] === null);
				found.push(...(await records(missing)).filter(decision => decision !== null));
			}
			// Looked twice: a write in flight at the first look has arrived by the second, or never will.
			const looked = Math.min(seen, (found[0]?.id ?? Infinity) - 1);
			await database.setObject(keys.counter, { looked, seen: last });
			return found;
		},
		async snapshots(decisions) {
			const wanted = decisions.flatMap(({ id, snapshots }) =>
				snapshots.map((_hash, index) => keys.snapshot(id, index)));
			const rows = wanted.length > 0 ? await snapshotRow.in(database).getAll(wanted) : [];
			return decisions.map(({ snapshots }) => rows.splice(0, snapshots.length)
				.map((row, index) => (row && snapshotHash(row) === snapshots[index] ? row : null)));
		},
	};
}
