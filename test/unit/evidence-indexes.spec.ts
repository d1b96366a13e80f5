import assert from 'node:assert/strict';
import { evidenceStore } from '../../lib/checklist/evidence/store';
import { firstOf } from '../../lib/platform/paged-index';
import { answer, evidence } from '../builders/evidence';
import { hostInMemory } from '../builders/host';
import { mortal } from '../builders/mortal';

describe('records of answers, whose indexes are made behind the answer', () => {
	it('are found by every index or not there, and within reach of erasure, wherever the process was killed', async () => {
		let [at, isWhole] = [0, false];
		for (; !isWhole; at += 1) {
			const { host } = hostInMemory();
			const store = evidenceStore(host);
			await store.append(evidence({ cause: 'topic', owed: ['capture'] }));
			const dying = mortal(host, at);
			const last = evidenceStore(dying.host);
			const licence = answer('licence', 'gold', { readers: 'staff' });
			await last.append(evidence({ cause: 'edit', answers: [licence] })).then(() => last.settle()).catch(() => undefined);
			isWhole = !dying.isDead();
			await store.settle();
			const there = (await store.read([1, 2])).filter(record => record !== null);
			const asWritten = there.map(({ id }) => String(id)).reverse();
			assert.deepEqual((await store.ofMember(7, 10)).map(({ id }) => String(id)), asWritten, `killed at ${at}`);
			assert.equal((await store.ofTopic(10)).length, there.length, `killed at ${at}`);
			assert.deepEqual(await firstOf(store.withAnswer('licence', 'gold'), 10), asWritten.filter(id => id === '2'));
			assert.deepEqual(await firstOf(store.owedTopics(), 10), there.length === 2 ? [] : ['10'], `killed at ${at}`);
			await store.forgetMember(7);
			assert.ok((await store.ofTopic(10)).every(({ uid, answers }) => uid === 0 && answers.every(({ key }) => key !== 'licence')));
			assert.deepEqual(await firstOf(store.withAnswer('licence', 'gold'), 10), [], `killed at ${at}`);
		}
		assert.ok(at > 8, `${at} writes`);
	});

	it('cost a post three commands, however many answers there are; the indexes are made for many records at once', async () => {
		const { host, database } = hostInMemory();
		const store = evidenceStore(host);
		const answers = Array.from({ length: 13 }, (_none, index) => answer(`item-${index}`, 'yes'));
		const before = database.writes.length;
		await store.append(evidence({ answers }));
		assert.deepEqual(database.writes.slice(before).map(key => key.replace(/:\d+$/, ':n')),
			['forum-terms:evidence', 'forum-terms:evidence-due', 'forum-terms:evidence:n']);
		assert.deepEqual(await firstOf(store.withAnswer('item-12', 'yes'), 10), ['1'], 'a reader waits for what is due');
	});

	it('that a dead process never wrote are waited for, and given up after ten minutes', async () => {
		const { host, database, time } = hostInMemory();
		const store = evidenceStore(host);
		await assert.rejects(evidenceStore(mortal(host, 2).host).append(evidence()));
		await store.settle();
		assert.equal(await database.sortedSetCard('forum-terms:evidence-due'), 1);
		time.at += 600_001;
		await store.settle();
		assert.equal(await database.sortedSetCard('forum-terms:evidence-due'), 0);
	});
});
