import assert from 'node:assert/strict';
import { lift, recordThat, restrict } from '../driver/access-ground';
import type { Forum } from '../driver/forum';
import { isQueued, newText, onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';

const inAppeals = ['groups:find', 'groups:read', 'groups:topics:read', 'groups:topics:create', 'groups:topics:reply'];

describe('what the forum grants to `banned-users` (clause 6)', function grants() {
	this.timeout(60_000);
	let forum: Forum;
	let ground: Ground;
	let appealsCid: number;
	const change = async (method: 'PUT' | 'DELETE', cid: number, rights: readonly string[]) => {
		for (const right of rights) {
			const answer = await forum.admin.send(method, `/api/v3/categories/${cid}/privileges/${right}`, { member: 'banned-users' });
			assert.equal(answer.status, 200, answer.text);
		}
	};
	onGround(async (opened, places) => {
		[forum, ground] = [opened, places];
		appealsCid = await forum.admin.category();
		await forum.admin.send('PUT', `/api/v3/categories/${appealsCid}`, { postQueue: 0 });
	});
	beforeEach(async () => {
		await change('PUT', 0, ['groups:local:login']);
		await change('PUT', appealsCid, inAppeals);
		await change('PUT', ground.queueCid, inAppeals);
	});
	// Other specs find banned members logged out.
	afterEach(() => change('DELETE', 0, ['groups:local:login']));

	const ways = {
		'the forum\'s own ban': async (member: Member) => {
			await forum.admin.ban(member.uid);
			return recordThat(forum, member, ({ state }) => state === 'active');
		},
		'a decision here': async (member: Member) => (await restrict(forum.admin, { uid: member.uid, scope: 'forum' })).response,
	};
	for (const [name, end] of Object.entries(ways)) {
		it(`stays after ${name}: logging in and an appeal where the forum lets the banned write; the rest has ended`, async () => {
			const account = await forum.member();
			const record = await end(account);
			const { answer, member } = await forum.logIn(account);
			assert.equal(answer.status, 200, answer.text);
			const queuedText = newText();
			const waits = await member.topic({ cid: ground.queueCid, content: queuedText });
			assert.equal(waits.response.queued, true, waits.text);
			assert.ok(await isQueued(forum, queuedText));
			const appeal = await member.topic({ cid: appealsCid, content: newText() });
			assert.equal(appeal.status, 200, appeal.text);
			assert.equal((await member.reply(Number(appeal.response.tid), { content: newText() })).status, 200);
			const { access } = (await member.terms.call('GET', `/posting?cid=${appealsCid}`)).response;
			assert.equal((access as { allowed: boolean }).allowed, true);

			const elsewhere = [
				await member.topic({ cid: ground.otherCid, content: newText() }),
				await member.reply(ground.tid, { content: newText() }),
				await member.send('PUT', `/api/v3/posts/${String(appeal.response.mainPid)}`, { content: newText() }),
				await member.get(`/api/category/${ground.otherCid}`), await member.get(`/api/topic/${ground.tid}`),
			];
			assert.deepEqual(elsewhere.map(({ status }) => status >= 400), elsewhere.map(() => true));

			await change('DELETE', appealsCid, ['groups:topics:create']);
			assert.ok((await member.topic({ cid: appealsCid, content: newText() })).status >= 400);
			assert.equal((await lift(forum.admin, record.id)).status, 200);
			assert.equal((await member.topic({ cid: ground.otherCid, content: newText() })).status, 200);
		});
	}
});
