import assert from 'node:assert/strict';
import { knownCategories } from '../../lib/categories/known';
import { moveHooks } from '../../lib/categories/guide/move-hooks';
import { pointers as pointersOf } from '../../lib/categories/guide/pointers';
import { categorySettings } from '../../lib/categories/guide/settings';
import { rephrased } from '../../lib/kernel/refusals/message';
import { treeInMemory } from '../builders/category-tree';
import { forumOf } from '../../lib/platform/forum/forum';
import { called } from '../builders/handlers';
import { hostInMemory } from '../builders/host';

const day = 86_400_000;

function forum() {
	const tree = treeInMemory();
	const memory = hostInMemory({ categories: tree.tree });
	const [from, to] = [tree.add({ name: 'Phones' }), tree.add({ name: 'Trunks, <b>' })];
	const pointers = pointersOf({
		...memory.host, maps: knownCategories(memory.host).maps,
		settings: forumOf(memory.host).settings(categorySettings),
		cache: memory.host.cache('moved', { max: 10, ttlSeconds: 60 }),
	});
	memory.topics.set('10', {
		tid: 10, cid: to, uid: 7, mainPid: '100', title: 'Calls drop', slug: '10/calls-drop', tags: [], field: '',
	});
	return { ...memory, from, to, pointers, hooks: called(moveHooks(pointers), memory.host) };
}

describe('pointers of moved topics (clause 4)', () => {
	it('end with the days of the setting, without anything being written', async () => {
		const { pointers, from, settings } = forum();
		await pointers.moved({ tid: '10', fromCid: from, by: 1 });
		assert.deepEqual((await pointers.of(from, 7)).map(({ tid, category }) => [tid, category]), [[10, 'Trunks, <b>']]);
		settings.categoryPointerDays = '0';
		assert.deepEqual(await pointers.of(from, 7), []);
		const later = forum();
		await later.pointers.moved({ tid: '10', fromCid: later.from, by: 1 });
		later.time.at += 15 * day;
		assert.deepEqual(await later.pointers.of(later.from, 7), []);
	});

	it('are there at once, also where somebody has just looked', async () => {
		const { pointers, from } = forum();
		assert.deepEqual(await pointers.of(from, 7), []);
		await pointers.moved({ tid: '10', fromCid: from, by: 1 });
		assert.deepEqual((await pointers.of(from, 7)).map(({ tid }) => tid), [10]);
	});

	it('are swept away at night once their days are over', async () => {
		const { pointers, from, time, database } = forum();
		const count = () => database.sortedSetCard(`forum-terms:moved-from:${from}`);
		await pointers.moved({ tid: '10', fromCid: from, by: 1 });
		await pointers.sweep();
		assert.equal(await count(), 1);
		time.at += 15 * day;
		await pointers.sweep();
		assert.equal(await count(), 0);
	});

	it('are not left by other forums, guests, authors and topics that are gone, nor where it is switched off', async () => {
		const { pointers, hooks, from, database, settings } = forum();
		await hooks.moved({ tid: '10', fromCid: from, uid: 'system' });
		await hooks.moved({ tid: '10', fromCid: from, uid: 7 });
		await hooks.moved({ tid: '404', fromCid: from, uid: 1 });
		await hooks.moved({ tid: '10', fromCid: -1, uid: 1 });
		settings.categoryPointerDays = '0';
		await hooks.moved({ tid: '10', fromCid: from, uid: 1 });
		assert.deepEqual([await pointers.of(from, 1), await database.sortedSetCard(`forum-terms:moved-from:${from}`)], [[], 0]);
	});

	it('are on the whole first page of a category only', async () => {
		const { hooks, from } = forum();
		await hooks.moved({ tid: '10', fromCid: from, uid: 1 });
		const page = async (more: object) => (await hooks.page({ category: {}, cid: from, uid: 7, ...more })).category;
		assert.ok((await page({ start: 0 })).forumTermsMoved);
		assert.deepEqual(await page({ start: 20 }), {});
		assert.deepEqual(await page({ tag: 'sip' }), {});
		assert.deepEqual(await page({ targetUid: 5 }), {});
	});

	it('make NodeBB\'s sentence say more, and leave every other notification alone', async () => {
		const { hooks } = forum();
		const told = async (nid: string, bodyShort: string) =>
			(await hooks.told({ data: { nid, bodyShort } })).data.bodyShort;
		const sentence = '[[notifications:moved-your-topic, mod, Calls&#44; drop]]';
		assert.equal(await told('move:tid:10:uid:1', sentence),
			'[[forum-terms:moved.told, mod, Calls&#44; drop, Trunks\\, <b>]]');
		assert.equal(await told('move:tid:10:uid:1', '[[notifications:other, mod]]'), '[[notifications:other, mod]]');
		assert.equal(await told('lock:tid:10:uid:1', sentence), sentence);
		assert.equal(await told('move:tid:404:uid:1', sentence), sentence);
		assert.equal(rephrased('[[a:bc, x]]', 'a:b', 'c:d', []), null);
	});
});
