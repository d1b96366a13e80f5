import assert from 'node:assert/strict';
import { staffMarkHooks } from '../../lib/posting/staff-mark';
import { forumOf } from '../../lib/platform/forum/forum';
import { hostInMemory } from '../builders/host';

describe('the mark of posts by the forum\'s staff', () => {
	function marks() {
		const { host } = hostInMemory();
		const asked: number[] = [];
		const places = { ...host.places, staffOf: async (cid: number) => {
			asked.push(cid);
			return cid === 5 ? [3] : [4];
		} };
		return { asked, ...staffMarkHooks(forumOf({ ...host, places })) };
	}
	const official = (posts: { uid: unknown; forumTermsStaff?: boolean }[]) =>
		posts.filter(({ forumTermsStaff }) => forumTermsStaff).map(({ uid }) => uid);

	it('is asked for once per category, and costs no promise afterwards', async () => {
		const { page, asked } = marks();
		const twenty = () => Array.from({ length: 20 }, (_none, index) => ({ uid: index % 5 }));
		await page.handle({ topic: { cid: 5 }, posts: twenty() });
		const posts = twenty();
		assert.equal(page.handle({ topic: { cid: '5' }, posts: [...posts, null] }), undefined);
		assert.deepEqual(official(posts), [3, 3, 3, 3]);
		assert.deepEqual(asked, [5]);
	});

	it('follows the category of each new post', async () => {
		const { fresh } = marks();
		const posts = [5, 6].flatMap(cid => ['3', 4, 0].map(uid => ({ uid, topic: { cid } })));
		await fresh.handle({ posts });
		assert.deepEqual(official(posts), ['3', 4]);
	});
});
