import assert from 'node:assert/strict';
import { range } from 'lodash';
import { queuedHooks } from '../../lib/checklist/desk/queued';
import { checklistInMemory } from '../builders/checklist';

interface Shown { answers: { key: string }[]; owed: { key: string }[] }

describe('answers on the page of the post queue, post by post', () => {
	async function page(reader: number, posts: object[], query: object = {}) {
		const checklist = checklistInMemory([]);
		await checklist.ask({ key: 'version' }, { key: 'capture', kind: 'confirm' });
		checklist.moderators.set(3, [1]);
		checklist.moderators.set(4, [2]);
		const shown: { forumTermsQueued?: Shown }[] = posts;
		await queuedHooks(checklist).queuePage.handle({ posts: shown, req: { uid: reader, query } });
		return shown.map(({ forumTermsQueued: found }) => found &&
			[found.answers.map(({ key }) => key).join(), found.owed.map(({ key }) => key).join()]);
	}
	const waiting = (more: object = {}) => ({
		user: { uid: 7 }, category: { cid: 1 }, type: 'topic',
		data: { forumTerms: { checklist: { answers: { version: 'V20', gone: 'x' } } } }, ...more,
	});

	it('are for staff of its category and its author, whatever else the forum shows', async () => {
		for (const [reader, sees] of [[1, true], [3, true], [7, true], [4, false], [8, false], [0, false]] as const) {
			assert.deepEqual(await page(reader, [waiting()]), [sees ? ['version', 'capture'] : undefined], String(reader));
		}
		assert.deepEqual(await page(3, [waiting(), waiting({ category: { cid: 2 } }), waiting({ category: null })]),
			[['version', 'capture'], undefined, undefined]);
	});

	it('are read in spite of unreadable answers, a guest or nothing at all', async () => {
		const broken = { forumTerms: { checklist: { answers: 'all of them' } } };
		const posts = [waiting({ data: broken }), waiting({ data: {} }), waiting({ user: { uid: 0 } }), {}];
		assert.deepEqual(await page(1, posts), [['', 'version,capture'], ['', 'version,capture'], undefined, undefined]);
	});

	it('are worked out for the page that is shown alone', async () => {
		const found = await page(1, range(45).map(() => waiting()), { page: '2' });
		assert.deepEqual(found.flatMap((one, index) => (one ? [index] : [])), range(20, 40));
	});
});
