import type { Outcome } from '../kernel/refusals/outcome';
import { RefusedError } from '../kernel/slice/edges';
import type { Members, Places } from '../kernel/host/ports';
import { textOf } from '../kernel/formats/text';
import type { Act, Origin, Verdict } from '../kernel/slice/review';
import { hook } from '../kernel/slice/slice';
import { after, atOnce, now, type Soon } from '../kernel/host/soon';
import type { Door } from './door';
import { originOf, originOfNewPost, type HostPost } from './submission';
import { placeOf } from './place';
import { newInProfile, type ProfileChange } from './profile';
import { oneRefusal } from './rules';
import { refuse } from '../kernel/refusals/refusal';

/** The payload fields that the door reads. */
type Written = HostPost & Record<string, unknown>;
interface QueueItem { id?: unknown; type?: string; uid?: unknown; data: Written }
interface ShouldQueue { shouldQueue: boolean; uid: unknown; data: Written }
interface Edit { post?: Written; data: Written; uid: unknown }
interface Fork { params: HostPost; tid: unknown }
interface Chat { data?: { message?: unknown }; uid?: unknown }

const kept = 'a refused author keeps their text; letting it through would break clause 2';

const actOfQueueType: Record<string, 'topic' | 'reply' | 'crosspost'> = {
	topic: 'topic', reply: 'reply', crosspost: 'crosspost',
};

/**
 * Fields that NodeBB copies from a body although the sender has no say in them: they would turn a reply into a
 * crosspost, a later post into a first one, one of our posts into a federated one. HOST: src/api/topics.js `create` and
 * `reply` pass on the whole body; src/posts/queue.js `getType`.
 */
const foreign = {
	topic: ['crosspostCid', 'isMain', '_activitypub'],
	reply: ['crosspostCid', 'isMain', '_activitypub', 'cid', 'title'],
} as const;

/** Drops fields that a client may not set; values set by the forum or other plugins stay. */
function dropForeign(act: 'topic' | 'reply', post: Written, origin: Origin): void {
	if (origin === 'api') {
		foreign[act].forEach(name => delete post[name]);
	}
}

interface Stored { places: Pick<Places, 'postFields'>; members: Pick<Members, 'field'> }

/** Records that a post is held, before NodeBB queues it. */
type Holding = (item: { id: unknown; uid: unknown; data: Written }, verdict: Verdict) => Promise<void>;

/** The posting hooks: each builds a submission of its payload and applies the verdict. */
export function postingHooks(door: Door, { places, members }: Stored, holding: Holding) {
	function passed(judged: Outcome<Verdict>): Verdict {
		if (!judged.ok) {
			throw new RefusedError(judged.refusal);
		}
		// `filter:post.shouldQueue` enforces `hold`; the later hooks are too late for that. The author is asked all the
		// same: a queued post has to be complete too.
		const worst = oneRefusal(judged.value.reasons.filter(({ outcome }) => outcome !== 'hold'));
		if (worst) {
			throw new RefusedError(worst);
		}
		return judged.value;
	}
	const pass = (act: Act, post: HostPost, origin: Origin) => after(door.judgePost(act, post, origin), passed);

	/**
	 * HOST: src/posts/edit.js stores a name sent with any edit; it is shown on guests' posts, where staff may correct
	 * it.
	 */
	const dropForeignName = atOnce(function* ({ post, data }: Edit) {
		if (data.handle !== undefined && (yield* now(places.postFields(textOf(data.pid), ['uid']))).uid !== '0') {
			[post, data].forEach(fields => delete fields?.handle);
		}
	});

	/** Passes the decoded answers on with the post, so that they are stored with the topic. */
	function keepAnswers(post: HostPost, origin: Origin): void {
		const answers = door.answersOf(post, origin);
		if (answers.ok && origin !== 'queue-approval') {
			post.forumTerms = answers.value;
		}
	}

	function newPost(act: 'topic' | 'reply', post: Written): Soon<void> {
		const origin = originOfNewPost(post);
		dropForeign(act, post, origin);
		return after(pass(act, post, origin), ({ outcome }) => {
			// NodeBB would have queued it, had `shouldQueue` not failed a moment ago.
			if (outcome === 'hold' && (origin === 'api' || origin === 'no-script')) {
				throw new RefusedError(refuse('store-unavailable'));
			}
			keepAnswers(post, origin);
		});
	}

	return {
		topic: hook<Written>('closed', kept, post => newPost('topic', post)),
		reply: hook<Written>('closed', kept, post => newPost('reply', post)),
		edit: hook<Edit>('closed', kept, atOnce(function* (payload) {
			yield* now(dropForeignName(payload));
			const post = { ...payload.data, uid: payload.uid };
			yield* now(pass('edit', post, originOf(post)));
		})),
		/**
		 * HOST: src/posts/queue.js also fires `shouldQueue` without a request, as a probe, when a composer opens; then
		 * this does nothing. It never records. Fields dropped here do not reach the queue.
		 */
		shouldQueue: hook<ShouldQueue>('open', 'NodeBB only asks whether to queue; the post is judged again when it is sent', (payload) => {
			const { data, uid } = payload;
			if (!data.req) {
				return undefined;
			}
			const act = data.tid === undefined ? 'topic' : 'reply';
			const origin = originOf({ ...data, uid });
			dropForeign(act, data, origin);
			// NodeBB looks up the category of a queued post before the next hook, and would answer with its own error.
			const place = placeOf(act, data);
			if (!place.ok) {
				throw new RefusedError(place.refusal);
			}
			return payload.shouldQueue ? undefined : after(door.holds(act, { ...data, uid }, origin), (isHeld) => {
				payload.shouldQueue = isHeld;
			});
		}),
		/** Queued posts skip the topic and reply hooks until approval, so their authors are asked here. */
		queued: hook<QueueItem>('closed', kept, async ({ id, type, uid, data }) => {
			const act = actOfQueueType[type ?? ''] ?? 'reply';
			const origin = originOf({ ...data, uid: uid ?? data.uid });
			// HOST: src/topics/crossposts.js `queue` stores the target of a queued crosspost in a separate field.
			const place = act === 'crosspost' ? { cid: data.crosspostCid } : {};
			if (act !== 'crosspost') {
				dropForeign(act, data, origin);
			}
			const verdict = await pass(act, { ...data, ...place, uid: uid ?? data.uid }, origin);
			keepAnswers(data, origin);
			await holding({ id, uid, data }, verdict);
		}),
		fork: hook<Fork>('open', 'forked posts were judged when they were written', async ({ params, tid }) => {
			await pass('fork', { ...params, tid }, 'host');
		}),
		merge: hook<{ params?: HostPost }>('open', 'merged posts were judged when they were written', async ({ params }) => {
			await pass('merge', { ...params }, 'host');
		}),
		chat: hook<Chat>('closed', kept, ({ uid, data }) =>
			after(pass('chat', { uid, content: data?.message }, originOf({ uid })), () => undefined)),
		/** HOST: src/user/profile.js: about me, signature, names, links and the choice of a picture. */
		profile: hook<ProfileChange>('closed', kept, async (change) => {
			const found = await newInProfile(change, members);
			await (found ? pass(found.act, {
				uid: change.uid, content: found.content, forumTerms: change.data?.forumTerms,
			}, 'api') : undefined);
		}),
	};
}
