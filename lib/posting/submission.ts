import { mapValues } from 'lodash';
import * as v from 'valibot';
import { decodeBody } from '../kernel/slice/body';
import { actorOf } from '../kernel/host/member';
import type { WaitingPost } from '../kernel/host/content';
import { textOf, writtenText } from '../kernel/formats/text';
import { done, type Outcome } from '../kernel/refusals/outcome';
import type { Act, Submission, Origin } from '../kernel/slice/review';
import { forumTermsField, versionIdSchema, type ForumTermsField } from '../kernel/refusals/wire';
import { placeOf, placeOfWaiting } from './place';
import { checklistIn } from './plain-answers';

/** The fields of NodeBB's posting hooks that a submission needs. */
export interface HostPost {
	uid?: unknown;
	cid?: unknown;
	tid?: unknown;
	pid?: unknown;
	/** Of a queued post. */
	id?: unknown;
	/** The target of a queued crosspost. */
	crosspostCid?: unknown;
	title?: unknown;
	content?: unknown;
	sourceContent?: unknown;
	tags?: unknown;
	handle?: unknown;
	fromQueue?: unknown;
	forumTerms?: unknown;
	req?: unknown;
}

interface Request { body?: Record<string, unknown>; originalUrl?: unknown }
type TextPart = keyof Submission['text'];

/** The text fields of each act that readers will see; NodeBB stores no others. */
const written: Record<Act, readonly TextPart[]> = {
	topic: ['title', 'content', 'sourceContent', 'tags', 'handle'], reply: ['content', 'sourceContent', 'handle'],
	edit: ['title', 'content', 'sourceContent', 'tags', 'handle'], tags: ['tags'], thumb: [], crosspost: [],
	'queue-edit': ['title', 'content', 'tags'], fork: ['title'], merge: ['title'], move: [],
	chat: ['content'], profile: ['content'], picture: [], group: ['title', 'content'], report: ['content'], upload: [],
};

/** HOST: src/topics/tags.js treats each as a text without checking. */
const tagsBody = v.object({ tags: v.optional(v.array(v.union([v.string(), v.number()]))) });

const isPlainTag = (tag: unknown): tag is string => typeof tag === 'string' && !tag.includes('\u0000');

/** The tags as texts; undefined if there is no list of them. */
function tagsOf(tags: unknown): Outcome<string[] | undefined> {
	if (!Array.isArray(tags) || tags.every(isPlainTag)) {
		return done(Array.isArray(tags) ? tags : undefined);
	}
	const decoded = decodeBody(tagsBody, { tags });
	return decoded.ok ? done(decoded.value.tags?.map(String)) : decoded;
}

/** The texts of these parts, without absent ones. */
function textsIn(said: HostPost, parts: readonly TextPart[], tags: string[] | undefined): Submission['text'] {
	const text: { -readonly [Part in TextPart]?: string | string[] } = {};
	for (const part of parts) {
		const value = part === 'tags' ? tags : writtenText(said[part]);
		if (value !== undefined) {
			text[part] = value;
		}
	}
	return text as Submission['text'];
}

const answersBody = v.object({ forumTerms: forumTermsField });

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
 * The author's answers: the `forumTerms` field of the API, or the form fields of the no-script composer. A field of the
 * wrong shape is refused by name. HOST: src/controllers/composer.js passes no extra field on; they are only in
 * `data.req.body`.
 */
export function decodeAnswers(post: HostPost, origin: Origin): Outcome<ForumTermsField> {
	if (post.forumTerms === undefined && origin === 'no-script') {
		return decodeForm((post.req as Request | undefined)?.body ?? {});
	}
	if (post.forumTerms === undefined) {
		return done({});
	}
	const decoded = decodeBody(answersBody, { forumTerms: post.forumTerms });
	return decoded.ok ? done(decoded.value.forumTerms) : decoded;
}

/**
 * The origin of a write, from NodeBB's actor and the called address; nothing in the body counts. HOST:
 * src/routes/index.js: the composer without script posts to `/compose`.
 */
export function originOf({ uid, req }: HostPost): Exclude<Origin, 'queue-approval' | 'check'> {
	if (actorOf(uid).kind === 'remote') {
		return 'federation';
	}
	if (!req) {
		return 'host';
	}
	const [path = ''] = textOf((req as Request).originalUrl).split('?');
	return /\/compose\/?$/i.test(path) ? 'no-script' : 'api';
}

/**
 * The same for a new topic or reply, which may also come from the queue. HOST: src/api/helpers.js `setDefaultPostData`
 * and src/controllers/composer.js set `fromQueue` to false, src/posts/queue.js to true; a queued post has no request.
 */
export function originOfNewPost(post: HostPost): Origin {
	const origin = originOf(post);
	return origin === 'host' && post.fromQueue === true ? 'queue-approval' : origin;
}

const writtenByMembers = mapValues(written, (parts, act) => (act === 'edit' ? parts : parts.filter(part => part !== 'handle')));

/** A name counts only where NodeBB stores it: on a guest's post, and when staff edit one. HOST: src/posts/create.js. */
const countingText = (act: Act, isGuest: boolean): readonly TextPart[] => (isGuest ? written : writtenByMembers)[act];

/** A queued post with a change applied. HOST: src/posts/queue.js `editQueuedContent`. */
function textOfWaiting(change: HostPost, waiting: WaitingPost): HostPost {
	const said = (part: 'title' | 'content' | 'tags') => (change[part] === undefined ? waiting[part] : change[part]);
	return {
		title: said('title'), content: said('content'), tags: said('tags'),
		sourceContent: waiting.sourceContent || undefined,
	};
}

/**
 * Builds a submission from what a hook or a route received; `origin` comes from that hook or route. Reads only the
 * fields of the act. An id of the wrong shape is refused by name; `waiting` is the queued post of a `queue-edit`.
 */
export function submissionOf(
	act: Act, post: HostPost, answers: ForumTermsField, origin: Origin, waiting: WaitingPost | null = null,
): Outcome<Submission> {
	const author = actorOf(post.uid);
	const given = post as Record<string, unknown>;
	const place = act === 'queue-edit' ? placeOfWaiting(given, waiting) : placeOf(act, given);
	if (!place.ok) {
		return place;
	}
	const said = waiting ? textOfWaiting(post, waiting) : post;
	const counting = countingText(waiting?.act ?? act, author.kind === 'guest');
	const tags = tagsOf(said.tags);
	return tags.ok ? done({
		act, origin, author, place: place.value, answers, text: textsIn(said, counting, tags.value),
	}) : tags;
}
