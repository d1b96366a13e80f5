import type { Queue } from '../kernel/content';
import { done, type Outcome } from '../kernel/outcome';
import type { Act, Draft, Origin, Reason, Reviewer, Verdict } from '../kernel/review';
import { textOf } from '../kernel/formats/text';
import { decodeAnswers, draftOf, type HostPost } from './draft';
import { noPromises, type Promises } from './promise';
import { verdictOf, withoutQuestions } from './rules';

/** The order in which the slices are asked: who may write, under which terms, for whom, how prepared, and what. */
const order: readonly Reviewer['slice'][] = ['access', 'terms', 'partners', 'checklist', 'screening'];

/** The one door: whatever writes in the forum is judged here. */
export interface Door {
	judge(draft: Draft, mode?: { dryRun: boolean }): Promise<Verdict>;
	/** A promise that this draft, which was judged good, cannot be refused for five minutes. */
	promise(draft: Draft): Promise<string>;
	/**
	 * Makes the draft of a posting hook's data and judges it; `origin` is the word of the hook or route that ran.
	 * Answers and ids of the wrong shape are a refusal.
	 */
	judgePost(act: Act, post: HostPost, origin: Origin): Promise<Outcome<Verdict>>;
	/** Whether staff have to look first. Records nothing: NodeBB asks this before it knows whether the post is sent. */
	holds(act: Act, post: HostPost, origin: Origin): Promise<boolean>;
}

interface Parts {
	promised?: Promises;
	/** What waits for staff: a change of it is judged as the whole that it makes. */
	queue?: Pick<Queue, 'read'>;
}

const emptyQueue: Pick<Queue, 'read'> = { read: async () => null };

/** What is left to say against a promised draft. */
const againstPromise = (reasons: readonly Reason[]) => reasons.filter(({ isAboutAccess }) => isAboutAccess);

export function door(
	reviewers: readonly Reviewer[], { promised = noPromises, queue = emptyQueue }: Parts = {},
): Door {
	const inOrder = order.flatMap(slice => reviewers.filter(reviewer => reviewer.slice === slice));

	async function judge(draft: Draft, mode = { dryRun: false }): Promise<Verdict> {
		const isPromised = draft.answers.token !== undefined && !mode.dryRun && await promised.redeem(draft);
		const reasons = [];
		for (const reviewer of inOrder) {
			// One after the other: what an earlier reviewer records (an acceptance) the next may rely on.
			const found = await reviewer.review(draft, mode);
			// Promised or not, a reviewer records.
			reasons.push(...isPromised ? againstPromise(found) : found);
		}
		const verdict = verdictOf(reasons);
		const authorIsThere = draft.origin !== 'queue-approval' && draft.act !== 'fork' && draft.act !== 'merge';
		return authorIsThere ? verdict : withoutQuestions(verdict);
	}

	async function drafted(act: Act, post: HostPost, origin: Origin): Promise<Outcome<Draft>> {
		// What was stored with a queued post was decoded when it was submitted.
		const answers = origin === 'queue-approval' ? done({}) : decodeAnswers(post, origin);
		const waiting = act === 'queue-edit' ? await queue.read(textOf(post.id)) : null;
		return answers.ok ? draftOf(act, post, answers.value, origin, waiting) : answers;
	}

	const holders = inOrder.filter(({ mayHold }) => mayHold);

	return {
		judge,
		promise: draft => promised.make(draft),
		async holds(act, post, origin) {
			const draft = holders.length > 0 ? await drafted(act, post, origin) : null;
			if (!draft?.ok) {
				return false;
			}
			const found = (await Promise.all(holders.map(one => one.review(draft.value, { dryRun: true })))).flat();
			const isPromised = draft.value.answers.token !== undefined && await promised.holds(draft.value);
			return verdictOf(isPromised ? againstPromise(found) : found).outcome === 'hold';
		},
		async judgePost(act, post, origin) {
			const draft = await drafted(act, post, origin);
			return draft.ok ? done(await judge(draft.value)) : draft;
		},
	};
}
