import { diffArrays } from 'diff';
import { sortBy } from 'lodash';
import * as v from 'valibot';
import type { Clause } from './markdown';

/** A run of words of a clause and what became of it. */
export interface DifferencePart { text: string; state: 'added' | 'removed' | 'same' }

export interface ClauseDifference {
	clause: string;
	heading: string;
	/** The heading as `parts`: what it was called before stands in it too. */
	headingParts: DifferencePart[];
	state: 'added' | 'removed' | 'changed' | 'same';
	parts: DifferencePart[];
}

export interface TermsDifference {
	clauses: ClauseDifference[];
	/** The word comparison of at least one clause was given up: old and new stand as wholes there. */
	coarse: boolean;
}

const part = v.object({ text: v.string(), state: v.picklist(['added', 'removed', 'same']) });
export const differenceSchema: v.GenericSchema<unknown, TermsDifference> = v.object({
	clauses: v.array(v.object({
		clause: v.string(), heading: v.string(), state: v.picklist(['added', 'removed', 'changed', 'same']),
		headingParts: v.array(part), parts: v.array(part),
	})),
	coarse: v.boolean(),
});

/** Counts what a comparison costs: a step is a word that is read, or two words that are compared. */
export interface WorkMeter { steps: number }

/**
 * All clauses share so many steps, a fraction of a second. Steps and not time: a busy moment must not decide what a
 * comparison says that is kept for good.
 */
export const mostSteps = 600_000;

class WorkSpent extends Error {}

const words = /\n|[\p{L}\p{M}\p{N}_]+|[^\S\n]+|[^\s\p{L}\p{M}\p{N}_]/gu;

function comparedWords(before: string, after: string, meter: WorkMeter): DifferencePart[] | null {
	// A character is a word at most, so texts that are too long are not even read into words.
	if (meter.steps + before.length + after.length > mostSteps) {
		return null;
	}
	const [old, now] = [before.match(words) ?? [], after.match(words) ?? []];
	meter.steps += old.length + now.length;
	try {
		const changes = diffArrays(old, now, {
			comparator(left, right) {
				meter.steps += 1;
				if (meter.steps > mostSteps) {
					throw new WorkSpent();
				}
				return left === right;
			},
		});
		return changes.map(({ value, added, removed }) => ({
			text: value.join(''), state: added ? 'added' : removed ? 'removed' : 'same',
		}));
	} catch (error) {
		if (error instanceof WorkSpent) {
			return null;
		}
		throw error;
	}
}

function whole({ id, heading, markdown }: Clause, state: 'added' | 'removed' | 'same'): ClauseDifference {
	return { clause: id, heading, headingParts: [{ text: heading, state }], state, parts: [{ text: markdown, state }] };
}

const replaced = (before: string, after: string): DifferencePart[] =>
	[{ text: before, state: 'removed' }, { text: after, state: 'added' }];

/** Clause by clause: what came, what went, what reads differently (clause 2: terms may change). */
export function termsDifference(
	before: readonly Clause[], after: readonly Clause[], meter: WorkMeter = { steps: 0 },
): TermsDifference {
	const old = new Map(before.map(clause => [clause.id, clause]));
	const kept = new Set(after.map(({ id }) => id));
	const changed = after.flatMap((clause) => {
		const previous = old.get(clause.id);
		const isChanged = previous && (previous.markdown !== clause.markdown || previous.heading !== clause.heading);
		return isChanged ? [{ previous, clause }] : [];
	});
	// Short ones first: one clause that costs too much leaves the others their words.
	let coarse = false;
	const bySize = sortBy(changed, ({ previous, clause }) => previous.markdown.length + clause.markdown.length);
	const compared = new Map(bySize.map(({ previous, clause }) => {
		const heading = comparedWords(previous.heading, clause.heading, meter);
		const parts = comparedWords(previous.markdown, clause.markdown, meter);
		coarse ||= parts === null;
		return [clause, {
			clause: clause.id, heading: clause.heading, state: 'changed' as const,
			headingParts: heading ?? replaced(previous.heading, clause.heading),
			parts: parts ?? replaced(previous.markdown, clause.markdown),
		}] as const;
	}));
	const clauses = after.map(clause =>
		compared.get(clause) ?? whole(clause, old.has(clause.id) ? 'same' : 'added'));
	const gone = before.filter(({ id }) => !kept.has(id)).map(clause => whole(clause, 'removed'));
	return { clauses: [...clauses, ...gone], coarse };
}
