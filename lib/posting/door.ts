import type { Queue } from '../kernel/host/content';
import { done, type Outcome } from '../kernel/refusals/outcome';
import type { Act, Submission, Origin, Reason, Reviewer, Verdict } from '../kernel/slice/review';
import { textOf } from '../kernel/formats/text';
import { oncePerObject } from '../kernel/host/once-per-object';
import type { ForumTermsField } from '../kernel/refusals/wire';
import { decodeAnswers, submissionOf, type HostPost } from './submission';
import { noPromises, type Promises } from './promise';
import { verdictOf, withoutQuestions } from './rules';

/** The order of the reviewers: who may post, under which terms, for whom, what is typed and checked, what it says. */
const order: readonly Reviewer['slice'][] = ['access', 'terms', 'partners', 'categories', 'checklist', 'screening'];

/** The one door: judges everything that is written in the forum. */
export interface Door {
	judge(submission: Submission, mode?: { dryRun: boolean }): Promise<Verdict>;
	/** The author's answers; of a queued post none, because they were judged when it was submitted. */
	answersOf(post: HostPost, origin: Origin): Outcome<ForumTermsField>;
	/** A promise that this submission, just judged as allowed, will not be refused for five minutes. */
	promise(submission: Submission): Promise<string>;
	/**
	 * Builds the submission from a posting hook's data and judges it; `origin` comes from the hook or route. Answers
	 * and ids of the wrong shape are refused.
	 */
	judgePost(act: Act, post: HostPost, origin: Origin): Promise<Outcome<Verdict>>;
	/**
	 * Whether staff must review it first. Records nothing: NodeBB asks before it knows whether the post will be sent.
	 */
	holds(act: Act, post: HostPost, origin: Origin): Promise<boolean>;
}

interface Parts {
	promised?: Promises;
	/** The post queue: a change of a queued post is judged as the complete result. */
	queue?: Pick<Queue, 'read'>;
}

const emptyQueue: Pick<Queue, 'read'> = { read: async () => null };

/** The reasons that override a promise. */
const againstPromise = (reasons: readonly Reason[]) => reasons.filter(({ isAboutAccess }) => isAboutAccess);

export function door(
	reviewers: readonly Reviewer[], { promised = noPromises, queue = emptyQueue }: Parts = {},
): Door {
	const inOrder = order.flatMap(slice => reviewers.filter(reviewer => reviewer.slice === slice));

	async function judge(submission: Submission, mode = { dryRun: false }): Promise<Verdict> {
		const isPromised = submission.answers.token !== undefined && !mode.dryRun && await promised.redeem(submission);
		const reasons = [];
		for (const reviewer of inOrder) {
			// In sequence, because a reviewer may rely on what an earlier one recorded (an acceptance).
			const found = await reviewer.review(submission, mode);
			// Reviewers record, with or without a promise.
			reasons.push(...isPromised ? againstPromise(found) : found);
		}
		const verdict = verdictOf(reasons);
		const authorIsThere = submission.origin !== 'queue-approval' && submission.act !== 'fork' && submission.act !== 'merge';
		return authorIsThere ? verdict : withoutQuestions(verdict);
	}

	/** A post passes several hooks with the same field. */
	const decodeField = oncePerObject((forumTerms: object) => decodeAnswers({ forumTerms }, 'api'));

	function answersOf(post: HostPost, origin: Origin): Outcome<ForumTermsField> {
		const { forumTerms } = post;
		// The answers of a queued post were decoded when it was submitted.
		return origin === 'queue-approval' ? done({}) :
			typeof forumTerms === 'object' && forumTerms !== null ? decodeField(forumTerms) : decodeAnswers(post, origin);
	}

	async function readSubmission(act: Act, post: HostPost, origin: Origin): Promise<Outcome<Submission>> {
		const answers = answersOf(post, origin);
		const waiting = act === 'queue-edit' ? await queue.read(textOf(post.id)) : null;
		return answers.ok ? submissionOf(act, post, answers.value, origin, waiting) : answers;
	}

	const holders = inOrder.filter(({ mayHold }) => mayHold);

	return {
		judge,
		answersOf,
		promise: submission => promised.make(submission),
		async holds(act, post, origin) {
			const submission = holders.length > 0 ? await readSubmission(act, post, origin) : null;
			if (!submission?.ok) {
				return false;
			}
			const reviews = holders.map(one => one.review(submission.value, { dryRun: true }));
			const found = (await Promise.all(reviews)).flat();
			const isPromised = submission.value.answers.token !== undefined && await promised.holds(submission.value);
			return verdictOf(isPromised ? againstPromise(found) : found).outcome === 'hold';
		},
		async judgePost(act, post, origin) {
			const submission = await readSubmission(act, post, origin);
			return submission.ok ? done(await judge(submission.value)) : submission;
		},
	};
}
