import { edge, type FailPolicy } from '../kernel/edges';
import { actorOf } from '../kernel/member';
import { textOf } from '../kernel/text';
import { decodeChecklist } from './answers';
import { publicField, publicPart } from './evidence';
import { topicField } from './evidence-keeper';
import { tagsIn, type PostedTopic } from './measures';
import type { ChecklistParts } from './parts';
import { owedMarks } from './owed-mark';
import { securityBell } from './security-bell';

type Fields = Record<string, unknown>;
interface Create { topic: Fields; data: Fields & { forumTerms?: { checklist?: unknown } } }
interface PostCreate { post: Fields; data: Fields & { forumTerms?: { checklist?: unknown } } }
interface Move { tid?: unknown; toCid?: unknown; fromCid?: unknown; uid?: unknown }
interface Fork { tid?: unknown; fromTid?: unknown; uid?: unknown }
type Written = Fields & { forumTerms?: { checklist?: unknown } };
interface Posted { topic?: Fields; data?: Written }
interface Replied { post?: Fields; data?: Fields }
interface Queued { id?: unknown; uid?: unknown; type?: unknown; data?: Written }

/**
 * What was checked is kept where it can be; failing at that must never cost anybody his post. Moves and forks have
 * happened already when these hear of them.
 */
export const checklistFailPolicies = {
	'checklist-keep': 'open', 'checklist-reply': 'open', 'checklist-moved': 'open', 'checklist-forked': 'open',
	'checklist-alert': 'open', 'checklist-count': 'open', 'checklist-purged': 'open', 'checklist-list': 'open',
	'checklist-menu': 'open', 'checklist-categories': 'open', 'checklist-forget': 'closed',
} as const satisfies Record<string, FailPolicy>;

const postedOf = (uid: number, topic?: Fields, data?: Written): PostedTopic => ({
	tid: Number(topic?.tid), uid, cid: Number(topic?.cid), tags: tagsIn(data?.tags),
	checklist: data?.forumTerms?.checklist,
});
/** What was typed: HOST: src/topics/create.js hands over the post of `action:topic.reply` as HTML. */
const typedIn = (data?: Fields) => textOf(data?.sourceContent) || textOf(data?.content);

