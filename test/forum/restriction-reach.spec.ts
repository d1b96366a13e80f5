import assert from 'node:assert/strict';
import { lift, plan, restrict } from '../driver/access-ground';
import type { Forum } from '../driver/forum';
import { newText, onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, rows } from '../driver/partner-ground';

describe('what staff take out of sight reaches as far as their own rights (clause 6)', function reach() {
	this.timeout(60_000);
	let forum: Forum;
	let ground: Ground;
	let otherTid: number;
	onGround(async (opened, places) => {
		[forum, ground] = [opened, places];
		otherTid = Number((await forum.admin.topic({ cid: ground.otherCid })).response.tid);
	});

	/** A member with one reply here and one in the other category. */
	async function author() {
		const member = await forum.member();
		const pids: string[] = [];
		for (const tid of [ground.tid, otherTid]) {
			const made = await member.reply(tid, { content: newText() });
			assert.equal(made.status, 200, made.text);
			pids.push(String(made.response.pid));
		}
		const inView = async () => {
			const shown = await Promise.all([ground.tid, otherTid].map(tid => forum.guest().get(`/api/topic/${tid}`)));
			const posts = shown.flatMap(({ json }) => (json as { posts: { pid: number; deleted: unknown }[] }).posts);
			return pids.map(pid => posts.some(post => String(post.pid) === pid && !Number(post.deleted)));
		};
		return { member, pids, inView };
	}
	/** Somebody with one right of the whole forum. */
	async function holderOf(right: string): Promise<Member> {
		const member = await forum.member();
		const given = await forum.admin.allow(member, 0, right);
		assert.equal(given.status, 200, given.text);
		return member;
	}
	const toldPosts = (answer: Awaited<ReturnType<typeof plan>>) =>
		Number(rows(answer, 'effects').find(({ kind }) => kind === 'posts')?.count ?? 0);
	const eventsOf = async (id: unknown) =>
		rows(await ask(forum.admin, 'GET', `/admin/restrictions/${String(id)}`), 'events');

	it('a category moderator hides in that category, and the plan says how much', async () => {
		const [{ member, pids, inView }, moderator] = [await author(), await forum.member()];
		await forum.admin.appoint(moderator, ground.cid);
		for (const content of [{ posts: 'all' }, { posts: 'evidence' }]) {
			const body = { uid: member.uid, scope: { categories: [ground.cid] }, content, evidence: pids };
			const told = await plan(moderator, body);
			assert.deepEqual([told.status, toldPosts(told)], [200, 1], told.text);
			const made = await restrict(moderator, body);
			assert.equal(made.status, 200, made.text);
			assert.deepEqual(await inView(), [false, true]);
			assert.equal((await lift(moderator, made.response.id)).status, 200);
			assert.deepEqual(await inView(), [true, true]);
		}
	});

	it('the right to mute or to ban alone hides nothing and brings nothing back; both are on record', async () => {
		for (const [right, scope] of [['mute', 'writing'], ['ban', 'forum']] as const) {
			const [{ member, pids, inView }, holder] = [await author(), await holderOf(right)];
			const body = { uid: member.uid, scope, content: { posts: 'all' } };
			const told = await plan(holder, body);
			assert.deepEqual([told.status, toldPosts(told)], [200, 0], told.text);
			const made = await restrict(holder, body);
			assert.equal(made.status, 200, made.text);
			assert.deepEqual(await inView(), [true, true]);
			const noted = (await eventsOf(made.response.id)).filter(({ kind }) => kind === 'not-hidden');
			assert.deepEqual(noted.map(({ words }) => words), ['2']);
			assert.equal((await lift(holder, made.response.id)).status, 200);

			const wide = await restrict(forum.admin, body);
			assert.deepEqual(await inView(), [false, false], wide.text);
			const lifted = await lift(holder, wide.response.id);
			assert.equal(lifted.status, 200, lifted.text);
			const lost = lifted.response.lost as string[];
			assert.deepEqual(pids.filter(pid => !lost.includes(pid)), []);
			assert.deepEqual(await inView(), [false, false]);
			const left = (await eventsOf(wide.response.id)).find(({ kind }) => kind === 'left-out');
			assert.ok(pids.every(pid => String(left?.words).includes(pid)));
		}
	});

	it('evidence that whoever decides may not read is refused like a post that is not there', async () => {
		const [closedCid, { member }, holder] = [await forum.admin.category({ postQueue: 0 }), await author(), await holderOf('mute')];
		const topic = await member.topic({ cid: closedCid, content: newText() });
		assert.equal(topic.status, 200, topic.text);
		const pid = String(topic.response.mainPid);
		const answer = (evidence: string) => plan(holder, { uid: member.uid, scope: 'writing', evidence: [evidence] });
		assert.equal((await answer(pid)).status, 200);
		await forum.admin.closeCategory(closedCid);
		const [unread, missing] = [await answer(pid), await answer('987654321')];
		assert.deepEqual([unread.status, missing.status], [400, 400]);
		assert.equal(unread.message.replace(pid, ''), missing.message.replace('987654321', ''));
	});

	it('what waits in the queue ends only where they look after the queue', async () => {
		const [member, holder] = [await forum.member(), await holderOf('ban')];
		const queued = await member.topic({ cid: ground.queueCid, content: newText() });
		assert.equal(queued.response.queued, true, queued.text);
		const held = async () => (await forum.host.access('holdings', member.uid))?.queued.length;
		const made = await restrict(holder, { uid: member.uid, scope: 'forum' });
		assert.equal(made.status, 200, made.text);
		assert.equal(await held(), 1);
		await lift(forum.admin, made.response.id);
		const wide = await restrict(forum.admin, { uid: member.uid, scope: 'forum' });
		assert.equal(await held(), 0);
		await lift(holder, wide.response.id);
		assert.equal(await held(), 1, 'and waits again, whoever gave access back');
	});
});
