import assert from 'node:assert/strict';
import type { WaitingPost } from '../../lib/kernel/host/content';
import type { DecisionAct } from '../../lib/kernel/offers/decision-book';
import { refuse } from '../../lib/kernel/refusals/refusal';
import { checklistServices } from '../../lib/checklist/services';
import { topicField } from '../../lib/checklist/evidence/topic-field';
import { attributionFields } from '../../lib/partners/posts/post-attribution';
import { forumOf } from '../../lib/platform/forum/forum';
import { heldPosts } from '../../lib/posting/holds/held-posts';
import { accessGround, restricted } from '../builders/access';
import { storedTopic } from '../builders/checklist';
import { company, suspensionOf } from '../builders/company';
import { recordOver } from '../builders/decisions';
import { evidence as evidenceOf } from '../builders/evidence';
import { hostInMemory } from '../builders/host';
import { fine, purged, words, type Kept } from '../builders/retention';

const day = 86_400_000;

/** Something that lasts, and what ends it. */
type Lasting = () => Promise<{ world: Kept; end(): Promise<unknown> }>;

/** Acme, whose person 8 an owner paused. */
async function paused() {
	const world = company();
	await fine(world.put('acme'));
	await fine(world.accounts.halt('acme', 8, true, 'why-paused', 7));
	return world;
}
async function withdrawn() {
	const world = company();
	await fine(world.put('acme'));
	const account = await world.store.account('acme') ?? assert.fail();
	const post = {
		pid: '50', tid: 1, cid: 3, uid: 8, timestamp: 1, editedAt: 0, content: 'text', title: 'topic', slug: '1/topic', isDeleted: false,
		deleterUids: [], isLocked: false, named: { [attributionFields.partner]: 'acme', [attributionFields.role]: 'support' },
	};
	world.kept.set('50', post);
	await fine(world.over(world.host).acts.withdraw({ account, pid: '50', by: 7, language: 'en-GB' }, 'why-withdrawn'));
	return world;
}
const inForce: Record<string, Lasting> = {
	'pause, until it is released': async () => {
		const world = await paused();
		return { world, end: () => fine(world.accounts.halt('acme', 8, false, 'why-resumed', 7)) };
	},
	'pause, until the person leaves': async () => {
		const world = await paused();
		return { world, end: () => fine(world.put('acme', { staff: [] })) };
	},
	'halt, until it is released': async () => {
		const world = company();
		await fine(world.put('acme'));
		const account = await world.store.account('acme') ?? assert.fail();
		world.moderators.set(2, [3]);
		for (const [pid, uid, points] of [['50', '8', 4], ['51', '9', 3]] as const) {
			world.posts.set(pid, { uid, cid: '3', forumTermsPartner: 'acme' });
			await fine(world.strikes.give(account, { pid, clause: '4.1', points, reason: 'why', days: 200 }, 2));
		}
		world.time.at += 10 * day;
		await world.watch.notify(account);
		return { world, async end() {
			await fine(world.strikes.decide(account, 1, false, 'why-withdrawn', 2));
			await world.watch.notify(account);
		} };
	},
	'hold, until the post is released': async () => {
		const memory = hostInMemory();
		const { book } = recordOver(memory.host);
		const waiting = new Set(['topic-5']);
		const read = async (id: string) => (waiting.has(id) ? {} as WaitingPost : null);
		const queue = { ...memory.host.queue, read };
		const held = heldPosts({ book, host: { ...memory.host, queue } });
		const post = { id: 'topic-5', uid: 7, tid: '', cid: '5', title: 'A topic', content: 'said-held', hold: 0 };
		const hold = await held.hold(post, { outcome: 'hold', refusal: refuse('guest-refused', ['a version', '2']) });
		await held.done(hold);
		return { world: { ...memory, book }, async end() {
			waiting.clear();
			await held.done(await held.decide('release', { ...post, hold: hold.id }, { by: 1, reason: '' }) ?? assert.fail('nothing on record holds it'));
		} };
	},
	'hide, until the forum shows the post': async () => {
		const world = await withdrawn();
		return { world, async end() {
			Object.assign(world.kept.get('50') ?? assert.fail(), { isDeleted: false, deleterUids: [] });
			await world.store.append([{
				partner: 'acme', at: world.time.at, by: 0, kind: 'post-moderated', pid: '50', uid: 8, act: 'restored',
			}]);
		} };
	},
	'waive, until the item is asked again': async () => {
		const memory = hostInMemory();
		memory.moderators.set(2, [1]);
		const { book } = recordOver(memory.host);
		const { evidence, waivers: deciding } = checklistServices(memory.host, forumOf(memory.host), {
			suggestionNote: async () => null, termsInForce: async () => 'forum-2', book,
		});
		const made = await evidence.append(evidenceOf({ owed: ['version'] }));
		memory.topics.set('10', storedTopic({ field: JSON.stringify({
			profile: 'spec', version: 1, evidence: made.id, answers: [], hidden: 0, owed: ['version'],
		}) }));
		const topic = async () => await memory.host.topics.read('10', topicField) ?? assert.fail();
		const act = { item: 'version', reason: 'why-waived', by: 2 };
		await fine(deciding.forTopic(await topic(), act));
		return { world: { ...memory, book }, end: async () => fine(deciding.endForTopic(await topic(), act)) };
	},
	'change,restrict, until it is lifted': async () => {
		const world = accessGround();
		const { id } = await restricted(world, { scope: 'chat', reason: 'why-restricted', until: world.time.at + (30 * day) });
		await fine(world.newEnds.set(id, 1, 0, 'why-longer'));
		return { world, end: () => fine(world.restrictions.lift(id, 1, 'why-lifted', false)) };
	},
	'change,decline,restrict, until a new end': async () => {
		const world = accessGround();
		const { id } = await restricted(world, { scope: 'chat', reason: 'why-restricted' });
		await fine(world.appeals.appeal({ code: String(id), uid: 7 }, 'said-appeal'));
		await fine(world.appeals.answer(id, 1, false, 'why-declined'));
		await fine(world.newEnds.set(id, 1, world.time.at + (1000 * day), 'why-changed'));
		return { world, end: () => fine(world.restrictions.lift(id, 1, 'why-lifted', false)) };
	},
	'suspend,uphold, until it is lifted': async () => {
		const world = company();
		await fine(world.put('acme'));
		await fine(world.accounts.suspend('acme', suspensionOf({ reason: 'why-suspended' })));
		await fine(world.suspensions.answer('acme', 'said-answer', 7));
		await fine(world.suspensions.uphold('acme', 'why-upheld', 1));
		return { world, end: () => fine(world.accounts.lift('acme', 'why-lifted', 1)) };
	},
};
const begins: readonly DecisionAct[] = ['pause', 'halt', 'hold', 'hide', 'waive', 'restrict', 'change', 'decline', 'suspend', 'uphold'];

describe('the record of what is in force (clause 2)', () => {
	const keep = { keepDecisionTextDays: 20, keepDecisionDays: 20, keepHoldDays: 20 };
	const lasting = async ({ book }: Kept) => (await book.store.page({}, { count: 100 })).rows
		.flatMap(({ act }) => (begins.includes(act) ? [act] : [])).sort().join();

	for (const [name, made] of Object.entries(inForce)) {
		it(`law: is kept with its words, and has its time after its end: ${name}`, async () => {
			const { world, end } = await made();
			const [acts = ''] = name.split(', until');
			const [before, told] = [await lasting(world), words(world.database.everything())];
			assert.equal(before, acts);
			await purged(world, 50, keep);
			assert.deepEqual([await lasting(world), words(world.database.everything())], [before, told], 'in force');
			await end();
			await purged(world, 15, keep);
			assert.equal(await lasting(world), before, 'just over');
			await purged(world, 10, keep);
			assert.equal(await lasting(world), '', 'long over');
		});
	}
});
