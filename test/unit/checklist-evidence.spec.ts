import assert from 'node:assert/strict';
import { evidenceDownloads } from '../../lib/checklist/desk/download';
import { evidenceSearch, type Found } from '../../lib/checklist/desk/search';
import { memberHistory } from '../../lib/checklist/evidence/member-history';
import { owedMarks } from '../../lib/checklist/evidence/owed-mark';
import { owedTopics } from '../../lib/checklist/desk/owed-topics';
import { wholeField } from '../../lib/checklist/evidence/topic-field';
import { firstOf } from '../../lib/platform/paged-index';
import type { NewEvidence } from '../../lib/checklist/evidence/store';
import { checklistInMemory, storedTopic } from '../builders/checklist';
import { answer, evidence } from '../builders/evidence';

/** The slice with a topic of its own for every record. */
function checklists() {
	const made = checklistInMemory();
	return {
		...made,
		async keep(parts: Partial<NewEvidence> = {}) {
			const record = await made.evidence.append(evidence(parts));
			const { tid, uid, cid } = record;
			made.topics.set(String(tid), storedTopic({ tid, uid, cid, field: wholeField(record) }));
			return record;
		},
	};
}

describe('records of answers', () => {
	it('lose the person and what only staff could read, where it could be found too; the rest stays', async () => {
		const { evidence: store } = checklists();
		const licence = answer('licence', 'gold', { readers: 'staff' });
		await store.append(evidence({ answers: [answer('hosting', 'cloud'), licence], by: 7,
			waived: [{ key: 'capture', by: 1, reason: 'He is ill.', at: 1, decision: 1 }] }));
		const other = await store.append(evidence({ tid: 11, uid: 8, by: 8, answers: [licence] }));
		await store.forgetMember(7);
		const [left] = await store.ofTopic(10);
		assert.deepEqual([left?.uid, left?.by, left?.answers.map(({ key }) => key), left?.waived[0]?.reason],
			[0, 0, ['hosting'], '']);
		assert.deepEqual(await store.ofMember(7, 10), []);
		assert.deepEqual(await firstOf(store.withAnswer('licence', 'gold'), 10), [String(other.id)]);
		assert.deepEqual(await firstOf(store.withAnswer('hosting', 'cloud'), 10), [String(left?.id)]);
		await store.forgetMember(8);
		assert.deepEqual(await store.valuesOf('licence', 10), []);
		assert.deepEqual(await store.valuesOf('hosting', 10), ['cloud']);
	});

	it('are erased the same twice, and when the first time was killed at any of its writes', async () => {
		for (const method of ['sortedSetRemove', 'setObject', 'delete'] as const) {
			const { evidence: store, database } = checklists();
			const licence = answer('licence', 'gold', { readers: 'staff' });
			for (let i = 0; i < 3; i += 1) {
				await store.append(evidence({ tid: 10 + i, answers: [answer('hosting', 'cloud'), licence] }));
			}
			const working = database[method];
			let calls = 0;
			Object.assign(database, { [method]: async (...given: unknown[]) => {
				calls += 1;
				if (calls === 2 || method === 'delete') {
					throw new Error('killed');
				}
				return (working as (...all: unknown[]) => Promise<void>)(...given);
			} });
			await assert.rejects(store.forgetMember(7), method);
			Object.assign(database, { [method]: working });
			await store.forgetMember(7);
			await store.forgetMember(7);
			const records = await store.read([1, 2, 3]);
			const left = records.map(record => [record?.uid, record?.answers.length]);
			assert.deepEqual(left, [[0, 1], [0, 1], [0, 1]], method);
			assert.deepEqual(await firstOf(store.withAnswer('licence', 'gold'), 10), [], method);
			assert.deepEqual(await store.ofMember(7, 10), [], method);
		}
	});

	it('are made when they are stored, and not before', async () => {
		const { evidence: store, database } = checklists();
		const { setObject } = database;
		Object.assign(database, { setObject: async () => Promise.reject(new Error('no space')) });
		await assert.rejects(store.append(evidence()), /no space/);
		Object.assign(database, { setObject });
		await store.append(evidence());
		assert.equal((await store.ofTopic(10)).length, 1);
	});

	it('are given to their member whole, however many they are', async () => {
		const made = checklists();
		for (let i = 0; i < 450; i += 1) {
			made.time.at += 1;
			await made.evidence.append(evidence());
		}
		const ids = new Set<number>();
		for await (const some of memberHistory(made).records(7)) {
			assert.ok(some.length <= 200);
			some.forEach(record => ids.add((record as { id: number }).id));
		}
		assert.equal(ids.size, 450);
		assert.equal((await memberHistory(made).of(7, 'en-GB', 10)).records.length, 10);
	});
});

