import { edge, RefusedError, type FailPolicy } from '../kernel/edges';
import { actorOf } from '../kernel/member';
import type { Log } from '../kernel/ports';
import type { Act } from '../kernel/review';
import type { Door } from './door';
import { decodeAnswers, originOf, type HostPost } from './draft';
import { oneRefusal } from './rules';

/** Payloads of NodeBB's hooks, as far as the door reads them. */
interface QueueItem { type?: string; data: HostPost & Record<string, unknown> }
interface ShouldQueue { shouldQueue: boolean; uid: unknown; data: HostPost }
interface Edit { data: HostPost; uid: unknown }
interface Fork { params: HostPost; tid: unknown }
interface Chat { data?: { message?: unknown }; uid?: unknown }

/**
 * What becomes of a write when judging it fails for a reason of our own. A refusal that says so keeps the text with
 * its author; letting it pass would break the promise of clause 2. Forks and merges move what was judged before.
 */
export const postingFailPolicies = {
	topic: 'closed', reply: 'closed', edit: 'closed', queued: 'closed', probe: 'open',
	fork: 'open', merge: 'open', chat: 'closed',
} as const satisfies Record<string, FailPolicy>;

const actOfQueueType: Record<string, Act> = { topic: 'topic', reply: 'reply', crosspost: 'crosspost' };

function uidOf(uid: unknown): number | undefined {
	const actor = actorOf(uid);
	return actor.kind === 'member' ? actor.uid : undefined;
}

/** The decoded answers go on with the post, whatever form they came in, so that they are kept with the topic. */
function keepAnswers(post: HostPost): void {
	const answers = originOf(post) === 'queue-approval' ? null : decodeAnswers(post);
	if (answers?.ok) {
		post.forumTerms = answers.value;
	}
}

/** The posting hooks: each turns its payload into a draft and lets the verdict decide. */
export function postingHooks(door: Door, log: Log) {
	async function pass(act: Act, post: HostPost): Promise<void> {
		const judged = await door.judgePost(act, post);
		if (!judged.ok) {
			throw new RefusedError(judged.refusal);
		}
		// `hold` is carried out by `filter:post.shouldQueue`; at the later hooks the post is already on its way.
		// Its author is asked all the same: what waits for staff has to be complete too.
		const worst = oneRefusal(judged.value.reasons.filter(({ outcome }) => outcome !== 'hold'));
		if (worst) {
			throw new RefusedError(worst);
		}
	}

	const guarded = <P>(event: keyof typeof postingFailPolicies, uid: (payload: P) => unknown,
		handle: (payload: P) => Promise<void>) => edge<P>({
		slice: 'posting', event, onFailure: postingFailPolicies[event], log, uid: payload => uidOf(uid(payload)),
	}, async (payload) => {
		await handle(payload);
		return payload;
	});

	return {
		topic: guarded<HostPost>('topic', post => post.uid, async (post) => {
			await pass('topic', post);
			keepAnswers(post);
		}),
		reply: guarded<HostPost>('reply', post => post.uid, async (post) => {
			await pass('reply', post);
			keepAnswers(post);
		}),
		edit: guarded<Edit>('edit', edit => edit.uid, edit => pass('edit', { ...edit.data, uid: edit.uid })),
		/**
		 * HOST: src/posts/queue.js `shouldQueue` is also fired as a probe without a request when a composer opens:
		 * it may only set `shouldQueue`, never throw and never record.
		 */
		shouldQueue: guarded<ShouldQueue>('probe', ({ uid }) => uid, async (payload) => {
			if (!payload.data.req || payload.shouldQueue) {
				return;
			}
			const act = payload.data.tid === undefined ? 'topic' : 'reply';
			payload.shouldQueue = await door.holds(act, { ...payload.data, uid: payload.uid });
		}),
		/** Queued posts skip the topic and reply hooks until approval, so their author is asked here. */
		queued: guarded<QueueItem & { uid?: unknown }>('queued', item => item.uid, async (item) => {
			await pass(actOfQueueType[item.type ?? ''] ?? 'reply', { ...item.data, uid: item.uid ?? item.data.uid });
			keepAnswers(item.data);
		}),
		fork: guarded<Fork>('fork', ({ params }) => params.uid, ({ params, tid }) =>
			pass('fork', { ...params, tid })),
		merge: guarded<{ params?: HostPost }>('merge', ({ params }) => params?.uid, ({ params }) =>
			pass('merge', { ...params })),
		chat: guarded<Chat>('chat', ({ uid }) => uid, ({ uid, data }) =>
			pass('chat', { uid, content: data?.message })),
	};
}
