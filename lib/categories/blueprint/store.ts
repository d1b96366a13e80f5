import * as v from 'valibot';
import type { Database } from '../../kernel/host/ports';
import { journal, type Journal } from '../../platform/journal';
import { allOf, sortedSet } from '../../platform/paged-index';
import { json, number, oneOf, storedRow, text } from '../../platform/stored-row';
import { blueprintSchema, type Blueprint } from './blueprint';
import { stepSchema, type Step } from './plan';
import { runKinds, runStates, type Applied, type Run } from './run';
import { writeSchema, type Write } from './writes';

const keys = {
	/** Hash: number of the latest run; the blueprint applied last (JSON), and when. */
	state: 'forum-terms:blueprint',
	plan: (id: string) => `forum-terms:blueprint-plan:${id}`,
	/** Sorted set: plans by time, for deleting old ones. */
	plans: 'forum-terms:blueprint-plans',
	run: (id: number) => `forum-terms:blueprint-run:${id}`,
} as const;

/** A plan that an administrator reviewed: file, matches by hand, and its steps. */
export interface StoredPlan {
	id: string;
	at: number;
	blueprint: Blueprint;
	adopt: Record<string, number>;
	steps: readonly Step[];
}

/** Plans, the journal of runs, and the applied blueprint. */
export interface BlueprintStore {
	keepPlan(plan: StoredPlan): Promise<void>;
	plan(id: string): Promise<StoredPlan | null>;
	dropPlansBefore(at: number): Promise<number>;
	startRun(run: Omit<Run, 'id'>): Promise<Run>;
	/** The steps and the progress of each run. */
	journals: { apply: Journal<Step>; undo: Journal<readonly Write[]> };
	note(id: number, change: Partial<Pick<Run, 'state' | 'finishedAt' | 'problem'>>): Promise<void>;
	lastRun(): Promise<Run | null>;
	run(id: number): Promise<Run | null>;
	applied(): Promise<Applied | null>;
	/** Null: no blueprint is applied. */
	saveApplied(applied: Applied | null): Promise<void>;
}

const appliedSchema = v.nullable(v.object({ blueprint: blueprintSchema, at: v.number(), by: v.number() }));
const planRow = storedRow<Omit<StoredPlan, 'id'>>({
	at: number, blueprint: json(blueprintSchema), adopt: json(v.record(v.string(), v.number()), {}),
	steps: json(v.array(stepSchema), []),
});
const runRow = storedRow<Omit<Run, 'id' | 'steps' | 'writes' | 'done'>>({
	kind: oneOf(runKinds), state: oneOf(runStates), by: number, startedAt: number, finishedAt: number, undoes: number,
	problem: text, kept: json(v.array(v.string()), []),
	holds: json(appliedSchema, null), heldBefore: json(appliedSchema, null),
});
const stateRow = storedRow({
	runs: number, blueprint: json(v.nullable(blueprintSchema), null), appliedAt: number, appliedBy: number,
});

export function blueprintStore(database: Database): BlueprintStore {
	const [plans, runs, states] = [planRow.in(database), runRow.in(database), stateRow.in(database)];
	const journals = {
		apply: journal(database, 'blueprint-run-steps', stepSchema),
		undo: journal<readonly Write[]>(database, 'blueprint-run-writes', v.array(writeSchema)),
	};
	async function run(id: number): Promise<Run | null> {
		const row = id > 0 ? await runs.get(keys.run(id)) : null;
		const entry = row && await journals[row.kind].read(id);
		return row && entry && {
			id, ...row, done: entry.done, steps: row.kind === 'apply' ? entry.steps as Step[] : [],
			writes: row.kind === 'undo' ? entry.steps as Write[][] : [],
		};
	}
	return {
		journals,
		async keepPlan({ id, ...plan }) {
			await plans.set(keys.plan(id), plan);
			await database.sortedSetAdd(keys.plans, plan.at, id);
		},
		async plan(id) {
			const plan = await plans.get(keys.plan(id));
			return plan && { id, ...plan };
		},
		async dropPlansBefore(at) {
			const old = await allOf(sortedSet(database, keys.plans, { max: at }));
			for (const id of old) {
				await database.delete(keys.plan(id));
				await database.sortedSetRemove(keys.plans, id);
			}
			return old.length;
		},
		async startRun({ steps, writes, done, ...rest }) {
			const id = await database.incrObjectField(keys.state, 'runs');
			await (rest.kind === 'apply' ? journals.apply.write(id, steps, done) : journals.undo.write(id, writes, done));
			// Last: the run exists from here on.
			await runs.set(keys.run(id), rest);
			return { id, ...rest, done, steps, writes };
		},
		note: (id, change) => runs.set(keys.run(id), change),
		async lastRun() {
			const { runs: last = 0 } = await states.get(keys.state) ?? {};
			for (let id = last; id > 0; id -= 1) {
				const found = await run(id);
				if (found) {
					return found;
				}
				// A crash between number and record: nothing was started.
			}
			return null;
		},
		run,
		async applied() {
			const { blueprint = null, appliedAt: at = 0, appliedBy: by = 0 } = await states.get(keys.state) ?? {};
			return blueprint && { blueprint, at, by };
		},
		saveApplied: applied => states.set(keys.state, {
			blueprint: applied?.blueprint ?? null, appliedAt: applied?.at ?? 0, appliedBy: applied?.by ?? 0,
		}),
	};
}
