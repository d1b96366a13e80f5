import type { Actor } from '../host/member';
import type { Soon } from '../host/soon';
import type { Refusal } from '../refusals/refusal';
import type { ForumTermsField } from '../refusals/wire';

/**
 * What happens to the forum's content. `move`: to another category, by the author. `chat`: messages, rooms and their
 * names. `profile` and `picture`: what everybody sees of a member or a group. `upload`: files.
 */
export type Act =
	| 'topic' | 'reply' | 'edit' | 'tags' | 'thumb' | 'crosspost' | 'queue-edit' | 'fork' | 'merge' | 'move'
	| 'chat' | 'profile' | 'picture' | 'group' | 'report' | 'upload';

const reportActs: readonly Act[] = ['topic', 'reply', 'edit', 'tags', 'thumb', 'queue-edit'];

/** Whether an act writes a security report where they are taken: a new one, a reply to one, an edit by its author. */
export const isReportAct = (act: Act): boolean => reportActs.includes(act);

/**
 * How the writing came in. `queue-approval`: the author was asked on submitting and is never asked again (NodeBB issue
 * 6015). `host`: another plugin, or a job without a request.
 */
export type Origin = 'api' | 'no-script' | 'queue-approval' | 'federation' | 'host' | 'check';

/** One piece of writing on its way into the forum, through any door. */
export interface Submission {
	act: Act;
	origin: Origin;
	/** Who writes; for an edit this is the editor, not the author of the post. */
	author: Actor;
	/**
	 * Only the ids that the act uses: `cid` of a topic, `tid` of a reply or of tags, `pid` of an edit, `tid` and target
	 * `cid` of a crosspost. `queued`: a queued post, with its target place.
	 */
	place: { cid?: string; tid?: string; pid?: string; queued?: string };
	/** Everything that readers will see. */
	text: { title?: string; content?: string; sourceContent?: string; tags?: readonly string[]; handle?: string };
	/** What the author said about the terms in the same request. */
	answers: ForumTermsField;
}

/** Possible outcomes of a review, in order of severity; the worst of all reviewers wins. */
export const outcomes = ['allow', 'ask', 'hold', 'refuse'] as const;
/** `ask`: the author can fix it and send again. `hold`: staff review it first. `refuse`: not allowed here. */
export type ReviewOutcome = typeof outcomes[number];

/** One finding of a reviewer, with the refusal that words it. */
export interface Reason {
	outcome: Exclude<ReviewOutcome, 'allow'>;
	refusal: Refusal;
	/**
	 * A decision about somebody's access (a restriction, suspension, halt or hold), not about a text; it overrides a
	 * promise that was given for the text.
	 */
	isAboutAccess?: true;
}

/**
 * A slice's review of every submission. Reviewers only judge; anything they record on the way must be safe to repeat.
 */
export interface Reviewer {
	slice: 'access' | 'terms' | 'partners' | 'categories' | 'checklist' | 'screening';
	/**
	 * Whether it may answer `hold` about this author; without it, never. NodeBB asks before every post whether to queue
	 * it, and here it ends for most.
	 */
	mayHold?(author: Actor): Soon<boolean>;
	/**
	 * With `dryRun` nothing is recorded; the answer is the same as in the live path. Every post waits for it: with
	 * nothing to say, and what it needs in caches, it answers at once.
	 */
	review(submission: Submission, mode: { dryRun: boolean }): Soon<readonly Reason[]>;
}

/** All reasons, and the worst outcome among them. */
export interface Verdict {
	outcome: ReviewOutcome;
	reasons: Reason[];
}
