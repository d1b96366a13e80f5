import * as v from 'valibot';
import { decodeBody } from '../kernel/body';
import { actorOf } from '../kernel/member';
import { textOf } from '../kernel/text';
import { done, type Outcome } from '../kernel/outcome';
import type { Act, Draft, Origin } from '../kernel/review';
import { forumTermsField, versionIdSchema, type ForumTermsField } from '../kernel/wire';
import { checklistIn } from './plain-answers';

/** What NodeBB hands to its posting hooks, as far as a draft needs it. */
export interface HostPost {
	uid?: unknown;
	cid?: unknown;
	tid?: unknown;
	pid?: unknown;
	/** Of a post in the queue. */
	id?: unknown;
	title?: unknown;
	content?: unknown;
	sourceContent?: unknown;
	tags?: unknown;
	handle?: unknown;
	fromQueue?: unknown;
	forumTerms?: unknown;
	req?: unknown;
}

interface Request { body?: Record<string, unknown> }

const optionalText = (value: unknown) => (typeof value === 'string' ? value : undefined);
const optionalId = (value: unknown) => textOf(value) || undefined;

/** Drops absent parts, so that a draft only holds what was written. */
function present<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as
		{ [K in keyof T]?: Exclude<T[K], undefined> };
}

const noScriptAccept = v.pipe(
	v.union([versionIdSchema, v.array(versionIdSchema)]),
	v.transform(value => (Array.isArray(value) ? value : [value])),
);

function decodeForm(form: Record<string, unknown>): Outcome<ForumTermsField> {
	const accept = decodeBody(v.object({ forumTermsAccept: v.optional(noScriptAccept) }), {
		...form.forumTermsAccept === undefined ? {} : { forumTermsAccept: form.forumTermsAccept },
	});
	const checklist = checklistIn(form);
	return accept.ok ? done({
		...accept.value.forumTermsAccept ? { accept: accept.value.forumTermsAccept } : {},
		...Object.keys(checklist.answers).length > 0 ? { checklist } : {},
	}) : accept;
}

/**
 * The author's answers: the `forumTerms` field of the API, or the plain form fields of the no-script composer.
 * A field of the wrong shape is refused by name.
 * HOST: src/controllers/composer.js passes no extra field on; they are only found in `data.req.body`.
 */
export function decodeAnswers(post: HostPost): Outcome<ForumTermsField> {
	const form = (post.req as Request | undefined)?.body;
	if (post.forumTerms === undefined && form?.noscript === 'true') {
		return decodeForm(form);
	}
	const decoded = decodeBody(v.object({ forumTerms: v.optional(forumTermsField, {}) }), {
		forumTerms: post.forumTerms,
	});
	return decoded.ok ? done(decoded.value.forumTerms) : decoded;
}

/** How a write came in. Client-sent markers are not believed: `fromQueue` is set by NodeBB's API itself. */
export function originOf(post: HostPost): Origin {
	if (actorOf(post.uid).kind === 'remote') {
		return 'federation';
	}
	// HOST: src/api/topics.js resets `fromQueue`, src/posts/queue.js sets it on approval.
	if (post.fromQueue === true) {
		return 'queue-approval';
	}
	const request = post.req as Request | undefined;
	if (!request) {
		return 'host';
	}
	return request.body?.noscript === 'true' ? 'no-script' : 'api';
}

/** One draft out of whatever a posting hook was given. */
export function draftOf(act: Act, post: HostPost, answers: ForumTermsField, origin = originOf(post)): Draft {
	return {
		act,
		origin,
		author: actorOf(post.uid),
		place: present({
			cid: optionalId(post.cid), tid: optionalId(post.tid), pid: optionalId(post.pid),
			queued: act === 'queue-edit' ? optionalId(post.id) : undefined,
		}),
		text: present({
			title: optionalText(post.title),
			content: optionalText(post.content),
			sourceContent: optionalText(post.sourceContent),
			handle: optionalText(post.handle),
			tags: Array.isArray(post.tags) ? post.tags.map(String) : undefined,
		}),
		answers,
	};
}