/** Keeps the answers with what was written, and asks again for what a move or a fork brings up (clause 3). */
export function checklistHooks(parts: ChecklistParts) {
	const { keeper, memories, evidence, measures, followUps, visits, isExempt, host } = parts;
	const ring = securityBell(parts);
	const markOwed = owedMarks(host.places);
	const guarded = <P>(event: keyof typeof checklistFailPolicies, handle: (payload: P) => Promise<void>) => edge<P>({
		slice: 'checklist', event, onFailure: checklistFailPolicies[event], log: host.log,
	}, async (payload) => {
		await handle(payload);
		return payload;
	});

	/** Answers out of stored or submitted data; what cannot be read counts as not answered. */
	function givenIn(data: Create['data']) {
		const decoded = decodeChecklist(data.forumTerms?.checklist);
		return decoded.ok ? decoded.value : { answers: {} };
	}

	return {
		topic: guarded<Create>('checklist-keep', async ({ topic, data }) => {
			// A browser can send any field it likes.
			delete topic[topicField];
			const actor = actorOf(data.uid);
			const [tid, cid] = [Number(topic.tid), Number(topic.cid ?? data.cid)];
			// HOST: src/topics/fork.js and merge.js make topics too, without a text: those are looked at afterwards.
			if (actor.kind !== 'member' || data.content === undefined || !tid || !cid) {
				return;
			}
			const given = givenIn(data);
			if (Object.keys(given.answers).length === 0 && await isExempt(actor.uid)) {
				return;
			}
			const made = await keeper.written({ tid, pid: '', uid: actor.uid, cid, tags: tagsIn(data.tags), given });
			if (made) {
				topic[topicField] = publicField.write(publicPart(made));
			}
		}),
		/** HOST: src/topics/create.js has set `data.cid` when `filter:post.create` fires for a reply. */
		reply: guarded<PostCreate>('checklist-reply', async ({ post, data }) => {
			const actor = actorOf(data.uid);
			const [tid, cid] = [Number(post.tid), Number(data.cid)];
			const isReply = data.isMain !== true && !data.title;
			if (actor.kind !== 'member' || !isReply || !tid || !cid || !await parts.store.asksAnything('replies')) {
				return;
			}
			const given = givenIn(data);
			if (Object.keys(given.answers).length > 0) {
				await keeper.written({ tid, pid: textOf(post.pid), uid: actor.uid, cid, tags: [], given });
			}
		}),
		moved: guarded<Move>('checklist-moved', async ({ tid, uid }) => {
			const topic = await parts.store.asksAnything('topics') ? await host.topics.read(textOf(tid), topicField) : null;
			if (topic) {
				await keeper.reassess(topic, 'moved', Number(uid ?? 0), await keeper.current(topic));
			}
		}),
		/** A part of a topic becomes one of its own: answers come along only where their author does. */
		forked: guarded<Fork>('checklist-forked', async ({ tid, fromTid, uid }) => {
			if (!await parts.store.asksAnything('topics')) {
				return;
			}
			const [topic, from] = await Promise.all([tid, fromTid].map(id => host.topics.read(textOf(id), topicField)));
			if (topic) {
				const before = from?.uid === topic.uid ? await keeper.current(from) : null;
				await keeper.reassess(topic, 'forked', Number(uid ?? 0), before);
			}
		}),
		/** Gone topics owe nothing; their records stay on file. */
		purged: guarded<{ topics?: Fields[] }>('checklist-purged', async ({ topics = [] }) => {
			await Promise.all(topics.map(({ tid }) => evidence.settleTopic(Number(tid))));
		}),
		/** Lists of topics do not carry the answers; staff and authors see which topics have open items. */
		listed: guarded<{ topics?: (Fields | null)[]; uid?: unknown }>('checklist-list', async ({ topics = [], uid }) => {
			await markOwed(topics.filter(topic => topic !== null), actorOf(uid));
		}),
		/** Offers the staff page for the forum's navigation, where an administrator decides who sees it. */
		navigation: guarded<object[]>('checklist-menu', async (items) => {
			items.push({
				route: '/forum-terms/checklists', title: '[[forum-terms:evidence.all-checklists]]', enabled: false,
				iconClass: 'fa-list-check', textClass: 'd-lg-none', text: '[[forum-terms:evidence.all-checklists]]',
				groups: ['administrators', 'Global Moderators'],
			});
		}),
		/** A security alert rings staff, whether it is in the forum already or waits for them. */
		alerted: guarded<Posted>('checklist-alert', async ({ topic }) => {
			await ring(Number(topic?.cid), textOf(topic?.title), `/topic/${textOf(topic?.slug) || textOf(topic?.tid)}`,
				`topic:${textOf(topic?.tid)}`);
		}),
		alertQueued: guarded<Queued>('checklist-alert', async ({ id, type, data }) => {
			if (type === 'topic') {
				await ring(Number(data?.cid), textOf(data?.title), `/post-queue/${textOf(id)}`, `queue:${textOf(id)}`);
			}
		}),
		counted: guarded<Posted>('checklist-count', async ({ topic, data }) => {
			const actor = actorOf(topic?.uid);
			if (actor.kind === 'member') {
				await measures.topic(postedOf(actor.uid, topic, data));
			}
		}),
		/** Its author is done when it waits for staff; by the time they look, his visit may be counted. */
		countedQueued: guarded<Queued>('checklist-count', async ({ uid, type, data }) => {
			const actor = actorOf(uid);
			if (actor.kind === 'member' && type === 'topic') {
				await measures.topic(postedOf(actor.uid, { tid: 0, cid: data?.cid }, data));
			}
		}),
		followedUp: guarded<Replied>('checklist-count', async ({ post, data }) => {
			const actor = actorOf(post?.uid);
			if (actor.kind === 'member') {
				await followUps.replied(textOf(post?.tid), actor.uid, typedIn(data));
			}
		}),
		categoryChanged: guarded<unknown>('checklist-categories', async () => {
			parts.forgetPaths();
		}),
		forget: guarded<{ uid?: unknown }>('checklist-forget', async ({ uid }) => {
			const actor = actorOf(uid);
			if (actor.kind === 'member') {
				await Promise.all([memories, visits].map(kept => kept.forget(actor.uid)));
				await evidence.forgetMember(actor.uid);
			}
		}),
	};
}
