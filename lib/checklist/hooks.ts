import { actorOf, uidOf } from '../kernel/host/member';
import type { Host } from '../kernel/host/ports';
import { after, atOnce, now, type Soon } from '../kernel/host/soon';
import { hook } from '../kernel/slice/slice';
import { textOf } from '../kernel/formats/text';
import type { Asking, Askings } from './asking/asking';
import type { EvidenceKeeper } from './evidence/keeper';
import { fieldInFull, publicIn, shortField, topicField } from './evidence/topic-field';
import type { EvidenceStore } from './evidence/store';
import type { FollowUps } from './effect/follow-ups';
import { tagsIn, type PostedTopic, type Measures } from './effect/measures';
import { owedMarks } from './evidence/owed-mark';
import { securityAlert } from './asking/security-alert';
import type { ChecklistStore } from './profiles/store';

type Fields = Record<string, unknown>;
interface Create { topic: Fields; data: Fields & { forumTerms?: { checklist?: unknown } } }
interface PostCreate { post: Fields; data: Fields & { forumTerms?: { checklist?: unknown } } }
interface Move { tid?: unknown; toCid?: unknown; fromCid?: unknown; uid?: unknown }
interface Build { templateData?: Fields }
interface Fork { tid?: unknown; fromTid?: unknown; uid?: unknown }
type Written = Fields & { forumTerms?: { checklist?: unknown } };
interface Posted { topic?: Fields; data?: Written }
interface Replied { post?: Fields & { topic?: Fields }; data?: Fields }
interface Queued { id?: unknown; uid?: unknown; type?: unknown; data?: Written }

const postedOf = (uid: number, topic?: Fields, data?: Written): PostedTopic => ({
	tid: Number(topic?.tid), uid, cid: Number(topic?.cid), tags: tagsIn(data?.tags),
	checklist: data?.forumTerms?.checklist,
});
const unnotified = 'the report is posted even if staff are not notified';
const uncounted = 'a missing count must not cost a post';

/** The typed text. HOST: src/topics/create.js passes the post of `action:topic.reply` as HTML. */
const typedIn = (data?: Fields) => textOf(data?.sourceContent) || textOf(data?.content);

interface Parts {
	store: ChecklistStore;
	askings: Pick<Askings, 'given' | 'of'>;
	evidence: EvidenceStore;
	keeper: EvidenceKeeper;
	followUps: FollowUps;
	measures: Measures;
	isExempt: (uid: number) => Soon<boolean>;
	forgetPaths: () => void;
	host: Pick<Host, 'messenger' | 'places' | 'topics' | 'log'>;
}

