import assert from 'node:assert/strict';
import { firstOf } from '../../lib/platform/paged-index';
import { checklistHooks } from '../../lib/checklist/hooks';
import { forgetAuthor } from '../../lib/checklist/forget';
import { publicIn } from '../../lib/checklist/evidence/topic-field';
import { textOf } from '../../lib/kernel/formats/text';
import { checklistInMemory, items, storedTopic } from '../builders/checklist';
import { called } from '../builders/handlers';

const version = { key: 'version', kind: 'version', behind: 'block', stable: true };
const trunk = { key: 'trunk', kind: 'trunk' };

async function forum() {
	const made = checklistInMemory();
	await made.ask(version, { key: 'read', kind: 'confirm', always: true });
	return {
		...made, hooks: called(checklistHooks(made), made.host), forget: (uid: number) => forgetAuthor(made, uid),
		/** A topic that was posted with these answers, as NodeBB would store it. */
		async posted(answers: object, parts: Parameters<typeof storedTopic>[0] = {}) {
			const topic = storedTopic(parts);
			const data = { uid: topic.uid, cid: topic.cid, content: 'They drop.', forumTerms: { checklist: { answers } } };
			const stored = await made.host.topics.read('10', '') ?? topic;
			const created = { tid: topic.tid, cid: topic.cid };
			const { topic: row } = await called(checklistHooks(made), made.host).topic({ topic: created, data });
			made.topics.set(String(topic.tid), { ...stored, ...topic, field: textOf(row.forumTermsChecklist) });
		},
		owed: async () => publicIn(made.topics.get('10') ?? storedTopic())?.owed ?? null,
	};
}
const complete = { version: 'V20 Update 9', read: true };

