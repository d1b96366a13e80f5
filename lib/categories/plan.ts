import type { Grants } from '../kernel/category-tree';
import type { CategoryField, FieldValue } from './living';

export interface FieldChange { field: CategoryField; from: FieldValue; to: FieldValue }

/** One thing that applying a blueprint does; nothing it does deletes a category or a topic. */
export type Step = { key: string; name: string } & (
	| { kind: 'create'; parent: string; fields: Partial<Record<CategoryField, FieldValue>>; grants: Grants }
	| { kind: 'adopt'; cid: number }
	| { kind: 'rename'; cid: number; from: string }
	| { kind: 'move'; cid: number; from: number; parent: string }
	| { kind: 'update'; cid: number; changes: FieldChange[] }
	| { kind: 'grant' | 'revoke'; cid: number; group: string; privileges: string[] }
	| { kind: 'checklist'; asked: 'topics' | 'replies'; from: string; to: string }
	| { kind: 'order'; parent: string; keys: string[]; from: string[] });

/** A living category that the plan does not touch, and why. */
export interface Leave { cid: number; name: string; why: 'unlisted' | 'off' }

/** A category that a new one of the file might already be: same name, made by hand. */
export interface Candidate { key: string; name: string; cid: number }

/** A category that the blueprint asks for, with whom it is for. */
export interface Place {
	key: string;
	name: string;
	parent: string;
	depth: number;
	/** 0 for one that is still to be made. */
	cid: number;
	isProposal: boolean;
	read: readonly string[];
	topics: readonly string[];
	replies: readonly string[];
}

/** What lies between a blueprint and the living forum: no steps mean that both agree. */
export interface Plan {
	/** Everything the blueprint asks for, as a tree is read. */
	places: Place[];
	steps: Step[];
	leaves: Leave[];
	candidates: Candidate[];
}
