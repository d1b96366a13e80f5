import { refuse } from '../../kernel/refusals/refusal';
import type { Reason } from '../../kernel/slice/review';
import { textFor, type ChecklistProfile } from '../profiles/item';
import { mendOfBlocked, mendOfUnreadable } from './mend';
import type { Judgement } from './rules';
import { isTellingTitle, isUnseen } from './title-rules';

const codes = { missing: 'checklist-incomplete', invalid: 'checklist-unreadable', blocked: 'checklist-blocked' } as const;
// The order in which an author can fix them.
const order = ['missing', 'invalid', 'blocked'] as const;

/** The judgements that stop a post, in order; warnings never do. */
export function stopping(judgements: readonly Judgement[]): Judgement[] {
	return order.flatMap(problem => judgements.filter(judgement => judgement.problem === problem));
}

/** Reasons against a title that nobody can see, or a vague one if the checklist requires a descriptive one. */
export function reasonsForTitle(
	{ titleRule, kind }: Pick<ChecklistProfile, 'titleRule' | 'kind'>, title: string, vagueWords: readonly string[],
): Reason[] {
	const isVague = isUnseen(title) || (titleRule === 'telling' && !isTellingTitle(title, vagueWords));
	return kind === 'security' || !isVague ? [] :
		[{ outcome: 'ask', refusal: refuse('title-vague', [], { field: 'title' }) }];
}

/** One reason per item, in the author's language; `isOutdated`: the checklist changed while they were answering. */
export function reasonsFor(judgements: readonly Judgement[], language: string, isOutdated = false): Reason[] {
	return stopping(judgements).map(({ item, problem, answer, knowledge, standing }) => {
		const code = isOutdated && problem === 'missing' ? 'checklist-outdated' : codes[problem as keyof typeof codes];
		const mend = problem === 'invalid' ? [mendOfUnreadable({ item, answer, knowledge })] :
			problem === 'blocked' ? [mendOfBlocked({ item, answer, knowledge, standing }, language)] : [];
		return {
			outcome: 'ask',
			refusal: refuse(code, [textFor(item.prompt, language), item.clause, ...mend],
				{ field: `forumTerms.checklist.answers.${item.key}`, clause: item.clause }),
		};
	});
}
