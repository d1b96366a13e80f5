import * as v from 'valibot';
import type { Words } from '../rules/words';
import type { Grants } from '../../kernel/host/category-tree';
import type { CategoryField, FieldValue } from './present-category';

export interface FieldChange { field: CategoryField; from: FieldValue; to: FieldValue }

const [word, cid] = [v.string(), v.number()];
const value = v.union([v.string(), v.number(), v.boolean()]);
const step = <const K extends string, E extends v.ObjectEntries>(kinds: readonly K[], entries: E) =>
	v.object({ key: word, name: word, kind: v.picklist(kinds), ...entries });
const fieldChange: v.GenericSchema<unknown, FieldChange> = v.object({
	field: v.custom<CategoryField>(name => typeof name === 'string'), from: value, to: value,
});
const texts: v.GenericSchema<unknown, Words> = v.record(word, word);
const grants: v.GenericSchema<unknown, Grants> = v.record(word, v.array(word));

/** One step of applying a blueprint; no step deletes a category or a topic. */
export const stepSchema = v.variant('kind', [
	step(['create'], {
		parent: word, fields: v.record(word, value), grants,
	}),
	step(['adopt'], { cid }),
	step(['rename'], { cid, from: word }),
	step(['move'], { cid, from: v.number(), parent: word }),
	step(['update'], { cid, changes: v.array(fieldChange) }),
	step(['grant', 'revoke'], { cid, group: word, privileges: v.array(word) }),
	step(['checklist'], {
		asked: v.picklist(['topics', 'replies']), from: word, to: word,
		recordOnly: v.object({ from: v.boolean(), to: v.boolean() }),
	}),
	step(['rules'], { from: texts, to: texts }),
	step(['order'], { parent: word, keys: v.array(word), from: v.array(word) }),
]);
export type Step = v.InferOutput<typeof stepSchema>;

/** A category that the plan does not change, and why. */
export interface Leave { cid: number; name: string; why: 'unlisted' | 'off' }

/** An existing category with a similar name that a new one of the file might be. */
export interface Candidate { key: string; name: string; cid: number }

/** A category of the blueprint, with its grantees. */
export interface Place {
	key: string;
	name: string;
	parent: string;
	depth: number;
	/** 0 if it has to be created. */
	cid: number;
	isProposal: boolean;
	read: readonly string[];
	topics: readonly string[];
	replies: readonly string[];
}

/** The differences between a blueprint and the forum; without steps they match. */
export interface Plan {
	/** All categories of the blueprint in tree order. */
	places: Place[];
	steps: Step[];
	leaves: Leave[];
	candidates: Candidate[];
}
