import assert from 'node:assert/strict';
import type { Member } from '../driver/member';
import { openForum, unique, type Forum } from '../driver/forum';
import type { Answer } from '../driver/visitor';

/** What a door leaves behind: how the forum answered, and whether the text is in the forum now. */
interface Passage { answer: Answer; isStored: boolean; text: string }

interface Door {
	name: string;
	/** Whether the same request can carry the acceptance. */
	canAccept: boolean;
	pass(forum: Forum, member: Member, accept: readonly string[]): Promise<Passage>;
}

interface Ground { cid: number; queueCid: number; otherCid: number; tid: number }
let ground: Ground;

const answers = (accept: readonly string[]) => (accept.length > 0 ? { forumTerms: { accept } } : {});
const newText = () => `A text that nobody wrote before, ${unique()}.`;

async function isInTopic(forum: Forum, tid: number, text: string): Promise<boolean> {
	return (await forum.admin.posts(tid)).some(({ content }) => content.includes(text));
}

async function isInCategory(forum: Forum, cid: number, title: string): Promise<boolean> {
	const { topics = [] } = (await forum.admin.get(`/api/category/${cid}`)).json as { topics?: { title: string }[] };
	return topics.some(topic => topic.title === title);
}

async function isQueued(forum: Forum, text: string): Promise<boolean> {
	return (await forum.admin.get('/api/post-queue')).text.includes(text);
}

/** A post of the member's own, made while an administrator's setting lets him. */
async function ownPost(forum: Forum, member: Member): Promise<number> {
	const made = await forum.admin.reply(ground.tid, { content: newText() });
	const pid = Number(made.response.pid);
	await forum.admin.send('PUT', `/api/v3/posts/${pid}/owner`, { uid: member.uid });
	return pid;
}

const doors: Door[] = [
	...([['page', false], ['bearer token', true]] as const).flatMap(([way, isToken]): Door[] => [
		{
			name: `new topic by ${way}`, canAccept: true,
			async pass(forum, member, accept) {
				const title = `Topic ${unique()}`;
				const who = isToken ? await forum.withToken(member) : member;
				const answer = await who.topic({ cid: ground.cid, title, ...answers(accept) });
				return { answer, isStored: await isInCategory(forum, ground.cid, title), text: title };
			},
		},
		{
			name: `reply by ${way}`, canAccept: true,
			async pass(forum, member, accept) {
				const text = newText();
				const who = isToken ? await forum.withToken(member) : member;
				const answer = await who.reply(ground.tid, { content: text, ...answers(accept) });
				return { answer, isStored: await isInTopic(forum, ground.tid, text), text };
			},
		},
	]),
	{
		name: 'new topic without script', canAccept: true,
		async pass(forum, member, accept) {
			const title = `Topic ${unique()}`;
			const text = newText();
			const answer = await member.compose({
				cid: String(ground.cid), title, content: text, ...(accept.length > 0 ? { forumTermsAccept: accept } : {}),
			});
			return { answer, isStored: await isInCategory(forum, ground.cid, title), text };
		},
	},
	{
		name: 'reply without script', canAccept: true,
		async pass(forum, member, accept) {
			const text = newText();
			const answer = await member.compose({
				tid: String(ground.tid), content: text, ...(accept.length > 0 ? { forumTermsAccept: accept } : {}),
			});
			return { answer, isStored: await isInTopic(forum, ground.tid, text), text };
		},
	},
	{
		name: 'topic for the post queue', canAccept: true,
		async pass(forum, member, accept) {
			const title = `Queued ${unique()}`;
			const answer = await member.topic({ cid: ground.queueCid, title, ...answers(accept) });
			return { answer, isStored: await isQueued(forum, title), text: title };
		},
	},
	{
		name: 'edit of an own post', canAccept: true,
		async pass(forum, member, accept) {
			const pid = await ownPost(forum, member);
			const text = newText();
			const answer = await member.edit(pid, { content: text, ...answers(accept) });
			return { answer, isStored: await isInTopic(forum, ground.tid, text), text };
		},
	},
	{
		name: 'tags of an own topic', canAccept: true,
		async pass(forum, member, accept) {
			const made = await forum.admin.topic({ cid: ground.cid, title: `Topic ${unique()}` });
			const tid = Number(made.response.tid);
			await forum.admin.send('PUT', `/api/v3/posts/${Number(made.response.mainPid)}/owner`, { uid: member.uid });
			const tag = `tag${unique()}`;
			const answer = await member.tags(tid, [tag], answers(accept));
			return { answer, isStored: (await forum.admin.get(`/api/topic/${tid}`)).text.includes(tag), text: tag };
		},
	},
];

