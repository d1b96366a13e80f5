import { diffWordsWithSpace } from 'diff';
import type { Clause } from './markdown';

/** A run of words of a clause and what became of it. */
export interface DifferencePart { text: string; state: 'added' | 'removed' | 'same' }

export interface ClauseDifference {
	clause: string;
	heading: string;
	state: 'added' | 'removed' | 'changed' | 'same';
	parts: DifferencePart[];
}

export interface TermsDifference {
	clauses: ClauseDifference[];
	/** The word comparison of at least one clause was given up for time: old and new stand as wholes there. */
	coarse: boolean;
}

// Comparing two unrelated 36 kB texts word by word was measured at ten seconds. All changed clauses share this much
// time; one that runs out of its share is shown whole.
const budgetMs = 200;

function comparedWords(before: string, after: string, timeout: number): DifferencePart[] | null {
	const changes = diffWordsWithSpace(before, after, { timeout });
	return changes?.map(({ value, added, removed }) => ({
		text: value, state: added ? 'added' : removed ? 'removed' : 'same',
	})) ?? null;
}

function whole(clause: Clause, state: 'added' | 'removed' | 'same'): ClauseDifference {
	return {
		clause: clause.id, heading: clause.heading, state, parts: [{ text: clause.markdown, state }],
	};
}

/** Clause by clause: what came, what went, what reads differently (clause 2: terms may change). */
export function termsDifference(before: readonly Clause[], after: readonly Clause[]): TermsDifference {
	const old = new Map(before.map(clause => [clause.id, clause]));
	const kept = new Set(after.map(({ id }) => id));
	const changed = after.filter(clause => (old.get(clause.id) ?? clause).markdown !== clause.markdown).length;
	let coarse = false;
	const clauses = after.map((clause): ClauseDifference => {
		const previous = old.get(clause.id);
		if (!previous) {
			return whole(clause, 'added');
		}
		if (previous.markdown === clause.markdown && previous.heading === clause.heading) {
			return whole(clause, 'same');
		}
		const parts = comparedWords(previous.markdown, clause.markdown, Math.max(2, budgetMs / changed));
		coarse ||= parts === null;
		return {
			clause: clause.id,
			heading: clause.heading,
			state: 'changed',
			parts: parts ?? [
				{ text: previous.markdown, state: 'removed' }, { text: clause.markdown, state: 'added' },
			],
		};
	});
	const gone = before.filter(({ id }) => !kept.has(id)).map(clause => whole(clause, 'removed'));
	return { clauses: [...clauses, ...gone], coarse };
}