/** Stores the answers with the post, and reassesses a topic after a move or a fork (clause 3). */
export function checklistHooks(parts: Parts) {
	const { askings, keeper, evidence, measures, followUps, isExempt, host } = parts;
	const alert = securityAlert(parts);
	const markOwed = owedMarks(host.places);
	/**
	 * Records that are being written while NodeBB stores their topics. HOST: src/topics/create.js `post` passes the
	 * same data to `filter:topic.create` and to the main post's `filter:post.create`.
	 */
	const writing = new WeakMap<object, Promise<void>>();
	/** Answers of stored or submitted data; unreadable ones count as missing. */
	function givenIn(data: Create['data']) {
		const decoded = askings.given(data.forumTerms?.checklist);
		return decoded.ok ? decoded.value : { answers: {} };
	}

	const keepAnswers = atOnce(function* (
		asking: Asking, { topic, data }: Create, { tid, uid, cid }: Record<'tid' | 'uid' | 'cid', number>,
	) {
		const given = givenIn(data);
		if (Object.keys(given.answers).length === 0 && (yield* now(isExempt(uid)))) {
			return;
		}
		const begun = yield* now(keeper.begun(asking, { tid, pid: '', uid, cid, tags: tagsIn(data.tags), given }));
		if (begun) {
			topic[topicField] = shortField(begun.record, asking.profile, begun.language);
			writing.set(data, begun.stored.catch((error: unknown) => host.log.error('checklist', 'topic', error, uid)));
		}
	});

	return {
		topic: hook<Create>('open', 'answers that cannot be stored must not cost a topic', ({ topic, data }) => {
			// A browser can send any field.
			delete topic[topicField];
			const uid = uidOf(actorOf(data.uid));
			const [tid, cid] = [Number(topic.tid), Number(topic.cid ?? data.cid)];
			// HOST: src/topics/fork.js and merge.js also create topics, without a text; those are reassessed
			// afterwards.
			const asking = !uid || data.content === undefined || !tid || !cid ? null : askings.of(uid, cid, 'topics');
			return after(asking, asks => (asks ? keepAnswers(asks, { topic, data }, { tid, uid, cid }) : undefined));
		}),
		/**
		 * The record is stored before the topic's first post is. HOST: src/topics/create.js has set `data.cid` when
		 * `filter:post.create` fires for a reply.
		 */
		reply: hook<PostCreate>('open', 'answers that cannot be stored must not cost a reply', ({ post, data }) => {
			const begun = writing.get(data);
			if (begun) {
				return begun;
			}
			const [uid, tid, cid] = [uidOf(actorOf(data.uid)), Number(post.tid), Number(data.cid)];
			const isReply = data.isMain !== true && !data.title;
			const given = uid && isReply && tid && cid ? givenIn(data) : { answers: {} };
			const asking = Object.keys(given.answers).length > 0 ? askings.of(uid, cid, 'replies') : null;
			const written = after(asking, asks =>
				asks && keeper.begun(asks, { tid, pid: textOf(post.pid), uid, cid, tags: [], given }));
			return after(written, one => one?.stored);
		}),
		/** HOST: src/activitypub/notes.js `assert` moves a topic as `system`. */
		moved: hook<Move>('open', 'the topic is already moved', async ({ tid, fromCid, uid }) => {
			const topic = await parts.store.asksAnything('topics') ? await host.topics.read(textOf(tid), topicField) : null;
			if (topic) {
				await (await parts.store.takesReports(Number(fromCid)) ? undefined : alert(
					topic.cid, topic.title, `/topic/${topic.slug}`, `topic:${topic.tid}`));
				await keeper.reassess(topic, 'moved', uidOf(actorOf(uid)), await keeper.current(topic));
			}
		}),
		/** A fork: the answers are copied only if the author is the same. */
		forked: hook<Fork>('open', 'the topic is already forked', async ({ tid, fromTid, uid }) => {
			if (!await parts.store.asksAnything('topics')) {
				return;
			}
			const [topic, from] = await Promise.all([tid, fromTid].map(id => host.topics.read(textOf(id), topicField)));
			if (topic) {
				const before = from?.uid === topic.uid ? await keeper.current(from) : null;
				await keeper.reassess(topic, 'forked', uidOf(actorOf(uid)), before);
			}
		}),
		/** Deleted topics owe nothing; their records are kept. */
		purged: hook<{ topics?: Fields[] }>('open', 'a purged topic stays in the index of open items; lists skip it', async ({ topics = [] }) => {
			await Promise.all(topics.map(({ tid }) => evidence.settleTopic(Number(tid))));
		}),
		/** The page of a topic, whatever its field leaves out; a field that nobody can read is left out itself. */
		page: hook<Build>('open', 'the page is shown without its checklist', ({ templateData = {} }) => {
			const stored = templateData[topicField];
			return stored === undefined ? undefined : after(fieldInFull(stored, parts.store.profile), (whole) => {
				if (whole === stored && !publicIn({ field: stored })) {
					delete templateData[topicField];
				} else {
					templateData[topicField] = whole;
				}
			});
		}),
		/** Lists of topics leave out the answers; staff and authors see which topics have open items. */
		listed: hook<{ topics?: (Fields | null)[]; uid?: unknown }>('open', 'the list is shown without its marks', ({ topics = [], uid }) =>
			markOwed(topics, actorOf(uid))),
		/** A security report notifies staff, whether it is posted or queued. */
		alerted: hook<Posted>('open', unnotified, ({ topic }) => alert(Number(topic?.cid), textOf(topic?.title),
			`/topic/${textOf(topic?.slug) || textOf(topic?.tid)}`, `topic:${textOf(topic?.tid)}`)),
		alertQueued: hook<Queued>('open', unnotified, async ({ id, type, data }) => {
			if (type === 'topic') {
				await alert(Number(data?.cid), textOf(data?.title), `/post-queue/${textOf(id)}`, `queue:${textOf(id)}`);
			}
		}),
		counted: hook<Posted>('open', uncounted, ({ topic, data }) => {
			const actor = actorOf(topic?.uid);
			return actor.kind === 'member' ? measures.topic(postedOf(actor.uid, topic, data)) : undefined;
		}),
		/** For its author a queued topic is finished; its visit may be counted before staff review it. */
		countedQueued: hook<Queued>('open', uncounted, async ({ uid, type, data }) => {
			const actor = actorOf(uid);
			if (actor.kind === 'member' && type === 'topic') {
				await measures.topic(postedOf(actor.uid, { tid: 0, cid: data?.cid }, data));
			}
		}),
		/** HOST: src/posts/summary.js `getPostSummaryByPids` knows the topic's author and category. */
		followedUp: hook<Replied>('open', uncounted, ({ post, data }) => {
			const [actor, topic] = [actorOf(post?.uid), post?.topic];
			return actor.kind !== 'member' ? undefined : followUps.replied({
				tid: textOf(post?.tid), cid: Number(topic?.cid), uid: actor.uid, authorUid: Number(topic?.uid),
				content: typedIn(data),
			});
		}),
		categoryChanged: hook<unknown>('open', 'only cached paths are dropped', async () => {
			parts.forgetPaths();
		}),
	};
}
