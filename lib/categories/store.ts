import * as v from 'valibot';
import type { Database } from '../kernel/ports';
import { textOf } from '../kernel/text';
import { allOf, sortedSet } from '../platform/paged-index';
import { blueprintSchema, type Blueprint } from './blueprint';
import type { Step } from './plan';
import type { Applied, Run } from './run';
import type { Write } from './writes';

const keys = {
	/** Hash: number of the last run, the blueprint that was applied last (JSON) and when. */
	state: 'forum-terms:blueprint',
	plan: (id: string) => `forum-terms:blueprint-plan:${id}`,
	/** Sorted set: plans by time, so that old ones can be thrown away. */
	plans: 'forum-terms:blueprint-plans',
	run: (id: number) => `forum-terms:blueprint-run:${id}`,
} as const;

/** What an administrator looked at and may apply: file, matches by hand, and the steps he saw. */
export interface StoredPlan {
	id: string;
	at: number;
	blueprint: Blueprint;
	adopt: Record<string, number>;
	steps: readonly Step[];
}

/** Plans, the journal of runs, and the blueprint that the forum is held against. */
export interface BlueprintStore {
	keepPlan(plan: StoredPlan): Promise<void>;
	plan(id: string): Promise<StoredPlan | null>;
	dropPlansBefore(at: number): Promise<number>;
	startRun(run: Omit<Run, 'id'>): Promise<Run>;
	/** Notes how far a run has come, in one write. */
	note(id: number, change: Partial<Pick<Run, 'done' | 'state' | 'finishedAt' | 'problem'>>): Promise<void>;
	lastRun(): Promise<Run | null>;
	run(id: number): Promise<Run | null>;
	applied(): Promise<Applied | null>;
	/** Null: the forum is held against nothing. */
	saveApplied(applied: Applied | null): Promise<void>;
}

const parsed = (row: Record<string, unknown> | null, field: string): unknown =>
	JSON.parse(textOf(row?.[field]) || 'null');

function blueprintIn(row: Record<string, unknown> | null): Blueprint | null {
	const read = v.safeParse(blueprintSchema, parsed(row, 'blueprint'));
	return read.success ? read.output : null;
}

function runFrom(id: number, row: Record<string, unknown>): Run {
	const number = (name: string) => Number(row[name] ?? 0);
	return {
		id, kind: textOf(row.kind) === 'undo' ? 'undo' : 'apply', state: textOf(row.state) as Run['state'],
		by: number('by'), startedAt: number('startedAt'), finishedAt: number('finishedAt'), done: number('done'),
		undoes: number('undoes'), problem: textOf(row.problem), steps: (parsed(row, 'steps') ?? []) as Step[],
		writes: (parsed(row, 'writes') ?? []) as Write[][],
		holds: (parsed(row, 'holds') ?? null) as Applied | null,
		heldBefore: (parsed(row, 'heldBefore') ?? null) as Applied | null,
	};
}

export function blueprintStore(database: Database): BlueprintStore {
	async function run(id: number): Promise<Run | null> {
		const row = id > 0 ? await database.getObject(keys.run(id)) : null;
		return row && runFrom(id, row);
	}
	return {
		async keepPlan({ id, at, blueprint, adopt, steps }) {
			await database.setObject(keys.plan(id), {
				at, blueprint: JSON.stringify(blueprint), adopt: JSON.stringify(adopt), steps: JSON.stringify(steps),
			});
			await database.sortedSetAdd(keys.plans, at, id);
		},
		async plan(id) {
			const row = await database.getObject(keys.plan(id));
			const blueprint = blueprintIn(row);
			return row && blueprint && {
				id, at: Number(row.at), blueprint, adopt: (parsed(row, 'adopt') ?? {}) as Record<string, number>,
				steps: (parsed(row, 'steps') ?? []) as Step[],
			};
		},
		async dropPlansBefore(at) {
			const old = await allOf(sortedSet(database, keys.plans, { max: at }));
			for (const id of old) {
				await database.delete(keys.plan(id));
				await database.sortedSetRemove(keys.plans, id);
			}
			return old.length;
		},
		async startRun({ steps, writes, holds, heldBefore, ...rest }) {
			const id = await database.incrObjectField(keys.state, 'runs');
			await database.setObject(keys.run(id), {
				...rest, steps: JSON.stringify(steps), writes: JSON.stringify(writes),
				holds: JSON.stringify(holds), heldBefore: JSON.stringify(heldBefore),
			});
			return { id, ...rest, steps, writes, holds, heldBefore };
		},
		note: (id, change) => database.setObject(keys.run(id), change),
		async lastRun() {
			const row = await database.getObject(keys.state);
			for (let id = Number(row?.runs ?? 0); id > 0; id -= 1) {
				const found = await run(id);
				if (found) {
					return found;
				}
				// A process died between the number and its record: nothing of it has begun.
			}
			return null;
		},
		run,
		async applied() {
			const row = await database.getObject(keys.state);
			const blueprint = blueprintIn(row);
			return blueprint && { blueprint, at: Number(row?.appliedAt ?? 0), by: Number(row?.appliedBy ?? 0) };
		},
		saveApplied: applied => database.setObject(keys.state, {
			blueprint: JSON.stringify(applied?.blueprint ?? null),
			appliedAt: applied?.at ?? 0, appliedBy: applied?.by ?? 0,
		}),
	};
}