describe('every way of writing (clause 2)', () => {
	let forum: Forum;
	let inForce: string;

	before(async () => {
		forum = await openForum();
		const { admin } = forum;
		const [cid, queueCid, otherCid] = [
			await admin.category(), await admin.category({ postQueue: 1 }), await admin.category(),
		];
		// NodeBB only looks at a category's queue when the forum has one; people of some standing are past it.
		await admin.setConfig('postQueue', 1);
		await admin.send('PUT', `/api/v3/categories/${cid}`, { postQueue: 0 });
		await admin.send('PUT', `/api/v3/categories/${otherCid}`, { postQueue: 0 });
		const made = await admin.topic({ cid });
		ground = { cid, queueCid, otherCid, tid: Number(made.response.tid) };
		inForce = await admin.inForce();
	});
	after(async () => {
		await forum.admin.setConfig('postQueue', 0);
		await forum.close();
	});

	for (const door of doors) {
		describe(door.name, () => {
			it('is open to a member who accepted', async () => {
				const { answer, isStored } = await door.pass(forum, await forum.member(), []);
				assert.ok(answer.status < 400, `${answer.status} ${answer.message}`);
				assert.equal(isStored, true);
			});

			it('is closed to one who owes an acceptance: a sentence names it and its clause, nothing is stored', async () => {
				const { answer, isStored, text } = await door.pass(forum, await forum.member({ accepted: false }), []);
				assert.ok(answer.status >= 400 && answer.status < 500, String(answer.status));
				assert.match(answer.message || answer.text, new RegExp(inForce));
				assert.match(answer.message || answer.text, /clause 2/);
				assert.equal(isStored, false);
				// An API client keeps its own text; a browser without script gets it back.
				assert.ok(answer.message !== '' || answer.text.includes(text));
			});

			it('is closed to one who declined', async () => {
				const member = await forum.member({ accepted: false });
				await member.terms.decline(inForce);
				const { answer, isStored } = await door.pass(forum, member, []);
				assert.ok(answer.status >= 400 && answer.status < 500, String(answer.status));
				assert.match(answer.message || answer.text, /declined/);
				assert.equal(isStored, false);
			});

			if (door.canAccept) {
				it('opens to one who accepts in the same request, and the ledger says so', async () => {
					const member = await forum.member({ accepted: false });
					const { answer, isStored } = await door.pass(forum, member, [inForce]);
					assert.ok(answer.status < 400, `${answer.status} ${answer.message}`);
					assert.equal(isStored, true);
					const [record] = (await member.terms.records()).filter(({ event }) => event === 'accepted');
					assert.equal(record?.version, inForce);
					assert.ok(['post', 'no-script'].includes(record?.method ?? ''));
				});
			}
		});
	}

	it('a queued post is approved although its author owes a newer version: he is never asked twice', async () => {
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
		assert.match(answer.message, new RegExp(inForce));
	});

	it('never stops an administrator', async () => {
		await forum.admin.publish();
		inForce = await forum.admin.inForce();
		assert.equal((await forum.admin.reply(ground.tid)).status, 200);
	});
});
