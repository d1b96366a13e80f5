import { omit } from 'lodash';
import * as v from 'valibot';
import type { Database } from '../../kernel/host/ports';
import { journal, type Journal } from '../../platform/journal';
import { allOf, sortedSet } from '../../platform/paged-index';
import { json, number, oneOf, storedRow, text } from '../../platform/stored-row';
import { importActSchema, type ImportAct } from './rules';

const keys = {
	/** Sorted set: plans by time. */
	plans: 'forum-terms:partner-imports',
	plan: (id: string) => `forum-terms:partner-import:${id}`,
} as const;

/** How long a plan can be carried out. */
export const planMilliseconds = 60 * 60 * 1000;
const states = ['planned', 'applying', 'done'] as const;

export interface LeftOver { id: string; code: string; facts: string[] }

/** A plan and its result. */
export interface ImportRecord {
	id: string;
	state: typeof states[number];
	/** SHA-256 of the text, hex. */
	hash: string;
	by: number;
	/** Milliseconds since 1970. */
	at: number;
	errors: number;
	acts: number;
	/** Number of the next act, from the journal. */
	next: number;
	leftOver: LeftOver[];
}

/** Import plans and their progress. */
export interface ImportStore {
	read(id: string): Promise<ImportRecord | null>;
	save(record: ImportRecord): Promise<void>;
	/** The acts of each plan, one per account, and its progress. */
	acts: Journal<ImportAct>;
	/** Plan ids, oldest first. */
	ids(): Promise<string[]>;
	/** Deletes the acts and keeps the record of what was done. */
	forget(id: string): Promise<void>;
}

const importRow = storedRow<Omit<ImportRecord, 'id' | 'next'>>({
	state: oneOf(states), hash: text, by: number, at: number, errors: number, acts: number,
	leftOver: json(v.array(v.object({ id: v.string(), code: v.string(), facts: v.array(v.string()) })), []),
});

export function importStore(database: Database): ImportStore {
	const plans = importRow.in(database);
	const acts = journal(database, 'partner-import-acts', importActSchema);
	return {
		acts,
		async read(id) {
			const plan = await plans.get(keys.plan(id));
			return plan && { id, ...plan, next: plan.state === 'done' ? plan.acts : await acts.done(id) };
		},
		async save(record) {
			await plans.set(keys.plan(record.id), omit(record, 'id', 'next'));
			await database.sortedSetAdd(keys.plans, record.at, record.id);
		},
		ids: () => allOf(sortedSet(database, keys.plans)),
		async forget(id) {
			await acts.drop(id);
			await database.sortedSetRemove(keys.plans, id);
		},
	};
}
