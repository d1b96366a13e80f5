import type { Queue } from '../kernel/host/content';
import { done, type Outcome } from '../kernel/refusals/outcome';
import type { Act, Submission, Origin, Reason, Reviewer, Verdict } from '../kernel/slice/review';
import { textOf } from '../kernel/formats/text';
import { oncePerObject } from '../kernel/host/once-per-object';
import { atOnce, now, type Soon } from '../kernel/host/soon';
import type { ForumTermsField } from '../kernel/refusals/wire';
import { decodeAnswers, submissionOf, type HostPost } from './submission';
import { noPromises, type Promises } from './promise';
import { verdictOf, withoutQuestions } from './rules';

/** The order of the reviewers: who may post, under which terms, for whom, what is typed and checked, what it says. */
const order: readonly Reviewer['slice'][] = ['access', 'terms', 'partners', 'categories', 'checklist', 'screening'];

/** The one door: judges everything that is written in the forum. */
export interface Door {
	/** At once, if every reviewer has at hand what it needs; most posts cost no promise here. */
	judge(submission: Submission, mode?: { dryRun: boolean }): Soon<Verdict>;
	/** The author's answers; of a queued post none, because they were judged when it was submitted. */
	answersOf(post: HostPost, origin: Origin): Outcome<ForumTermsField>;
	/** A promise that this submission, just judged as allowed, will not be refused for five minutes. */
	promise(submission: Submission): Promise<string>;
	/**
	 * Builds the submission from a posting hook's data and judges it; `origin` comes from the hook or route. Answers
	 * and ids of the wrong shape are refused.
	 */
	judgePost(act: Act, post: HostPost, origin: Origin): Soon<Outcome<Verdict>>;
	/**
	 * Whether staff must review it first. Records nothing: NodeBB asks before it knows whether the post will be sent.
	 */
	holds(act: Act, post: HostPost, origin: Origin): Soon<boolean>;
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

	const judge = atOnce(function* (submission: Submission, mode: { dryRun: boolean } = { dryRun: false }) {
		const isPromised = submission.answers.token !== undefined && !mode.dryRun &&
			(yield* now(promised.redeem(submission)));
		const reasons = [];
		for (const reviewer of inOrder) {
			// In sequence, because a reviewer may rely on what an earlier one recorded (an acceptance).
			const found = yield* now(reviewer.review(submission, mode));
			// Reviewers record, with or without a promise.
			reasons.push(...isPromised ? againstPromise(found) : found);
		}
		const verdict = verdictOf(reasons);
		const authorIsThere = submission.origin !== 'queue-approval' && submission.act !== 'fork' && submission.act !== 'merge';
		return authorIsThere ? verdict : withoutQuestions(verdict);
	});

	/** A post passes several hooks with the same field. */
	const decodeField = oncePerObject((forumTerms: object) => decodeAnswers({ forumTerms }, 'api'));

	function answersOf(post: HostPost, origin: Origin): Outcome<ForumTermsField> {
		const { forumTerms } = post;
		// The answers of a queued post were decoded when it was submitted.
		return origin === 'queue-approval' ? done({}) :
			typeof forumTerms === 'object' && forumTerms !== null ? decodeField(forumTerms) : decodeAnswers(post, origin);
	}

	const readSubmission = atOnce(function* (act: Act, post: HostPost, origin: Origin) {
		const answers = answersOf(post, origin);
		const waiting = act === 'queue-edit' ? yield* now(queue.read(textOf(post.id))) : null;
		return answers.ok ? submissionOf(act, post, answers.value, origin, waiting) : answers;
	});

	const holders = inOrder.filter(({ mayHold }) => mayHold);

	return {
		judge,
		answersOf,
		promise: submission => promised.make(submission),
		holds: atOnce(function* (act, post, origin) {
			const submission = holders.length > 0 ? yield* now(readSubmission(act, post, origin)) : null;
			if (!submission?.ok) {
				return false;
			}
			const found = [];
			for (const one of holders) {
				found.push(...yield* now(one.review(submission.value, { dryRun: true })));
			}
			const { value } = submission;
			const isPromised = value.answers.token !== undefined && (yield* now(promised.holds(value)));
			return verdictOf(isPromised ? againstPromise(found) : found).outcome === 'hold';
		}),
		judgePost: atOnce(function* (act, post, origin) {
			const submission = yield* now(readSubmission(act, post, origin));
			return submission.ok ? done(yield* now(judge(submission.value))) : submission;
		}),
	};
}
