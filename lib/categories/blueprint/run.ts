import type { Blueprint } from './blueprint';
import type { Step } from './plan';
import type { Write } from './writes';

/** A blueprint that the forum is held against. */
export interface Applied { blueprint: Blueprint; at: number; by: number }

export const runKinds = ['apply', 'undo'] as const;
export const runStates = ['running', 'done', 'stopped', 'undone'] as const;

/** A journal of one apply or undo: what is to be done in order, and how far it has come. */
export interface Run {
	id: number;
	kind: typeof runKinds[number];
	/** `stopped`: a step could not be done; what was done stays and can be undone. */
	state: typeof runStates[number];
	by: number;
	/** Milliseconds since 1970. */
	startedAt: number;
	finishedAt: number;
	/** Of an apply. */
	steps: readonly Step[];
	/** Of an undo, step by step. */
	writes: readonly (readonly Write[])[];
	done: number;
	/** The run that an undo takes back; 0 for an apply. */
	undoes: number;
	/** What an apply holds the forum against from its first step on; null for an undo. */
	holds: Applied | null;
	/** What the forum was held against before; taking the run back makes it so again. */
	heldBefore: Applied | null;
	/** Key of the category that was in the way of a stopped run. */
	problem: string;
}

export function lengthOf({ kind, steps, writes }: Pick<Run, 'kind' | 'steps' | 'writes'>): number {
	return kind === 'apply' ? steps.length : writes.length;
}
