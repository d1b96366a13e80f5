import type { Actor } from './host/member';
import type { Refusal } from './refusal';
import type { ForumTermsField } from './edge/wire';

/**
 * What is being done to the forum's content. `move`: one's own topic into another category. `chat`: messages, rooms and
 * their names. `profile` and `picture`: what everybody reads and sees about a member or a group. `upload`: files.
 */
export type Act =
	| 'topic' | 'reply' | 'edit' | 'tags' | 'crosspost' | 'queue-edit' | 'fork' | 'merge' | 'move'
	| 'chat' | 'profile' | 'picture' | 'group' | 'report' | 'upload';

/**
 * How the writing came in. `queue-approval` is the second coming of a submission: its author was asked when they
 * submitted and is never asked again (NodeBB issue 6015). `host` is another plugin or a job without a request.
 */
export type Origin = 'api' | 'no-script' | 'queue-approval' | 'federation' | 'host' | 'check';

/** One piece of writing on its way into the forum, whatever door it came through. */
export interface Draft {
	act: Act;
	origin: Origin;
	/** Who writes; for an edit the editor, not the author of the post. */
	author: Actor;
	/**
	 * The ids that count for the act, and no others: `cid` of a topic, `tid` of a reply or of tags, `pid` of an edit,
	 * both `tid` and the category it goes to of a crosspost. `queued`: a post that waits for staff, with the place it
	 * would get.
	 */
	place: { cid?: string; tid?: string; pid?: string; queued?: string };
	/** Everything in it that a reader will see. */
	text: { title?: string; content?: string; sourceContent?: string; tags?: readonly string[]; handle?: string };
	/** What the author said about the terms in the same request. */
	answers: ForumTermsField;
}

/** What can become of a draft, in order of severity; the worst of all reviewers wins. */
export const outcomes = ['allow', 'ask', 'hold', 'refuse'] as const;
/** `ask`: the author can fix it and send again. `hold`: staff look first. `refuse`: not here. */
export type ReviewOutcome = typeof outcomes[number];

/** One finding of a reviewer, with the refusal that says it in words. */
export interface Reason {
	outcome: Exclude<ReviewOutcome, 'allow'>;
	refusal: Refusal;
	/**
	 * It is a decision about somebody's access (a restriction, a suspension, a halt, a hold), not about a text: what
	 * was promised for the text does not go before it.
	 */
	isAboutAccess?: true;
}

/** A slice's say on every draft. Reviewers only judge; what they record on the way must be safe to repeat. */
export interface Reviewer {
	slice: 'access' | 'terms' | 'partners' | 'checklist' | 'screening';
	/** Whether it can ever answer `hold`; the others need not be asked before NodeBB decides on its queue. */
	mayHold: boolean;
	/** With `dryRun` nothing is recorded: the answer is what the live path would say. */
	review(draft: Draft, mode: { dryRun: boolean }): Promise<Reason[]>;
}

/** All reasons together and the worst of them. */
export interface Verdict {
	outcome: ReviewOutcome;
	reasons: Reason[];
}