describe('search in answers', () => {
	const wanted = { item: 'hosting', value: 'cloud' };

	it('finds what is current, and what was superseded only in the topic\'s history', async () => {
		const made = checklists();
		const search = evidenceSearch(made.evidence, made.host.topics);
		await made.keep();
		const edited = await made.keep({ cause: 'edit' });
		const reply = await made.evidence.append(evidence({ pid: '101', cause: 'reply' }));
		const { hits, next } = await search.find(wanted, 'all', 20);
		assert.deepEqual([hits.map(({ record }) => record.id), next], [[reply.id, edited.id], null]);
		await made.keep({ cause: 'edit', answers: [answer('hosting', 'here')] });
		assert.deepEqual((await search.find(wanted, 'all', 20)).hits.map(({ record }) => record.id), [reply.id]);
	});

	it('reaches as far as somebody moderates, wherever the topic lies now', async () => {
		const made = checklists();
		const search = evidenceSearch(made.evidence, made.host.topics);
		await made.keep({ tid: 10, cid: 1 });
		await made.keep({ tid: 11, cid: 2, answers: [answer('hosting', 'secret')] });
		made.topics.set('10', storedTopic({ ...made.topics.get('10'), cid: 2 }));
		assert.equal((await search.find(wanted, [1], 20)).hits.length, 0);
		assert.equal((await search.find(wanted, [2], 20)).hits.length, 1);
		assert.deepEqual(await search.values('hosting', [1], 10), []);
		assert.deepEqual((await search.values('hosting', [2], 10)).sort(), ['cloud', 'secret']);
	});

	it('turns its pages without losing or doubling a hit, also where most records are another\'s', async () => {
		const made = checklists();
		const search = evidenceSearch(made.evidence, made.host.topics);
		for (let tid = 1; tid <= 700; tid += 1) {
			made.time.at += 1;
			await made.keep({ tid, cid: tid % 7 === 0 ? 2 : 1 });
		}
		const found: number[] = [];
		for (let page: Found | null = null; !page || page.next;) {
			page = await search.find(wanted, [2], 20, page?.next ?? null);
			found.push(...page.hits.map(({ record }) => record.tid));
		}
		assert.deepEqual(found, Array.from({ length: 100 }, (_none, index) => 700 - (index * 7)));
		let exported = 0;
		for await (const hits of search.all(wanted, [2])) {
			exported += hits.length;
		}
		assert.equal(exported, 100);
	});

	it('reads names and topics once a batch, never once a record', async () => {
		const made = checklists();
		for (let tid = 1; tid <= 250; tid += 1) {
			await made.keep({ tid });
		}
		let reads = 0;
		const { profiles } = made.host.members;
		const { readMany } = made.host.topics;
		made.host.members.profiles = (uids) => {
			reads += 1;
			return profiles(uids);
		};
		made.host.topics.readMany = (tids, field) => {
			reads += 1;
			return readMany(tids, field);
		};
		const csv = evidenceDownloads(made).find(({ path }) => path.endsWith('csv'));
		const opened = await csv?.open({
			actor: { kind: 'member', uid: 1 }, params: {}, query: wanted, language: 'en-GB',
		});
		assert.ok(opened?.ok);
		let lines = 0;
		for await (const line of opened.value) {
			lines += line.split('\r\n').length - 1;
		}
		assert.equal(lines, 251);
		assert.ok(reads <= 8, `${reads} reads`);
	});
});

describe('open items', () => {
	it('are listed longest first, page by page, within somebody\'s reach', async () => {
		const made = checklists();
		for (let tid = 1; tid <= 9; tid += 1) {
			made.time.at += 1;
			await made.keep({ tid, cid: tid % 3 === 0 ? 2 : 1, owed: ['capture'] });
		}
		await made.keep({ tid: 1, cid: 1, owed: [], cause: 'answered' });
		const list = owedTopics(made, made.host.topics);
		const first = await list('all', 'en-GB', 5);
		const second = await list('all', 'en-GB', 5, first.next);
		assert.deepEqual([...first.rows, ...second.rows].map(({ tid }) => tid), [2, 3, 4, 5, 6, 7, 8, 9]);
		assert.equal(second.next, null);
		assert.deepEqual((await list([2], 'en-GB', 5)).rows.map(({ tid }) => tid), [3, 6, 9]);
		await made.evidence.settleTopic(2);
		assert.equal((await list('all', 'en-GB', 5)).rows[0]?.tid, 3);
	});

	it('are marked in lists for the author and staff, with one look at the category', async () => {
		const made = checklists();
		made.moderators.set(5, [1]);
		let looks = 0;
		const mark = owedMarks({ canModerate: (cid, uid) => {
			looks += 1;
			return made.host.places.canModerate(cid, uid);
		} });
		const listed = async (uid: number) => {
			const topics: Record<string, unknown>[] = [1, 2, 3].map(tid => ({
				tid, uid: 7, cid: 1, forumTermsChecklist: JSON.stringify({ owed: tid === 3 ? [] : ['a', 'b'] }),
			}));
			await mark(topics, { kind: 'member', uid });
			assert.ok(topics.every(topic => topic.forumTermsChecklist === undefined));
			return topics.map(topic => topic.forumTermsOwed ?? 0);
		};
		assert.deepEqual([await listed(7), looks], [[2, 2, 0], 0]);
		assert.deepEqual([await listed(5), looks], [[2, 2, 0], 1]);
		assert.deepEqual(await listed(9), [0, 0, 0]);
	});
});
