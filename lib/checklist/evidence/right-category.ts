import type { ChecklistField } from '../asking/answers';
import type { Asking } from '../asking/asking';
import type { EvidenceAnswer } from './evidence';

/** The item by which authors confirm the category (CK-11, clause 4). */
const rightCategory = 'right-category';

/** Choosing between two categories answers the item. */
export function choosing(given: ChecklistField, { profile }: Pick<Asking, 'profile'>): ChecklistField {
	const isAsked = profile.items.some(({ key, kind }) => key === rightCategory && kind === 'confirm');
	return given.suggested && isAsked ? { ...given, answers: { ...given.answers, [rightCategory]: true } } : given;
}

/** Adds the choice to the answer. Only staff read it: other readers may not know the suggested category. */
export function withSuggestion(
	answers: readonly EvidenceAnswer[], suggested: { choice: 'changed' | 'kept'; note: string | null } | null,
): EvidenceAnswer[] {
	const note = suggested?.note;
	return answers.map(answer => (answer.key === rightCategory && suggested && note ? {
		...answer, text: note, readers: 'staff', verdict: suggested.choice === 'kept' ? 'warn' : answer.verdict,
	} : answer));
}
