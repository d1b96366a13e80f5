import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import { isInCategory, isQueued, makeGround, newText, type Ground } from '../driver/ground';
import { namedAs } from '../driver/terms-client';

describe('side doors and second looks (clause 2)', () => {
	let forum: Forum;
	let ground: Ground;
	let inForce: string;

	before(async () => {
		forum = await openForum();
		ground = await makeGround(forum);
		inForce = await forum.admin.inForce();
	});
	after(async () => {
		await forum.admin.setConfig('postQueue', 0);
		await forum.close();
	});

	it('a queued post is approved although its author owes a newer version: they are never asked twice', async () => {
		const member = await forum.member();
		const title = `Queued ${unique()}`;
		const queued = await member.topic({ cid: ground.queueCid, title });
		assert.equal(queued.response.queued, true);
		await forum.admin.publish();
		inForce = await forum.admin.inForce();
		const approved = await forum.admin.approve(String(queued.response.id));
		assert.equal(approved.status, 200, approved.message);
		assert.equal(await isInCategory(forum, ground.queueCid, title), true);
	});

	it('a queued post cannot be edited by an author who owes an acceptance', async () => {
		const member = await forum.member();
		const queued = await member.topic({ cid: ground.queueCid, title: `Queued ${unique()}` });
		await forum.admin.publish();
		inForce = await forum.admin.inForce();
		const text = newText();
		const answer = await member.editQueued(String(queued.response.id), text);
		assert.equal(answer.status, 403, answer.message);
		assert.equal(answer.response.code, 'terms-unaccepted');
		assert.equal(await isQueued(forum, text), false);
		await member.terms.accept(inForce);
		assert.equal((await member.editQueued(String(queued.response.id), text)).status, 200);
		assert.equal(await isQueued(forum, text), true);
		await forum.admin.reject(String(queued.response.id));
	});

	it('an earlier state of a post cannot be restored by one who owes an acceptance', async () => {
		const member = await forum.member();
		const pid = Number((await member.reply(ground.tid)).response.pid);
		await member.edit(pid, { content: newText() });
		await forum.admin.publish();
		inForce = await forum.admin.inForce();
		const answer = await member.restore(pid);
		assert.ok(answer.status >= 400, String(answer.status));
		assert.match(answer.message, /clause 2/);
	});

	it('a topic cannot be crossposted by one who owes an acceptance', async () => {
		const member = await forum.member({ accepted: false });
		const answer = await member.crosspost(ground.tid, ground.otherCid);
		assert.equal(answer.status, 403);
		assert.equal(answer.response.code, 'terms-unaccepted');
		await member.terms.accept(inForce);
		const accepted = await member.crosspost(ground.tid, ground.otherCid);
		assert.notEqual(accepted.response.code, 'terms-unaccepted');
	});

	it('a chat message is content too', async () => {
		const [writer, reader] = [await forum.member({ accepted: false }), await forum.member()];
		await writer.terms.accept(inForce);
		const room = await writer.send('POST', '/api/v3/chats', { uids: [reader.uid] });
		assert.equal(room.status, 200, room.message);
		const say = () => writer.send('POST', `/api/v3/chats/${Number(room.response.roomId)}`, { message: 'Hello there.' });
		assert.equal((await say()).status, 200);
		await forum.admin.publish();
		inForce = await forum.admin.inForce();
		const answer = await say();
		assert.ok(answer.status >= 400);
		assert.match(answer.message, /clause 2/);
	});

	it('answers with the field when the terms part of a post is misspelt', async () => {
		const member = await forum.member({ accepted: false });
		const answer = await member.reply(ground.tid, { forumTerms: { akzept: [inForce] } });
		assert.equal(answer.status, 400);
		assert.match(answer.message, /forumTerms\.akzept/);
	});

	it('does not take an acceptance of a version that is no longer in force', async () => {
		const member = await forum.member({ accepted: false });
		const stale = inForce;
		await forum.admin.publish();
		inForce = await forum.admin.inForce();
		const answer = await member.reply(ground.tid, { forumTerms: { accept: [stale] } });
		assert.equal(answer.status, 400);
		assert.match(answer.message, namedAs(inForce));
	});

	it('never stops an administrator', async () => {
		await forum.admin.publish();
		inForce = await forum.admin.inForce();
		assert.equal((await forum.admin.reply(ground.tid)).status, 200);
	});
});
