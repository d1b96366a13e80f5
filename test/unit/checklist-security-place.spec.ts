import assert from 'node:assert/strict';
import { securityPlace } from '../../lib/checklist/asking/security-place';
import { checklistInMemory, items } from '../builders/checklist';

describe('a place for security alerts (clause 3)', () => {
	/** Category 1 asks as said; post 50 and topic of any number lie in it. */
	async function asking(topics: object, replies: object) {
		const { store, host, posts } = checklistInMemory();
		posts.set('50', { uid: '8', cid: '1' });
		await store.save('alarm', { kind: 'security', title: {}, items: items({ key: 'description' }) });
		await store.save('usual', { kind: 'standard', title: {}, items: items({ key: 'description' }) });
		await store.savePlaces({ topics, replies } as never);
		const isSecurityPlace = securityPlace({ store, host });
		return [await isSecurityPlace({ cid: '1' }), await isSecurityPlace({ tid: '10', cid: '1' }), await isSecurityPlace({ pid: '50' })];
	}

	it('is one for topics and their replies where topics are asked the security checklist', async () => {
		assert.deepEqual(await asking({ 1: 'alarm' }, {}), [true, true, true]);
		assert.deepEqual(await asking({ 1: 'alarm' }, { 1: 'usual' }), [true, true, true]);
	});

	it('is one for replies alone where only they are asked it', async () => {
		assert.deepEqual(await asking({ 1: 'usual' }, { 1: 'alarm' }), [false, true, true]);
		assert.deepEqual(await asking({}, { 1: 'alarm' }), [false, true, true]);
	});

	it('is none anywhere else', async () => {
		assert.deepEqual(await asking({ 1: 'usual' }, { 1: 'usual' }), [false, false, false]);
		assert.deepEqual(await asking({ 2: 'alarm' }, { 2: 'alarm' }), [false, false, false]);
		assert.deepEqual(await asking({}, {}), [false, false, false]);
	});
});