describe('checklist at the doors (clause 3)', () => {
	it('asks a new topic, item by item, and passes a complete one', async () => {
		const { review } = await forum();
		assert.deepEqual(await review('topic', undefined), ['checklist-incomplete version', 'checklist-incomplete read']);
		assert.deepEqual(await review('topic', { answers: { ...complete, version: 'new' } }), ['checklist-unreadable version']);
		assert.deepEqual(await review('topic', { answers: complete }), []);
	});

	it('names an item that nobody asks, and a part of the wrong shape', async () => {
		const { review } = await forum();
		assert.deepEqual(await review('topic', { answers: { verison: 'x' } }), ['body-invalid verison']);
		assert.deepEqual(await review('topic', { answers: { read: 7 as never } }), ['body-invalid read']);
		const huge = { read: true, version: 'x'.repeat(1_000_000) };
		assert.deepEqual(await review('topic', { answers: huge }), ['body-invalid version']);
	});

	it('asks neither administrators nor authors who are not there', async () => {
		const { review } = await forum();
		assert.deepEqual(await review('topic', undefined, { uid: 1 }), []);
		assert.deepEqual(await review('topic', undefined, { origin: 'queue-approval' }), []);
	});

	it('asks the children of a category too, and replies only where replies are asked', async () => {
		const { review, parents, store } = await forum();
		parents.set(5, 1);
		assert.equal((await review('topic', undefined, { place: { cid: '5' } })).length, 2);
		assert.deepEqual(await review('reply', undefined), []);
		await store.savePlaces({ topics: { 1: 'spec' }, replies: { 1: 'spec' }, recordOnly: { topics: [], replies: [] } });
		assert.equal((await review('reply', undefined)).length, 2);
	});

	it('asks again when the checklist changed meanwhile, and keeps the answers that still match', async () => {
		const { review, store } = await forum();
		await store.save('spec', { kind: 'standard', title: {}, items: items(version, { key: 'read', kind: 'confirm' }, trunk) });
		assert.deepEqual(await review('topic', { version: 1, answers: complete }), ['checklist-outdated trunk']);
		const whole = { ...complete, trunk: { provider: 'Acme', country: 'CY' } };
		assert.deepEqual(await review('topic', { version: 1, answers: complete }), ['checklist-outdated trunk']);
		assert.deepEqual(await review('topic', { version: 2, answers: whole }), []);
	});

	it('never stops a security alert, whatever is missing, wrong or of another shape; it rings staff once', async () => {
		const { review, store, hooks, sent } = await forum();
		await store.save('spec', { kind: 'security', title: {}, items: items(version) });
		for (const answers of [undefined, { version: 'V9' }, { nobody: 'asked' }, { version: 7 as never }]) {
			assert.deepEqual(await review('topic', answers && { answers }), []);
		}
		await hooks.alerted({ topic: { tid: 10, cid: 1, title: 'Malware found', slug: '10/malware-found' } });
		assert.deepEqual(sent.map(({ uid, kind, path, facts }) => [uid, kind, path, facts]),
			[[1, 'security-alert', '/topic/10/malware-found', ['Malware found']]]);
		await hooks.alertQueued({ id: 'topic-1', type: 'topic', data: { cid: 1, title: 'Malware found' } });
		assert.equal(sent[1]?.path, '/post-queue/topic-1');
	});

	it('keeps what was answered as a record, shows readers what is for them, and remembers what is stable', async () => {
		const { posted, topics, evidence, memories } = await forum();
		await posted({ ...complete, unknown: 'x' });
		assert.equal(topics.get('10')?.field, '');
		await posted(complete);
		const [record] = await evidence.ofTopic(10);
		assert.deepEqual([record?.cause, record?.uid, record?.version], ['topic', 7, 1]);
		assert.deepEqual(record?.answers.map(({ key, text }) => [key, text]), [['version', 'V20 Update 9'], ['read', '']]);
		assert.deepEqual(publicIn(topics.get('10') ?? storedTopic())?.answers.map(({ key }) => key), ['version', 'read']);
		assert.deepEqual(await memories.of(7), { answers: { version: 'V20 Update 9' }, streak: 1 });
	});

	it('does not believe a browser that sends the field itself', async () => {
		const { hooks } = await forum();
		const { topic } = await hooks.topic({
			topic: { tid: 10, cid: 1, forumTermsChecklist: '{"answers":[]}' }, data: { uid: 7, cid: 1, content: 'x' },
		});
		assert.deepEqual(publicIn(storedTopic({ field: textOf(topic.forumTermsChecklist) }))?.owed, ['version', 'read']);
	});

	it('asks after a move only for what differs: the topic is marked, its author is told, nothing is lost', async () => {
		const { posted, hooks, store, topics, owed, sent, evidence } = await forum();
		await posted(complete);
		await store.save('trunks', { kind: 'standard', title: {}, items: items({ key: 'read', kind: 'confirm' }, trunk) });
		await store.savePlaces({ topics: { 1: 'spec', 2: 'trunks' }, replies: {}, recordOnly: { topics: [], replies: [] } });
		topics.set('10', { ...topics.get('10') ?? storedTopic(), cid: 2 });
		await hooks.moved({ tid: 10, toCid: 2, uid: 1 });
		assert.deepEqual(await owed(), ['trunk']);
		assert.deepEqual(sent.map(({ uid, kind }) => [uid, kind]), [[7, 'checklist-owed']]);
		assert.deepEqual(await firstOf(evidence.owedTopics(), 10), ['10']);
		topics.set('10', { ...topics.get('10') ?? storedTopic(), cid: 1 });
		await hooks.moved({ tid: 10, toCid: 1, uid: 1 });
		assert.deepEqual([await owed(), sent.length, await firstOf(evidence.owedTopics(), 10)], [[], 1, []]);
	});

	for (const uid of ['system', 'https://elsewhere.example/uid/1']) {
		it(`keeps a readable record of a move that no member made: ${uid}`, async () => {
			const { posted, hooks, store, evidence } = await forum();
			await posted(complete);
			await store.save('spec', { kind: 'standard', title: {}, items: items(version, { key: 'read', kind: 'confirm' }, trunk) });
			await hooks.moved({ tid: 10, toCid: 1, uid });
			await hooks.forked({ tid: 10, fromTid: 10, uid });
			assert.deepEqual((await evidence.ofTopic(10)).map(({ cause, by }) => `${cause} ${by}`), ['topic 7', 'moved 0', 'forked 0']);
		});
	}

	it('asks the author what is owed when they edit, takes the answer in the same request, and never a moderator', async () => {
		const { posted, hooks, store, topics, owed, review } = await forum();
		await posted(complete);
		await store.save('spec', { kind: 'standard', title: {}, items: items(version, { key: 'read', kind: 'confirm' }, trunk) });
		const place = { pid: '100' };
		assert.deepEqual(await review('edit', undefined, { place }), []);
		await hooks.moved({ tid: 10, toCid: 1, uid: 1 });
		assert.deepEqual(await review('edit', undefined, { place }), ['checklist-incomplete trunk']);
		assert.deepEqual(await review('edit', undefined, { place, uid: 8 }), []);
		assert.deepEqual(await review('edit', { answers: { trunk: { provider: 'Acme', country: 'Cyprus' } } }, { place }), ['body-invalid trunk']);
		const answers = { trunk: { provider: 'Acme', country: 'CY' } };
		assert.deepEqual(await review('edit', { answers }, { place, dryRun: true }), []);
		assert.deepEqual(await owed(), ['trunk']);
		assert.deepEqual(await review('edit', { answers }, { place }), []);
		assert.deepEqual([await owed(), topics.get('10')?.field.includes('Acme (CY)')], [[], true]);
	});

	it('does not hold against an edit what was good enough when it was answered', async () => {
		const { posted, knowledge, review } = await forum();
		await posted(complete);
		const stored = await knowledge.stored();
		await knowledge.save({ ...stored, graceDays: 0, releases: [{ version: 'V20 Update 10', since: 0 }] });
		assert.deepEqual(await review('edit', undefined, { place: { pid: '100' } }), []);
		assert.deepEqual(await review('edit', { answers: { version: 'V20 Update 8' } }, { place: { pid: '100' } }), ['checklist-blocked version']);
		assert.deepEqual(await review('topic', { answers: complete }), ['checklist-blocked version']);
	});

	it('asks at new tags and at a crosspost what they bring up', async () => {
		const { posted, store, review } = await forum();
		await store.save('spec', { kind: 'standard', title: {}, items: items({ key: 'read', kind: 'confirm' }, { ...trunk, shownWhen: { tags: ['trunk'] } }) });
		await store.save('other', { kind: 'standard', title: {}, items: items({ key: 'phone' }) });
		await store.savePlaces({ topics: { 1: 'spec', 2: 'other' }, replies: {}, recordOnly: { topics: [], replies: [] } });
		await posted({ read: true });
		assert.deepEqual(await review('tags', undefined, { place: { tid: '10' }, tags: ['phone'] }), []);
		assert.deepEqual(await review('tags', undefined, { place: { tid: '10' }, tags: ['trunk'] }), ['checklist-incomplete trunk']);
		assert.deepEqual(await review('crosspost', undefined, { place: { tid: '10', cid: '2' } }), ['checklist-incomplete phone']);
		assert.deepEqual(await review('crosspost', { answers: { phone: 'T46U' } }, { place: { tid: '10', cid: '2' } }), []);
	});

	it('asks in the queue only what the new category asks more, and keeps the answer with the waiting post', async () => {
		const { review, store, waiting } = await forum();
		await store.save('trunks', { kind: 'standard', title: {}, items: items({ key: 'read', kind: 'confirm' }, trunk) });
		await store.savePlaces({ topics: { 1: 'spec', 2: 'trunks' }, replies: {}, recordOnly: { topics: [], replies: [] } });
		waiting.set('topic-1', {
			uid: 7, act: 'topic', cid: 1, tid: '', title: 'Calls drop', content: 'They drop.', sourceContent: '', tags: [],
			forumTerms: { checklist: { answers: complete } },
		});
		const edit = (checklist?: { answers: object }, cid = '1', uid = 7) =>
			review('queue-edit', checklist as never, { uid, place: { queued: 'topic-1', cid } });
		assert.deepEqual(await edit(), []);
		assert.deepEqual(await edit(undefined, '2'), ['checklist-incomplete trunk']);
		assert.deepEqual(await edit(undefined, '2', 8), []);
		assert.deepEqual(await edit({ answers: { trunk: { provider: 'Acme', country: 'CY' } } }, '2'), []);
		assert.match(JSON.stringify(waiting.get('topic-1')?.forumTerms), /Acme/);
	});

	it('marks a topic that staff approved into a category that asks more', async () => {
		const { hooks } = await forum();
		const { topic } = await hooks.topic({
			topic: { tid: 10, cid: 1 }, data: { uid: 7, cid: 1, content: 'x', fromQueue: true, forumTerms: { checklist: { answers: { read: true } } } },
		});
		assert.deepEqual(publicIn(storedTopic({ field: textOf(topic.forumTermsChecklist) }))?.owed, ['version']);
	});

	it('takes answers into a fork only where their author goes along', async () => {
		const { posted, hooks, topics, evidence } = await forum();
		await posted(complete);
		for (const [tid, uid, expected] of [[11, 7, []], [12, 8, ['version', 'read']]] as const) {
			topics.set(String(tid), storedTopic({ tid, uid, mainPid: `${tid}0` }));
			await hooks.forked({ tid, fromTid: 10, uid: 1 });
			assert.deepEqual((await evidence.ofTopic(tid)).at(-1)?.owed, expected, String(tid));
		}
	});

	it('lets staff waive an item: for a member until its day, for a topic at once; both are on record', async () => {
		const { review, memories, time, posted, keeper, topics, owed, evidence } = await forum();
		await memories.waive(7, { key: 'version', by: 1, reason: 'cannot update yet', at: time.at, until: time.at + 1000, decision: 1 });
		assert.deepEqual(await review('topic', { answers: { read: true } }), []);
		await posted({ read: true });
		assert.deepEqual([await owed(), (await evidence.ofTopic(10))[0]?.waived.map(({ reason }) => reason)], [[], ['cannot update yet']]);
		time.at += 1001;
		assert.deepEqual(await review('topic', { answers: { read: true } }), ['checklist-incomplete version']);
		const topic = topics.get('10') ?? storedTopic();
		const before = await keeper.reassess({ ...topic, cid: 1 }, 'moved', 1, null);
		assert.deepEqual(before?.owed, ['version', 'read']);
		await keeper.waived(topics.get('10') ?? topic, before ?? assert.fail(), {
			key: 'read', by: 1, reason: 'answered by phone', decision: 2,
		});
		assert.deepEqual(await owed(), ['version']);
	});

	it('asks a member with a clean record only what everybody is asked, until they are warned', async () => {
		const { review, stored, memories } = await forum();
		stored.checklistCleanTopics = 2;
		memories.remember(7, {}, true);
		assert.equal((await review('topic', undefined)).length, 2);
		memories.remember(7, {}, true);
		assert.deepEqual(await review('topic', undefined), ['checklist-incomplete read']);
		memories.remember(7, {}, false);
		assert.equal((await review('topic', undefined)).length, 2);
	});

	it('takes a person out of their records when their account ends, however often', async () => {
		const { posted, forget, evidence, memories, store } = await forum();
		await store.save('spec', { kind: 'standard', title: {}, items: items({ ...version, readers: 'staff' }, { key: 'read', kind: 'confirm' }) });
		await posted(complete);
		await forget(7);
		await forget(7);
		const [record] = await evidence.ofTopic(10);
		assert.deepEqual([record?.uid, record?.answers.map(({ key }) => key)], [0, ['read']]);
		assert.deepEqual([await memories.of(7), await evidence.ofMember(7, 10)], [{ answers: {}, streak: 0 }, []]);
	});
});
