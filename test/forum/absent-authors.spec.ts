import assert from 'node:assert/strict';
import { liftWhole, restrict } from '../driver/access-ground';
import { unique, type Forum } from '../driver/forum';
import { newText, onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, rows } from '../driver/partner-ground';

describe('what staff split off or merge while its author is absent (clauses 2 and 6)', function absent() {
	this.timeout(120_000);
	let forum: Forum;
	let ground: Ground;
	onGround((opened, made) => {
		[forum, ground] = [opened, made];
	});
	const split = (pid: unknown, fromTid: number) => forum.socket(forum.admin, 'topics.createTopicFromPosts', {
		title: `Split off ${unique()}`, pids: [Number(pid)], fromTid, cid: ground.cid,
	});
	const replyOf = async (member: Member) => (await member.reply(ground.tid, { content: newText() })).response.pid;

	for (const scope of ['forum', 'posting', 'categories'] as const) {
		it(`is split off and merged although its author lost access to ${scope}`, async () => {
			const member = await forum.member();
			const pid = await replyOf(member);
			const topics = [await member.topic({ cid: ground.cid }), await member.topic({ cid: ground.cid })];
			const made = await restrict(forum.admin, {
				uid: member.uid, scope: scope === 'categories' ? { categories: [ground.cid] } : scope,
			});
			assert.equal(made.status, 200, made.text);
			assert.equal((await split(pid, ground.tid)).error, '');
			const merged = await forum.socket(forum.admin, 'topics.merge', {
				tids: topics.map(({ response }) => response.tid), options: { newTopicTitle: `Merged ${unique()}` },
			});
			assert.equal(merged.error, '');
			await liftWhole(forum.admin, made.response.id);
		});
	}

	it('is no agreement of its author by use', async () => {
		const member = await forum.member();
		const [first, second] = [await replyOf(member), await replyOf(member)];
		const version = await forum.admin.publish({ change: 'editorial', notice: 'silent' });
		assert.equal((await split(first, ground.tid)).error, '');
		const agreed = async () => rows(await ask(forum.admin, 'GET', `/admin/members/${member.uid}/records`), 'records')
			.filter(record => record.version === version).length;
		assert.equal(await agreed(), 0);
		assert.equal((await member.edit(Number(second), { content: newText() })).status, 200);
		assert.equal(await agreed(), 1);
	});
});
