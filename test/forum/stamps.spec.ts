import assert from 'node:assert/strict';
import { openForum, type Forum } from '../driver/forum';
import { itOn } from '../driver/gap';
import type { Member } from '../driver/member';
import { hear } from '../driver/socket';

describe('stamp on every post (R4.5, feature 3)', () => {
	let forum: Forum;
	let member: Member;
	let cid: number;
	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category();
		member = await forum.member();
	});
	after(() => forum.close());

	const topic = async () => {
		const { response } = await member.topic({ cid });
		return { tid: Number(response.tid), pid: Number(response.mainPid) };
	};
	const createdUnder = async (pid: number) =>
		((await member.terms.stamps(pid)).response as { created: { version: string; licence: string } }).created;
	const versionOf = async (pid: number) => (await member.post(pid)).forumTermsVersion;

	it('names terms and licence at creation, on the page and in the API', async () => {
		const { tid, pid } = await topic();
		const inForce = await forum.admin.inForce();
		const [onThePage] = await member.posts(tid);
		assert.equal(onThePage?.forumTermsVersion, inForce);
		assert.deepEqual(await createdUnder(pid), { version: inForce, licence: inForce });
		assert.equal(await versionOf(pid), inForce);
	});

	it('is in the answer to the post itself, so that the page need not be loaded again', async () => {
		const { tid } = await topic();
		const { response } = await member.reply(tid);
		assert.equal(response.forumTermsVersion, await forum.admin.inForce());
	});

	itOn('nodebb', 'there are no sockets', 'reaches readers who have the topic open', async () => {
		const { tid } = await topic();
		const reader = await forum.member();
		// Only people whom the forum has seen lately are told.
		await reader.get(`/api/topic/${tid}`);
		const heard = await hear(reader, 'event:new_post', () => member.reply(tid));
		const { posts } = heard as { posts: { forumTermsVersion?: string }[] };
		assert.equal(posts[0]?.forumTermsVersion, await forum.admin.inForce());
	});

	it('keeps the version of the creation and names the one of each edit', async () => {
		const { pid } = await topic();
		const created = await forum.admin.inForce();
		const edited = await forum.admin.publish();
		await member.terms.accept(edited);
		await member.edit(pid);
		assert.equal(await versionOf(pid), created);
		assert.equal((await member.post(pid)).forumTermsEdited, edited);
		const stamps = (await member.terms.stamps(pid)).response as
			{ created: { version: string }; edits: { version: string; uid: number }[] };
		assert.equal(stamps.created.version, created);
		assert.deepEqual(stamps.edits.map(({ version, uid }) => [version, uid]), [[edited, member.uid]]);
	});

	it('of a queued post is the one of the moment it was submitted', async () => {
		await forum.admin.setConfig('postQueue', 1);
		try {
			const queueCid = await forum.admin.category({ postQueue: 1 });
			const writer = await forum.member();
			const submitted = await forum.admin.inForce();
			const queued = await writer.topic({ cid: queueCid });
			await forum.admin.publish();
			await forum.admin.approve(String(queued.response.id));
			const { topics } = (await forum.admin.get(`/api/category/${queueCid}`)).json as { topics: { mainPid: number }[] };
			assert.equal((await forum.admin.post(topics[0]?.mainPid ?? 0)).forumTermsVersion, submitted);
		} finally {
			await forum.admin.setConfig('postQueue', 0);
			await member.terms.accept(await forum.admin.inForce());
		}
	});

	it('survives move, fork, merge and a change of owner', async () => {
		const { tid, pid } = await topic();
		const reply = Number((await member.reply(tid)).response.pid);
		const version = await versionOf(reply);
		assert.ok(version);
		await forum.admin.publish({ change: 'editorial', notice: 'silent' });

		await forum.admin.send('PUT', `/api/v3/topics/${tid}/move`, { cid: await forum.admin.category() });
		assert.equal(await versionOf(pid), version, 'move');

		const forked = await forum.socket(forum.admin, 'topics.createTopicFromPosts', {
			title: 'A topic of its own', pids: [reply], fromTid: tid, cid,
		});
		assert.equal(forked.error, '');
		assert.equal(await versionOf(reply), version, 'fork');

		const forkedTid = Number((await forum.admin.post(reply)).tid);
		const merged = await forum.socket(forum.admin, 'topics.merge', {
			tids: [tid, forkedTid], options: { newTopicTitle: 'Both in one' },
		});
		assert.equal(merged.error, '');
		assert.equal(await versionOf(reply), version, 'merge');

		await forum.admin.send('PUT', `/api/v3/posts/${reply}/owner`, { uid: 1 });
		assert.equal(await versionOf(reply), version, 'owner');
	});

	it('is not what the browser says it is', async () => {
		const { tid } = await topic();
		const answer = await member.reply(tid, {
			forumTermsVersion: 'forum-99', forumTermsLicence: 'forum-99', forumTermsStamp: { version: 'x', licence: 'x' },
			fromQueue: true,
		});
		assert.equal(answer.status, 200, answer.message);
		const inForce = await forum.admin.inForce();
		assert.deepEqual(await createdUnder(Number(answer.response.pid)), { version: inForce, licence: inForce });
	});

	it('is made for scheduled topics too', async () => {
		const { response } = await forum.admin.topic({ cid, timestamp: Date.now() + 86_400_000 });
		assert.equal((await forum.admin.post(Number(response.mainPid))).forumTermsVersion, await forum.admin.inForce());
	});

	it('of a post that nobody may read is not told', async () => {
		assert.equal((await member.terms.stamps(99_999_999)).response.code, 'post-unknown');
	});
});
