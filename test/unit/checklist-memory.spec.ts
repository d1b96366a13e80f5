import assert from 'node:assert/strict';
import { memberMemories } from '../../lib/checklist/asking/member-memory';
import { checklistInMemory } from '../builders/checklist';
import { hostInMemory } from '../builders/host';

const key = 'forum-terms:checklist-memory:7';

describe('the form that a member fills in', () => {
	it('has the items of its category and no others, and remembers no answer to those', async () => {
		const { ask, checklistOf, memories } = checklistInMemory();
		await ask({ key: 'a' }, { key: 'here', shownWhen: { categories: [1] } }, { key: 'there', shownWhen: { categories: [2] } });
		memories.remember(7, { here: 'yes', there: 'no' }, true);
		const form = await checklistOf({ cid: '1' }, 7, 'en-GB');
		assert.deepEqual([form?.items.map(({ key: asked }) => asked), form?.remembered], [['a', 'here'], { here: 'yes' }]);
	});
});

describe('what is remembered of a member, behind their post', () => {
	it('is all there for whoever reads next, however many posts came at once', async () => {
		const memories = memberMemories(hostInMemory().host);
		memories.remember(7, { hosting: 'cloud' }, true);
		memories.remember(7, { trunk: 'acme' }, true);
		memories.remember(7, { hosting: 'here' }, true);
		assert.deepEqual(await memories.of(7), { answers: { hosting: 'here', trunk: 'acme' }, streak: 3 });
	});

	it('is written when it is new; the same answers again cost nothing, not even a read', async () => {
		const { host, database } = hostInMemory();
		const memories = memberMemories(host);
		memories.remember(7, { hosting: 'cloud' }, false);
		await memories.of(7);
		assert.deepEqual(database.writes, [key]);
		memories.remember(7, { hosting: 'cloud' }, false);
		assert.ok(!(memories.of(7) instanceof Promise));
		memories.remember(7, { hosting: 'cloud' }, true);
		assert.deepEqual(await memories.of(7), { answers: { hosting: 'cloud' }, streak: 1 });
		memories.remember(7, { hosting: 'cloud', trunk: 'acme' }, false);
		assert.deepEqual(await memories.of(7), { answers: { hosting: 'cloud', trunk: 'acme' }, streak: 0 });
		assert.deepEqual(database.writes, [key, key, key]);
	});

	it('is gone once it was forgotten, even if it was being written then', async () => {
		for (const forget of ['forget', 'forgetAnswers'] as const) {
			const { host, database } = hostInMemory();
			const memories = memberMemories(host);
			memories.remember(7, { hosting: 'cloud' }, true);
			await memories[forget](7);
			assert.deepEqual([await memories.of(7), await database.getObject(key)], [{ answers: {}, streak: 0 }, null]);
		}
	});

	it('is missing, and the failure in the log, where the database failed; the next is remembered', async () => {
		const { host, database, errors } = hostInMemory();
		const memories = memberMemories(host);
		const { getObject } = database;
		database.getObject = () => Promise.reject(new Error('away'));
		memories.remember(7, { hosting: 'cloud' }, true);
		await assert.rejects(async () => memories.of(7));
		database.getObject = getObject;
		memories.remember(7, { trunk: 'acme' }, true);
		assert.deepEqual((await memories.of(7)).answers, { trunk: 'acme' });
		assert.deepEqual(errors, [{ slice: 'checklist', event: 'remember' }]);
	});
});
