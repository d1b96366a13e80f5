import assert from 'node:assert/strict';
import type { WaitingPost } from '../../lib/kernel/host/content';
import { refuse } from '../../lib/kernel/refusals/refusal';
import { heldPosts, type QueuedPost } from '../../lib/posting/holds/held-posts';
import { decisionsInMemory } from '../builders/decisions';

const hourMs = 3_600_000;
const post: QueuedPost = { id: 'topic-5', uid: 7, tid: '', cid: '5', title: 'A topic', content: 'A text.', hold: 0 };
const reason = { outcome: 'hold', refusal: refuse('guest-refused', ['a version', '2']) } as const;

describe('a held post whose process died (clause 4.12)', () => {
	async function opened() {
		const ground = await decisionsInMemory();
		const waiting = new Set<string>();
		const read = async (id: string) => (waiting.has(id) ? {} as WaitingPost : null);
		const queue = { ...ground.host.queue, read };
		const held = heldPosts({ book: ground.book, host: { ...ground.host, queue } });
		const outcomes = async () => {
			const found = await ground.book.read([1, 2, 3]);
			return found.flatMap(one => (one ? [`${one.act} ${one.outcome?.kind}`] : []));
		};
		return { ...ground, waiting, held, outcomes };
	}

	it('is on record as held if NodeBB had queued it, and as interrupted if not', async () => {
		const { held, waiting, time, book, outcomes } = await opened();
		await held.hold(post, reason);
		await held.hold({ ...post, id: 'topic-6' }, reason);
		waiting.add('topic-5');
		assert.deepEqual(await outcomes(), ['hold undefined', 'hold undefined']);
		time.at += hourMs;
		assert.equal(await book.finishOpen(), 2);
		assert.deepEqual(await outcomes(), ['hold done', 'hold failed']);
	});

	it('is on record as released or rejected if it has left the queue, and was held even if nobody said so', async () => {
		const { held, waiting, time, book, outcomes } = await opened();
		const { id: hold } = await held.hold(post, reason);
		waiting.add('topic-5');
		await held.decide('reject', { ...post, hold }, { by: 1, reason: '' });
		await held.decide('release', { ...post, hold }, { by: 2, reason: '' });
		time.at += hourMs;
		waiting.clear();
		await book.finishOpen();
		assert.deepEqual(await outcomes(), ['hold done', 'reject done', 'release done']);
	});

	it('keeps the text of a reply in a topic from another forum', async () => {
		const { held, book } = await opened();
		const tid = 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6';
		const decision = await held.hold({ ...post, id: 'reply-7', tid, cid: '' }, reason);
		assert.deepEqual((await book.snapshots(decision)).map(one => [one?.tid, one?.content]), [[0, 'A text.']]);
	});

	it('believes no number of another post\'s hold', async () => {
		const { held, outcomes } = await opened();
		const decision = await held.hold(post, reason);
		await held.done(decision);
		assert.equal(await held.decide('release', { ...post, id: 'topic-6', hold: decision.id }, { by: 1, reason: '' }), null);
		assert.equal(await held.decide('release', { ...post, hold: 99 }, { by: 1, reason: '' }), null);
		assert.deepEqual(await outcomes(), ['hold done']);
	});
});
