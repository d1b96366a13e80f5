import * as v from 'valibot';
import type { CategoryChange } from '../../kernel/host/category-tree';
import type { ChecklistChoice } from '../../kernel/offers/checklist-places';
import type { Words } from '../rules/words';
import type { Step } from './plan';

/**
 * One idempotent write to the forum, which sets something to a value. `ifStill`: only as long as the forum has that; an
 * undo gives back what nobody else has changed since.
 */
export type Write =
	| { write: 'change'; cid: number; change: CategoryChange; ifStill?: CategoryChange | undefined }
	| { write: 'give' | 'take'; cid: number; group: string; privileges: readonly string[] }
	| { write: 'rules'; cid: number; rules: Words; ifStill?: Words | undefined }
	| { write: 'choose'; ifStill?: Pick<Choice, 'profile' | 'recordOnly'> | undefined } & Choice
	/** Puts siblings into this order; others keep their positions. */
	| { write: 'place'; parentCid: number; cids: readonly number[]; ifStill?: readonly number[] | undefined };

/** A checklist of a category, and whether it only records. */
type Choice = Required<ChecklistChoice>;

const [word, cid, words, cids] = [v.string(), v.number(), v.array(v.string()), v.array(v.number())];
const categoryChange = v.custom<CategoryChange>(change => typeof change === 'object' && change !== null);
export const writeSchema: v.GenericSchema<unknown, Write> = v.variant('write', [
	v.object({ write: v.literal('change'), cid, change: categoryChange, ifStill: v.optional(categoryChange) }),
	v.object({ write: v.picklist(['give', 'take']), cid, group: word, privileges: words }),
	v.object({ write: v.literal('rules'), cid, rules: v.record(word, word), ifStill: v.optional(v.record(word, word)) }),
	v.object({
		write: v.literal('choose'), cid, asked: v.picklist(['topics', 'replies']), profile: word, recordOnly: v.boolean(),
		ifStill: v.optional(v.object({ profile: word, recordOnly: v.boolean() })),
	}),
	v.object({ write: v.literal('place'), parentCid: v.number(), cids, ifStill: v.optional(cids) }),
]);

/** The category of a step, or its parent, no longer exists. */
export class CategoryGone extends Error {
	constructor(readonly key: string) {
		super(`category ${key} is gone`);
	}
}

export type CidOf = (key: string) => number;

/** A step's fields in the forum's form. */
export function changeOf(changes: readonly (readonly [field: string, value: unknown])[]): CategoryChange {
	return Object.fromEntries(changes.map(([field, value]) =>
		[field, field === 'tags' ? String(value).split(',').filter(tag => tag !== '') : value]));
}

/** The writes of a step; for a new category, those after its creation. */
export function writesOf(step: Step, cidOf: CidOf): Write[] {
	const parentCid = (parent: string) => (parent === '' ? 0 : cidOf(parent));
	switch (step.kind) {
		case 'create': return [{
			write: 'change', cid: cidOf(step.key),
			change: { ...changeOf(Object.entries(step.fields)), parentCid: parentCid(step.parent) },
		}];
		case 'adopt': return [{ write: 'change', cid: step.cid, change: { key: step.key } }];
		case 'rename': return [{ write: 'change', cid: step.cid, change: { name: step.name } }];
		case 'move': return [{ write: 'change', cid: step.cid, change: { parentCid: parentCid(step.parent) } }];
		case 'update': return [{
			write: 'change', cid: step.cid, change: changeOf(step.changes.map(({ field, to }) => [field, to])),
		}];
		case 'grant':
		case 'revoke': return [{
			write: step.kind === 'grant' ? 'give' : 'take', cid: step.cid, group: step.group, privileges: step.privileges,
		}];
		case 'checklist': return [{
			write: 'choose', cid: cidOf(step.key), asked: step.asked, profile: step.to, recordOnly: step.recordOnly.to,
		}];
		case 'rules': return [{ write: 'rules', cid: cidOf(step.key), rules: step.to }];
		case 'order': return [{
			write: 'place', parentCid: parentCid(step.parent), cids: step.keys.map(cidOf),
		}];
	}
}
