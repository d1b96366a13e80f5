import assert from 'node:assert/strict';
import { checklistServices } from '../../lib/checklist/services';
import { topicField } from '../../lib/checklist/evidence/topic-field';
import { forumOf } from '../../lib/platform/forum/forum';
import { attributionFields } from '../../lib/partners/posts/post-attribution';
import { decisionActs } from '../../lib/records/decisions/decision';
import { accessGround, restricted } from '../builders/access';
import { storedTopic } from '../builders/checklist';
import { company, suspensionOf } from '../builders/company';
import { recordOver } from '../builders/decisions';
import { evidence as evidenceOf } from '../builders/evidence';
import { hostInMemory } from '../builders/host';
import { fine, purged, words, type Kept } from '../builders/retention';

const day = 86_400_000;
/** Everything that a slice does about people in words; each word says whose it is: `said-` by those affected. */
type Acts = () => Promise<Kept>;

/** Acme gets strikes; one is answered and upheld, one withdrawn when it is over, one stands. */
const strikes: Acts = async () => {
	const world = company();
	await fine(world.put('acme'));
	const account = await world.store.account('acme') ?? assert.fail();
	world.moderators.set(2, [3]).set(3, [3]);
	for (const [pid, reason] of Object.entries({ 50: 'why-first', 51: 'why-second' })) {
		world.posts.set(pid, { uid: '8', cid: '3', forumTermsPartner: 'acme' });
		await fine(world.strikes.give(account, { pid, clause: '4.1', points: 1, reason, days: 30 }, 2));
	}
	await fine(world.strikes.answer(account, 1, 'said-answer', 7));
	await fine(world.strikes.decide(account, 1, true, 'why-upheld', 3));
	await fine(world.strikes.decide(account, 2, false, 'why-withdrawn', 2));
	await fine(world.referrals.refer(account, { reason: 'why-referred', posts: [], restriction: 0 }, 1));
	return world;
};
const suspensions: Acts = async () => {
	const world = company();
	await fine(world.put('acme'));
	await fine(world.accounts.suspend('acme', suspensionOf({ reason: 'why-suspended' })));
	await fine(world.suspensions.answer('acme', 'said-answer', 7));
	await fine(world.suspensions.uphold('acme', 'why-upheld', 1));
	await fine(world.accounts.lift('acme', 'why-lifted', 1));
	await fine(world.accounts.halt('acme', 8, true, 'why-paused', 7));
	await fine(world.accounts.halt('acme', 8, false, 'why-resumed', 7));
	await world.announcements.send('acme');
	return world;
};
const ownersActs: Acts = async () => {
	const world = company();
	await fine(world.put('acme'));
	const account = await world.store.account('acme') ?? assert.fail();
	for (const pid of ['50', '51']) {
		world.kept.set(pid, {
			pid, tid: 1, cid: 3, uid: 8, timestamp: 1, editedAt: 0, content: 'text', title: 'topic', slug: '1/topic', isDeleted: false,
			deleterUids: [], isLocked: false, named: { [attributionFields.partner]: 'acme', [attributionFields.role]: 'support' },
		});
	}
	const { acts } = world.over(world.host);
	const act = (pid: string) => ({ account, pid, by: 7, language: 'en-GB' });
	await fine(acts.withdraw(act('50'), 'why-withdrawn'));
	await fine(acts.restore(act('50')));
	await fine(acts.correct(act('51'), { content: 'Better.', reason: 'why-corrected', forumTerms: {} }));
	return world;
};
const waivers: Acts = async () => {
	const memory = hostInMemory();
	memory.moderators.set(2, [1]);
	const { book } = recordOver(memory.host);
	const parts = checklistServices(memory.host, forumOf(memory.host), {
		suggestionNote: async () => null, termsInForce: async () => 'forum-2', book,
	});
	const made = await parts.evidence.append(evidenceOf({ owed: ['version'] }));
	memory.topics.set('10', storedTopic({ field: JSON.stringify({
		profile: 'spec', version: 1, evidence: made.id, answers: [], hidden: 0, owed: ['version'],
	}) }));
	const topic = await memory.host.topics.read('10', topicField) ?? assert.fail();
	await fine(parts.waivers.forTopic(topic, { item: 'version', reason: 'why-topic', by: 2 }));
	const waived = await memory.host.topics.read('10', topicField) ?? assert.fail();
	await fine(parts.waivers.endForTopic(waived, { item: 'version', reason: 'why-ended', by: 2 }));
	await fine(parts.waivers.forMember(7, { item: 'version', reason: 'why-member', by: 1 }));
	return { ...memory, book };
};
const restrictions: Acts = async () => {
	const world = accessGround();
	const granted = await restricted(world, { scope: 'chat' });
	await fine(world.appeals.appeal({ code: String(granted.id), uid: 7 }, 'said-first'));
	await fine(world.appeals.answer(granted.id, 1, true, 'why-granted'));
	const { id } = await restricted(world, { scope: 'forum', reason: 'why-restricted', note: 'why-noted' });
	await fine(world.newEnds.set(id, 1, world.time.at + (100 * day), 'why-shortened'));
	await fine(world.appeals.appeal({ code: String(id), uid: 7 }, 'said-appeal'));
	await fine(world.appeals.answer(id, 1, false, 'why-declined'));
	await fine(world.restrictions.lift(id, 1, 'why-lifted', false));
	return world;
};

async function aged(world: Kept, days: number, settings: object): Promise<string> {
	await purged(world, days, settings);
	return world.database.everything();
}

describe('what is stored in words about people, when the time of decisions is over (clause 2)', () => {
	const worlds = { strikes, suspensions, ownersActs, waivers, restrictions };
	/** What staff do about a post in the queue, and programs about a company, in nobody's words. */
	const wordless = ['hold', 'reject', 'halt'];

	for (const [name, acts] of Object.entries(worlds)) {
		it(`law: is gone from every key: ${name}`, async () => {
			const world = await acts();
			assert.ok(words(world.database.everything()).length > 1);
			assert.deepEqual(words(await aged(world, 1000, { keepDecisionDays: 100, keepHoldDays: 100 })), []);
			const again = await acts();
			const left = words(await aged(again, 1000, { keepDecisionTextDays: 100 }));
			assert.deepEqual(left.filter(word => word.startsWith('said')), [], 'of those affected');
			const all = words((await acts()).database.everything());
			assert.deepEqual(left, all.filter(word => !word.startsWith('said')));
		});
	}

	it('is tried for every kind of decision', async () => {
		const made = await Promise.all(Object.values(worlds).map(acts => acts()));
		const pages = await Promise.all(made.map(({ book }) => book.store.page({}, { count: 100 })));
		const done = pages.flatMap(({ rows }) => rows.map(({ act }) => act));
		assert.deepEqual([...new Set([...done, ...wordless])].sort(), [...decisionActs].sort());
	});
});
