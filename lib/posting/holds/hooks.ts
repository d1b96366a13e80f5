import type { DecisionRecord } from '../../kernel/offers/decision-book';
import { textOf } from '../../kernel/formats/text';
import type { Verdict } from '../../kernel/slice/review';
import { hook } from '../../kernel/slice/slice';
import type { HeldPosts, QueuedPost } from './held-posts';
import type { QueueDecider } from './decider';

type Fields = Record<string, unknown>;
/** HOST: src/posts/queue.js: a new item, and a stored one under `data`. */
interface QueueItem { id?: unknown; uid?: unknown; data?: Fields }
interface Decided { data?: QueueItem }

/** Field of a queued post: the number of the decision that holds it. */
const holdField = 'forumTermsHold';
const recorded = 'no act about a held post without its record';
const known = 'the record is finished later, from the queue';

const postOf = ({ id, uid, data = {} }: QueueItem): QueuedPost => ({
	id: textOf(id), uid: Number(uid ?? data.uid) || 0, tid: textOf(data.tid), cid: textOf(data.cid),
	title: textOf(data.title), content: textOf(data.sourceContent) || textOf(data.content),
	hold: Number(data[holdField]) || 0,
});

/** Puts holds on record, around what NodeBB does with its queue. */
export function holdHooks(held: HeldPosts, decider: QueueDecider) {
	/** Between the two hooks of one act. HOST: src/posts/queue.js hands the same object to both. */
	const begun = new WeakMap<object, DecisionRecord>();
	async function finish(payload: object | undefined): Promise<void> {
		const decision = payload && begun.get(payload);
		await (decision ? held.done(decision) : undefined);
	}
	const deciding = (act: 'release' | 'reject') => hook<Decided>('closed', recorded, async ({ data }) => {
		const decision = data ? await held.decide(act, postOf(data), decider.word()) : null;
		if (data && decision) {
			begun.set(data, decision);
		}
	});
	const decided = hook<Decided>('open', known, ({ data }) => finish(data));

	return {
		/** A post that NodeBB is about to queue, with the door's verdict. A browser can send any field. */
		async holding(item: QueueItem & { data: Fields }, verdict: Verdict): Promise<void> {
			delete item.data[holdField];
			const reason = verdict.reasons.find(({ outcome }) => outcome === 'hold');
			if (reason) {
				const decision = await held.hold(postOf(item), reason);
				item.data[holdField] = decision.id;
				begun.set(item.data, decision);
			}
		},
		hooks: {
			held: hook<QueueItem>('open', known, ({ data }) => finish(data)),
			releasing: deciding('release'), rejecting: deciding('reject'), released: decided, rejected: decided,
		},
	};
}
