import assert from 'node:assert/strict';
import { unique, type Forum } from '../driver/forum';
import { isInCategory, isInTopic, isQueued, newText, onGround, type Ground } from '../driver/ground';

describe('guests whom the forum lets write (clause 2)', function guests() {
	this.timeout(60_000);
	let forum: Forum;
	let ground: Ground;
	let cid: number;
	let tid: number;
	onGround(async (opened, places) => {
		[forum, ground] = [opened, places];
		cid = await forum.admin.category({ name: `Guests ${unique()}`, postQueue: 0 });
		for (const right of ['topics:create', 'topics:reply']) {
			await forum.admin.send('PUT', `/api/v3/categories/${cid}/privileges/groups:${right}`, { member: 'guests' });
		}
		tid = Number((await forum.admin.topic({ cid })).response.tid);
	});
	afterEach(() => set('refuse'));

	const set = (guestPosts: string) => forum.socket(forum.admin, 'admin.settings.set', {
		hash: 'forum-terms', values: { guestPosts },
	});
	const robot = { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' };
	const browsers = { 'a browser': {}, 'a browser that calls itself a robot': robot };

	for (const [name, headers] of Object.entries(browsers)) {
		it(`are asked to log in or register, by ${name}, and nothing is stored`, async () => {
			const guest = forum.guest();
			const [title, content] = [`Guest ${unique()}`, newText()];
			const topic = await guest.send('POST', '/api/v3/topics', { cid, title, content }, headers);
			assert.equal(topic.status, 400, topic.text);
			assert.match(topic.message, /log in or register.*version \d+ of .*clause 2/);
			const reply = await guest.send('POST', `/api/v3/topics/${tid}`, { content }, headers);
			assert.match(reply.message, /log in or register.*clause 2/);
			assert.equal(await isInCategory(forum, cid, title), false);
			assert.equal(await isInTopic(forum, tid, content), false);
		});
	}

	it('keep what they typed without script, and read the same sentence', async () => {
		const [title, content] = [`Guest ${unique()}`, newText()];
		const answer = await forum.guest().form('/compose', { cid: String(cid), title, content });
		assert.equal(answer.status, 400);
		assert.match(answer.text, /log in or register/);
		assert.match(answer.text, new RegExp(content.slice(0, 20)));
		assert.equal(await isInCategory(forum, cid, title), false);
	});

	it('accept nothing: an acceptance in the same request is nobody\'s', async () => {
		const answer = await forum.guest().send('POST', `/api/v3/topics/${tid}`, {
			content: newText(), forumTerms: { accept: [await forum.admin.inForce()] },
		});
		assert.match(answer.message, /log in or register/);
	});

	it('wait for staff where the setting holds them, and staff let them in without asking again', async () => {
		await set('hold');
		const [title, content] = [`Guest ${unique()}`, newText()];
		const queued = await forum.guest().send('POST', '/api/v3/topics', { cid, title, content });
		assert.equal(queued.response.queued, true, queued.text);
		assert.deepEqual([await isQueued(forum, content), await isInCategory(forum, cid, title)], [true, false]);
		await set('refuse');
		const approved = await forum.admin.approve(String(queued.response.id));
		assert.equal(approved.status, 200, approved.text);
		assert.equal(await isInCategory(forum, cid, title), true);
		await set('hold');
		const reply = newText();
		await forum.guest().form('/compose', { tid: String(tid), content: reply });
		assert.deepEqual([await isQueued(forum, reply), await isInTopic(forum, tid, reply)], [true, false]);
	});

	it('write where the setting allows it, and only where the forum does', async () => {
		await set('allow');
		const [title, content] = [`Guest ${unique()}`, newText()];
		assert.equal((await forum.guest().send('POST', '/api/v3/topics', { cid, title, content })).status, 200);
		assert.equal(await isInCategory(forum, cid, title), true);
		const elsewhere = await forum.guest().send('POST', '/api/v3/topics', { cid: ground.cid, title, content });
		assert.ok(elsewhere.status >= 400, elsewhere.text);
	});

	it('are what the ACP names categories for, and no other', async () => {
		const { guestCategories } = (await forum.admin.get('/api/admin/plugins/forum-terms')).json as {
			guestCategories: { cid: number }[];
		};
		const cids = guestCategories.map(one => one.cid);
		assert.deepEqual([cids.includes(cid), cids.includes(ground.cid)], [true, false]);
		const page = await forum.admin.get('/admin/plugins/forum-terms');
		assert.match(page.text, /Reject and ask to log in or register/);
	});
});
