import type { Blueprint } from './blueprint';
import type { Step } from './plan';
import type { Write } from './writes';

/** An applied blueprint; drift is measured against it. */
export interface Applied { blueprint: Blueprint; at: number; by: number }

export const runKinds = ['apply', 'undo'] as const;
export const runStates = ['running', 'done', 'stopped', 'undone'] as const;

/** The journal of one apply or undo: its steps in order, and its progress. */
export interface Run {
	id: number;
	kind: typeof runKinds[number];
	/** `stopped`: a step failed; finished steps stay and can be undone. */
	state: typeof runStates[number];
	by: number;
	/** Milliseconds since 1970. */
	startedAt: number;
	finishedAt: number;
	/** For an apply. */
	steps: readonly Step[];
	/** For an undo, one entry per step. */
	writes: readonly (readonly Write[])[];
	done: number;
	/** The run it undoes; 0 for an apply. */
	undoes: number;
	/** The blueprint that an apply sets as applied from its first step on; null for an undo. */
	holds: Applied | null;
	/** The blueprint applied before; undoing the run restores it. */
	heldBefore: Applied | null;
	/** Key of the missing category that stopped the run. */
	problem: string;
	/** Names of categories in which an undo left what somebody had changed since. */
	kept: readonly string[];
}

export function lengthOf({ kind, steps, writes }: Pick<Run, 'kind' | 'steps' | 'writes'>): number {
	return kind === 'apply' ? steps.length : writes.length;
}
