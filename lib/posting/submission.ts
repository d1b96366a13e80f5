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
	edit: ['title', 'content', 'sourceContent', 'tags', 'handle'], tags: ['tags'], crosspost: [],
	'queue-edit': ['title', 'content', 'tags'], fork: ['title'], merge: ['title'], move: [],
	chat: ['content'], profile: ['content'], picture: [], group: ['title', 'content'], report: ['content'], upload: [],
};

/** HOST: src/topics/tags.js treats each as a text without checking. */
const tagsBody = v.object({ tags: v.optional(v.array(v.union([v.string(), v.number()]))) });

/** Drops absent parts. */
function present<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as
		{ [K in keyof T]?: Exclude<T[K], undefined> };
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

/** A name counts only where NodeBB stores it: on a guest's post, and when staff edit one. HOST: src/posts/create.js. */
function countingText(act: Act, isGuest: boolean): readonly TextPart[] {
	return isGuest || act === 'edit' ? written[act] : written[act].filter(part => part !== 'handle');
}

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
	const given: Record<string, unknown> = { ...post };
	const place = act === 'queue-edit' ? placeOfWaiting(given, waiting) : placeOf(act, given);
	if (!place.ok) {
		return place;
	}
	const said = waiting ? textOfWaiting(post, waiting) : post;
	const counting = countingText(waiting?.act ?? act, author.kind === 'guest');
	const tagged = Array.isArray(said.tags) ? decodeBody(tagsBody, { tags: said.tags }) : done({ tags: undefined });
	if (!tagged.ok) {
		return tagged;
	}
	const tags = tagged.value.tags?.map(String);
	return done({
		act, origin, author, place: place.value, answers,
		text: present(Object.fromEntries(counting.map(part =>
			[part, part === 'tags' ? tags : writtenText(said[part])]))),
	});
}
