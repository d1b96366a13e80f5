import assert from 'node:assert/strict';
import { restrict } from '../driver/access-ground';
import { unique, type Forum } from '../driver/forum';
import { isInCategory, isQueued, newText, onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';

describe('a change of what waits for staff (clauses 2 and 6)', function queueEdits() {
	this.timeout(60_000);
	let forum: Forum;
	let ground: Ground;
	let otherQueue: number;
	onGround(async (opened, places) => {
		[forum, ground] = [opened, places];
		otherQueue = await forum.admin.category({ postQueue: 1 });
	});

	interface Waiting { id: string; text: string }

	async function waiting(member: Member, cid: number): Promise<Waiting> {
		const text = newText();
		const queued = await member.topic({ cid, title: `Waiting ${unique()}`, content: text });
		assert.equal(queued.response.queued, true, queued.text);
		return { id: String(queued.response.id), text };
	}
	async function waitingReply(member: Member): Promise<Waiting> {
		const text = newText();
		const made = await forum.admin.topic({ cid: ground.queueCid });
		const queued = await member.reply(Number(made.response.tid), { content: text });
		assert.equal(queued.response.queued, true, queued.text);
		return { id: String(queued.response.id), text };
	}
	const edit = (member: Member, address: string, body: object) =>
		member.send('PUT', `/api/v3/posts/queue/${address}`, body);

	/** Neither way was let in, and what waits is as it was. */
	async function isClosed(member: Member, address: string, body: object, { text }: Waiting): Promise<void> {
		const answer = await edit(member, address, body);
		assert.equal(answer.status, 403, answer.text);
		assert.match(answer.message, /clause (4\.1|2)/);
		const { error } = await forum.socket(member, 'posts.editQueuedContent', body);
		assert.match(error, /clause (4\.1|2)/);
		assert.equal(await isQueued(forum, text), true);
	}

	it('counts for the item that the forum will change, whatever the address says', async () => {
		const member = await forum.member();
		const [here, there] = [await waiting(member, ground.queueCid), await waiting(member, otherQueue)];
		await restrict(forum.admin, { uid: member.uid, scope: { categories: [ground.queueCid] }, content: { queued: 'keep' } });
		await isClosed(member, there.id, { id: here.id, content: newText() }, here);
		await isClosed(member, 'topic-1', { id: here.id, title: `New ${unique()}` }, here);
		const text = newText();
		assert.equal((await edit(member, here.id, { id: there.id, content: text })).status, 200);
		assert.deepEqual([await isQueued(forum, text), await isQueued(forum, there.text)], [true, false]);
	});

	it('is judged where it would stand afterwards, with the category that the change names', async () => {
		const member = await forum.member();
		const there = await waiting(member, otherQueue);
		const child = await forum.admin.category({ parentCid: ground.queueCid });
		await restrict(forum.admin, { uid: member.uid, scope: { categories: [ground.queueCid] }, content: { queued: 'keep' } });
		for (const cid of [ground.queueCid, String(ground.queueCid), child]) {
			await isClosed(member, there.id, { id: there.id, cid }, there);
		}
	});

	it('of a reply is judged in the category of its topic, and no category in the body changes that', async () => {
		const member = await forum.member();
		const reply = await waitingReply(member);
		await restrict(forum.admin, { uid: member.uid, scope: { categories: [ground.queueCid] }, content: { queued: 'keep' } });
		await isClosed(member, reply.id, { id: reply.id, content: newText() }, reply);
		await isClosed(member, reply.id, { id: reply.id, content: newText(), cid: ground.otherCid }, reply);
	});

	it('is closed to whoever owes, over the socket as over HTTP', async () => {
		const member = await forum.member();
		const here = await waiting(member, ground.queueCid);
		const version = await forum.admin.publish();
		await isClosed(member, here.id, { id: here.id, content: newText() }, here);
		await member.terms.accept(version);
		const text = newText();
		const { error } = await forum.socket(member, 'posts.editQueuedContent', { id: here.id, content: text });
		assert.deepEqual([error, await isQueued(forum, text)], ['', true]);
	});

	it('names an item by one text: a list or a number is refused by its field', async () => {
		const member = await forum.member();
		const here = await waiting(member, ground.queueCid);
		for (const id of [[here.id], 7, { id: here.id }]) {
			const answer = await edit(member, here.id, { id, content: newText() });
			assert.ok(answer.status >= 400 && answer.status < 500, answer.text);
		}
		assert.equal(await isQueued(forum, here.text), true);
	});

	it('is judged again when staff approve it: a place that is closed to its author by then stays closed', async () => {
		const member = await forum.member();
		const there = await waiting(member, otherQueue);
		const title = `Moved ${unique()}`;
		await restrict(forum.admin, { uid: member.uid, scope: { categories: [ground.queueCid] }, content: { queued: 'keep' } });
		assert.equal((await edit(forum.admin, there.id, { cid: ground.queueCid, title })).status, 200);
		const approved = await forum.admin.approve(there.id);
		assert.ok(approved.status >= 400, approved.text);
		assert.equal(await isInCategory(forum, ground.queueCid, title), false);
		assert.equal(await isQueued(forum, there.text), true);
		assert.equal((await edit(forum.admin, there.id, { cid: otherQueue })).status, 200);
		await forum.admin.publish();
		assert.equal((await forum.admin.approve(there.id)).status, 200, 'its author is never asked a second time');
		assert.equal(await isInCategory(forum, otherQueue, title), true);
	});
});
