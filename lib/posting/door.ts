import { done, type Outcome } from '../kernel/outcome';
import type { Act, Draft, Reviewer, Verdict } from '../kernel/review';
import { decodeAnswers, draftOf, originOf, type HostPost } from './draft';
import { verdictOf, withoutQuestions } from './rules';

/** The order in which the slices are asked: who may write, under which terms, for whom, how prepared, and what. */
const order: readonly Reviewer['slice'][] = ['access', 'terms', 'partners', 'checklist', 'screening'];

/** The one door: whatever writes in the forum is judged here. */
export interface Door {
	judge(draft: Draft, mode?: { dryRun: boolean }): Promise<Verdict>;
	/** Makes the draft of a posting hook's data and judges it; malformed answers are a refusal. */
	judgePost(act: Act, post: HostPost): Promise<Outcome<Verdict>>;
	/** Whether staff have to look first. Records nothing: NodeBB asks this before it knows whether the post is sent. */
	holds(act: Act, post: HostPost): Promise<boolean>;
}

export function door(reviewers: readonly Reviewer[]): Door {
	const inOrder = order.flatMap(slice => reviewers.filter(reviewer => reviewer.slice === slice));

	async function judge(draft: Draft, mode = { dryRun: false }): Promise<Verdict> {
		const reasons = [];
		for (const reviewer of inOrder) {
			// One after the other: what an earlier reviewer records (an acceptance) the next may rely on.
			reasons.push(...await reviewer.review(draft, mode));
		}
		const verdict = verdictOf(reasons);
		const authorIsThere = draft.origin !== 'queue-approval' && draft.act !== 'fork' && draft.act !== 'merge';
		return authorIsThere ? verdict : withoutQuestions(verdict);
	}

	const holders = inOrder.filter(({ mayHold }) => mayHold);

	return {
		judge,
		async holds(act, post) {
			const answers = decodeAnswers(post);
			if (holders.length === 0 || !answers.ok) {
				return false;
			}
			const draft = draftOf(act, post, answers.value);
			const reasons = await Promise.all(holders.map(reviewer => reviewer.review(draft, { dryRun: true })));
			return verdictOf(reasons.flat()).outcome === 'hold';
		},
		async judgePost(act, post) {
			// What was stored with a queued post was decoded when it was submitted.
			const answers = originOf(post) === 'queue-approval' ? done({}) : decodeAnswers(post);
			return answers.ok ? done(await judge(draftOf(act, post, answers.value))) : answers;
		},
	};
}
