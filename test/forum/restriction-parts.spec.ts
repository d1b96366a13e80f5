import assert from 'node:assert/strict';
import { lift, restrict } from '../driver/access-ground';
import type { Forum } from '../driver/forum';
import { newText, onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';

describe('access that ends in part (clause 6)', function parts() {
	this.timeout(60_000);
	let forum: Forum;
	let ground: Ground;	onGround((opened, places) => {
		[forum, ground] = [opened, places];
	});

	/** What they may do now: a topic, a reply, a topic elsewhere. */
	async function tries(member: Member): Promise<boolean[]> {
		const { cid, otherCid, tid } = ground;
		const answers = [
			await member.topic({ cid, content: newText() }), await member.reply(tid, { content: newText() }),
			await member.topic({ cid: otherCid, content: newText() }),
		];
		return answers.map(({ status }) => status === 200);
	}

	for (const [scope, can] of [
		['posting', [false, false, false]], ['topics', [false, true, false]], ['replies', [true, false, true]],
		['chat', [true, true, true]], ['uploads', [true, true, true]], ['writing', [false, false, false]],
	] as const) {
		it(`${scope}: exactly that, at the next request, by token too, and all of it again after an undo`, async () => {
			const member = await forum.member();
			const token = await forum.withToken(member);
			const made = await restrict(forum.admin, { uid: member.uid, scope });
			assert.equal(made.status, 200, made.text);
			assert.deepEqual([await tries(member), await tries(token)], [can, can]);
			await lift(forum.admin, made.response.id);
			assert.deepEqual(await tries(member), [true, true, true]);
		});
	}

	it('a category and those below it are as if they were not there, for them alone', async () => {
		const child = await forum.admin.category({ parentCid: ground.cid });
		const [member, other] = [await forum.member(), await forum.member()];
		const made = await restrict(forum.admin, { uid: member.uid, scope: { categories: [ground.cid] } });
		assert.equal(made.status, 200, made.text);
		assert.deepEqual(await tries(member), [false, false, true]);
		assert.deepEqual(await tries(other), [true, true, true]);
		const statuses = async (who: Member) => Promise.all([
			who.get(`/api/category/${ground.cid}`), who.get(`/api/category/${child}`), who.get(`/api/topic/${ground.tid}`),
			who.get(`/api/category/${ground.otherCid}`),
		]).then(answers => answers.map(({ status }) => status === 200));
		assert.deepEqual(await statuses(member), [false, false, false, true]);
		assert.deepEqual(await statuses(other), [true, true, true, true]);
		await lift(forum.admin, made.response.id);
		assert.deepEqual(await statuses(member), [true, true, true, true]);
	});

	it('says clause and end in a sentence, and before anything is typed', async () => {
		const member = await forum.member();
		await restrict(forum.admin, { uid: member.uid, scope: 'posting', clause: '4.2', until: Date.now() + 86_400_000 });
		const refused = await member.topic({ cid: ground.cid, content: newText() });
		assert.ok(refused.status >= 400, refused.text);
		assert.match(refused.message, /4\.2/);
		const { access } = (await member.terms.call('GET', `/posting?cid=${ground.cid}`)).response as {
			access: { allowed: boolean; reasons: { code: string; clause: string }[] };
		};
		const [reason] = access.reasons;
		assert.deepEqual([access.allowed, reason?.code, reason?.clause], [false, 'access-restricted-until', '4.2']);
	});

	it('says what is still open, and leads to the statement, which opens to nobody else', async () => {
		const [member, stranger] = [await forum.member(), await forum.member()];
		const made = await restrict(forum.admin, { uid: member.uid, scope: 'posting', until: Date.UTC(2090, 0, 2, 3, 4) });
		const refused = await member.reply(ground.tid, { content: newText() });
		const asked = (await member.terms.call('GET', `/posting?tid=${ground.tid}`)).response as {
			access: { reasons: { message: string }[] };
		};
		for (const message of [refused.message, asked.access.reasons[0]?.message ?? '']) {
			assert.match(message, /until 2 January 2090, 03:04 UTC/);
			assert.match(message, /Still open to you: reading, chat\./);
			const [, path = ''] = /Read why, or appeal: https?:\/\/[^/]+(\/\S+)/.exec(message) ?? [];
			assert.equal(path, `/forum-terms/access/${String(made.response.id)}`);
			const seen = [member, stranger, forum.guest()].map(async who => (await who.get(path)).status === 200);
			assert.deepEqual(await Promise.all(seen), [true, false, false]);
		}
	});

	it('names no statement as long as the member is not to be told', async () => {
		const member = await forum.member();
		await restrict(forum.admin, { uid: member.uid, scope: 'replies', notice: 'none' });
		const { message } = await member.reply(ground.tid, { content: newText() });
		assert.match(message, /Still open to you: reading, new topics, chat\. You will be told why\./);
		assert.doesNotMatch(message, /http/);
	});

	it('edits count as writing', async () => {
		const member = await forum.member();
		const reply = await member.reply(ground.tid, { content: newText() });
		await restrict(forum.admin, { uid: member.uid, scope: 'posting' });
		const edited = await member.send('PUT', `/api/v3/posts/${String(reply.response.pid)}`, { content: newText() });
		assert.equal(edited.status >= 400, true, edited.text);
	});

	it('chat ends without ending posts', async () => {
		const [member, other] = [await forum.member(), await forum.member()];
		const room = await member.send('POST', '/api/v3/chats', { uids: [other.uid] });
		assert.equal(room.status, 200, room.text);
		await restrict(forum.admin, { uid: member.uid, scope: 'chat' });
		const said = await member.send('POST', `/api/v3/chats/${String(room.response.roomId)}`, { message: newText() });
		assert.equal(said.status >= 400, true, said.text);
	});
});
