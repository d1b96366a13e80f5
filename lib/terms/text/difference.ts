import { diffArrays } from 'diff';
import { sortBy } from 'lodash';
import * as v from 'valibot';
import type { Clause } from './markdown';

/** A run of words of a clause, and how it changed. */
export interface DifferencePart { text: string; state: 'added' | 'removed' | 'same' }

export interface ClauseDifference {
	clause: string;
	heading: string;
	/** The heading as `parts`, including its old words. */
	headingParts: DifferencePart[];
	state: 'added' | 'removed' | 'changed' | 'same';
	parts: DifferencePart[];
}

export interface TermsDifference {
	clauses: ClauseDifference[];
	/** At least one clause was too long to compare word by word; its old and new text are shown in full. */
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

/** Counts the cost of a comparison: a step is one word read, or two words compared. */
export interface WorkMeter { steps: number }

/**
 * Shared by all clauses; takes a fraction of a second. Counted in steps, because a busy moment must not decide about a
 * result that is stored permanently.
 */
export const mostSteps = 600_000;

class WorkSpent extends Error {}

const words = /\n|[\p{L}\p{M}\p{N}_]+|[^\S\n]+|[^\s\p{L}\p{M}\p{N}_]/gu;

function comparedWords(before: string, after: string, meter: WorkMeter): DifferencePart[] | null {
	// A word has at least one character, so texts that are too long are not even split.
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

/** Compares two texts clause by clause: added, removed, changed (clause 2: terms may change). */
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
	// Short ones first, so that one expensive clause does not affect the others.
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
