import type { ChecklistField } from '../asking/answers';
import type { Asking } from '../asking/asking';
import type { EvidenceAnswer } from './evidence';

/** The item by which an author says that their topic is where it belongs (CK-11, clause 4). */
const rightCategory = 'right-category';

/** Whoever chose between two categories has said that this is the right one. */
export function choosing(given: ChecklistField, { profile }: Pick<Asking, 'profile'>): ChecklistField {
	const isAsked = profile.items.some(({ key, kind }) => key === rightCategory && kind === 'confirm');
	return given.suggested && isAsked ? { ...given, answers: { ...given.answers, [rightCategory]: true } } : given;
}

/**
 * The choice beside the answer. Only staff read it: the category that was suggested may be one that other readers of
 * the topic do not know of.
 */
export function withSuggestion(
	answers: readonly EvidenceAnswer[], suggested: { choice: 'changed' | 'kept'; note: string | null } | null,
): EvidenceAnswer[] {
	const note = suggested?.note;
	return answers.map(answer => (answer.key === rightCategory && suggested && note ? {
		...answer, text: note, readers: 'staff', verdict: suggested.choice === 'kept' ? 'warn' : answer.verdict,
	} : answer));
}
