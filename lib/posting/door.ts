import type { Queue } from '../kernel/host/content';
import { done, type Outcome } from '../kernel/refusals/outcome';
import type { Act, Submission, Origin, Reason, Reviewer, Verdict } from '../kernel/slice/review';
import { actorOf } from '../kernel/host/member';
import { textOf } from '../kernel/formats/text';
import { oncePerObject } from '../kernel/host/once-per-object';
import { after, all, atOnce, inTurn, now, type Soon, type Steps } from '../kernel/host/soon';
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

	const authorIsThere = ({ origin, act }: Submission) => origin !== 'queue-approval' && act !== 'fork' && act !== 'merge';

	function judge(submission: Submission, mode: { dryRun: boolean } = { dryRun: false }): Soon<Verdict> {
		const reasons: Reason[] = [];
		const isPromised = submission.answers.token !== undefined && !mode.dryRun && promised.redeem(submission);
		// In sequence, because a reviewer may rely on what an earlier one recorded (an acceptance).
		const reviewed = after(isPromised, overridden => inTurn(inOrder, reviewer =>
			after(reviewer.review(submission, mode), (found) => {
				// Reviewers record, with or without a promise.
				reasons.push(...overridden ? againstPromise(found) : found);
			})));
		return after(reviewed, () => {
			const verdict = verdictOf(reasons);
			return authorIsThere(submission) ? verdict : withoutQuestions(verdict);
		});
	}

	/** A post passes several hooks with the same field. */
	const decodeField = oncePerObject((forumTerms: object) => decodeAnswers({ forumTerms }, 'api'));

	function answersOf(post: HostPost, origin: Origin): Outcome<ForumTermsField> {
		const { forumTerms } = post;
		// The answers of a queued post were decoded when it was submitted.
		return origin === 'queue-approval' ? done({}) :
			typeof forumTerms === 'object' && forumTerms !== null ? decodeField(forumTerms) : decodeAnswers(post, origin);
	}

	function readSubmission(act: Act, post: HostPost, origin: Origin): Soon<Outcome<Submission>> {
		const answers = answersOf(post, origin);
		return !answers.ok ? answers : after(act === 'queue-edit' ? queue.read(textOf(post.id)) : null, waiting =>
			submissionOf(act, post, answers.value, origin, waiting));
	}

	const holders = inOrder.filter(({ mayHold }) => mayHold);

	const isHeld = atOnce(function* (submission: Submission, asked: readonly Reviewer[]): Steps<boolean> {
		const found = [];
		for (const one of asked) {
			found.push(...yield* now(one.review(submission, { dryRun: true })));
		}
		const isPromised = submission.answers.token !== undefined && (yield* now(promised.holds(submission)));
		return verdictOf(isPromised ? againstPromise(found) : found).outcome === 'hold';
	});

	return {
		judge,
		answersOf,
		promise: submission => promised.make(submission),
		holds(act, post, origin) {
			const author = actorOf(post.uid);
			return after(all(holders.map(holder => holder.mayHold?.(author))), (may) => {
				const asked = holders.filter((_one, index) => may[index]);
				return asked.length > 0 && after(readSubmission(act, post, origin), submission =>
					submission.ok && isHeld(submission.value, asked));
			});
		},
		judgePost: (act, post, origin) => after(readSubmission(act, post, origin), submission =>
			(submission.ok ? after(judge(submission.value), done) : submission)),
	};
}
