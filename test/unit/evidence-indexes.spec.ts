import assert from 'node:assert/strict';
import { range } from 'lodash';
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

	it('cost a topic one command where many are written, however many answers there are', async () => {
		const { host, database, time } = hostInMemory();
		const store = evidenceStore(host);
		const answers = Array.from({ length: 13 }, (_none, index) => answer(`item-${index}`, 'yes'));
		const written = async () => {
			const before = database.writes.length;
			await store.append(evidence({ answers }));
			return database.writes.slice(before).map(key => key.replace(/^forum-terms:evidence|:\d+$/g, '')).join(' ');
		};
		const first = [await written(), await written(), await written()];
		assert.deepEqual(first, [' -due ', ' -due -due ', '']);
		for (let at = 0; at < 60; at += 1) {
			await written();
		}
		assert.equal((await firstOf(store.withAnswer('item-12', 'yes'), 200)).length, 63, 'a reader waits for what is due');
		time.at += 120_000;
		assert.equal(await written(), ' -due ', 'what was reserved long ago is left out');
		assert.equal((await store.ofMember(7, 1))[0]?.id, await store.last());
	});

	it('of many topics are all found, each by its own number, wherever the process was killed', async () => {
		const tids = range(1, 9);
		let [at, isWhole] = [0, false];
		for (; !isWhole; at += 1) {
			const { host, time } = hostInMemory();
			const dying = mortal(host, at);
			const dead = evidenceStore(dying.host);
			const answered: number[] = [];
			for (const tid of tids) {
				time.at += 1;
				await dead.append(evidence({ tid })).then(() => answered.push(tid)).catch(() => undefined);
			}
			isWhole = !dying.isDead();
			const store = evidenceStore(host);
			time.at += 1;
			await store.append(evidence({ tid: 100 }));
			assert.deepEqual((await store.ofMember(7, 20)).map(({ tid }) => tid).reverse(), [...answered, 100], `killed at ${at}`);
			time.at += 600_001;
			await store.settle();
			assert.equal(await host.database.sortedSetCard('forum-terms:evidence-due'), 0, `killed at ${at}`);
			await store.forgetMember(7);
			const left = await Promise.all([...answered, 100].map(tid => store.ofTopic(tid)));
			assert.ok(left.flat().length === answered.length + 1 && left.flat().every(({ uid }) => uid === 0));
		}
		assert.ok(at > tids.length, `${at} writes`);
	});

	it('of several topics are found newest first, whichever process gave the numbers out', async () => {
		const { host, time } = hostInMemory();
		const [one, other] = [evidenceStore(host), evidenceStore(host)];
		const made: number[] = [];
		// The first process has numbers in reserve when the other one draws its own.
		for (const [index, store] of [one, one, one, other, one, other, one].entries()) {
			time.at += 1000;
			await store.append(evidence({ tid: index + 1, owed: ['capture'] }));
			made.push(index + 1);
		}
		const newest = [...made].reverse();
		const found = await firstOf(one.withAnswer('hosting', 'cloud'), 20);
		assert.deepEqual((await one.read(found.map(Number))).map(record => record?.tid), newest);
		assert.deepEqual((await one.ofMember(7, 20)).map(({ tid }) => tid), newest);
		assert.deepEqual(await firstOf(one.owedTopics(), 20), made.map(String), 'open items oldest first');
	});

	it('of a topic stand in the order they were made, whichever process made them', async () => {
		const { host } = hostInMemory();
		const [one, other] = [evidenceStore(host), evidenceStore(host)];
		for (let tid = 1; tid < 40; tid += 1) {
			await (tid % 2 === 0 ? one : other).append(evidence({ tid, owed: ['capture'] }));
			await (tid % 3 === 0 ? one : other).append(evidence({ tid, cause: 'answered' }));
			assert.deepEqual((await one.ofTopic(tid)).map(({ cause }) => cause), ['topic', 'answered']);
		}
		assert.deepEqual(await firstOf(one.owedTopics(), 10), []);
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
