import { done, type Outcome } from '../kernel/outcome';
import type { Act, Draft, Reviewer, Verdict } from '../kernel/review';
import { decodeAnswers, draftOf, originOf, type HostPost } from './draft';
import { noPromises, type Promises } from './promise';
import { verdictOf, withoutQuestions } from './rules';

/** The order in which the slices are asked: who may write, under which terms, for whom, how prepared, and what. */
const order: readonly Reviewer['slice'][] = ['access', 'terms', 'partners', 'checklist', 'screening'];

/** The one door: whatever writes in the forum is judged here. */
export interface Door {
	judge(draft: Draft, mode?: { dryRun: boolean }): Promise<Verdict>;
	/** A promise that this draft, which was judged good, cannot be refused for five minutes. */
	promise(draft: Draft): Promise<string>;
	/** Makes the draft of a posting hook's data and judges it; malformed answers are a refusal. */
	judgePost(act: Act, post: HostPost): Promise<Outcome<Verdict>>;
	/** Whether staff have to look first. Records nothing: NodeBB asks this before it knows whether the post is sent. */
	holds(act: Act, post: HostPost): Promise<boolean>;
}

export function door(reviewers: readonly Reviewer[], promised: Promises = noPromises): Door {
	const inOrder = order.flatMap(slice => reviewers.filter(reviewer => reviewer.slice === slice));

	async function judge(draft: Draft, mode = { dryRun: false }): Promise<Verdict> {
		const isPromised = draft.answers.token !== undefined && !mode.dryRun && await promised.redeem(draft);
		const reasons = [];
		for (const reviewer of inOrder) {
			// One after the other: what an earlier reviewer records (an acceptance) the next may rely on.
			const found = await reviewer.review(draft, mode);
			// Promised or not, a reviewer records; but only a decision about access goes before a promise.
			reasons.push(...isPromised && reviewer.slice !== 'access' ? [] : found);
		}
		const verdict = verdictOf(reasons);
		const authorIsThere = draft.origin !== 'queue-approval' && draft.act !== 'fork' && draft.act !== 'merge';
		return authorIsThere ? verdict : withoutQuestions(verdict);
	}

	const holders = inOrder.filter(({ mayHold }) => mayHold);

	return {
		judge,
		promise: draft => promised.make(draft),
		async holds(act, post) {
			const answers = decodeAnswers(post);
			if (holders.length === 0 || !answers.ok) {
				return false;
			}
			const draft = draftOf(act, post, answers.value);
			if (answers.value.token !== undefined && await promised.holds(draft)) {
				return false;
			}
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
