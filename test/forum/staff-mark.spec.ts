import assert from 'node:assert/strict';
import { openForum, type Forum } from '../driver/forum';

describe('posts of the forum\'s staff (clauses 1 and 4.7)', function staffMark() {
	this.timeout(60_000);
	let forum: Forum;
	before(async () => {
		forum = await openForum();
	});
	after(() => forum.close());

	it('are marked where their author is staff, nobody else\'s, whatever the body says', async () => {
		const [here, elsewhere, everywhere, plain] = [
			await forum.member(), await forum.member(), await forum.member(), await forum.member(),
		];
		const category = () => forum.admin.category({ postQueue: 0 });
		const [cid, otherCid] = [await category(), await category()];
		await forum.admin.appoint(here, cid);
		await forum.admin.appoint(elsewhere, otherCid);
		await forum.admin.appoint(everywhere, 'all');
		const tid = Number((await forum.admin.topic({ cid })).response.tid);
		for (const who of [here, elsewhere, everywhere, plain]) {
			const made = await who.reply(tid, { content: `${who.username} writes this answer.`, forumTermsStaff: true });
			assert.equal(made.status, 200, made.text);
		}
		const { json } = await forum.guest().get(`/api/topic/${tid}`);
		const { posts } = json as { posts: { uid: number; forumTermsStaff?: unknown }[] };
		assert.deepEqual(posts.map(({ uid, forumTermsStaff }) => [uid, forumTermsStaff === true]), [
			[forum.admin.uid, true], [here.uid, true], [elsewhere.uid, false], [everywhere.uid, true],
			[plain.uid, false],
		]);
	});
});
