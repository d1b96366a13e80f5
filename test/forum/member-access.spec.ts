import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HeldGroup } from '../../lib/kernel/host/member-access';
import { unique, type Forum } from '../driver/forum';
import { newText, onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';

const inADay = () => Date.now() + 86_400_000;

describe('What a member has in the forum', () => {
	let forum: Forum;
	let ground: Ground;
	onGround((opened, places) => {
		[forum, ground] = [opened, places];
	});

	const holdingsOf = async ({ uid }: Member) => {
		const found = await forum.host.access('holdings', uid);
		assert.ok(found);
		return found;
	};

	it('is nothing for nobody', async () => {
		assert.equal(await forum.host.access('holdings', 999_999), null);
	});

	it('is groups and rights of their own, which go and come back', async () => {
		const [member, group] = [await forum.member(), await forum.admin.group()];
		await forum.admin.join(group, member);
		await forum.admin.appoint(member, 'all');
		await forum.admin.allow(member, ground.cid, 'topics:schedule');
		const groups: HeldGroup[] = [{ name: group, isOwner: true }, { name: 'Global Moderators', isOwner: false }];
		await forum.host.access('join', member.uid, groups.slice(0, 1));
		await forum.host.access('leave', member.uid, [group]);
		assert.deepEqual(await forum.host.access('join', member.uid, groups.slice(0, 1)), []);
		const held = await holdingsOf(member);
		assert.deepEqual(new Set(held.groups), new Set(groups));
		const right = `cid:${ground.cid}:privileges:topics:schedule`;
		assert.deepEqual(held.privileges, [right]);
		await forum.host.access('leave', member.uid, [...held.groups.map(({ name }) => name), right]);
		assert.deepEqual([(await holdingsOf(member)).groups, (await holdingsOf(member)).privileges], [[], []]);
		const gone = `gone-${unique()}`;
		const back = [...held.groups, { name: right, isOwner: false }, { name: gone, isOwner: false }];
		assert.deepEqual(await forum.host.access('join', member.uid, back), [gone]);
		await forum.host.access('join', member.uid, back);
		const again = await holdingsOf(member);
		assert.deepEqual([new Set(again.groups), again.privileges], [new Set(groups), [right]]);
	});

	it('is tokens, which work again once they are back, and sessions, which do not', async () => {
		const member = await forum.member();
		const program = await forum.withToken(member);
		const { tokens, sessions } = await holdingsOf(member);
		assert.deepEqual(tokens.map(({ token, description }) => [token, description]), [[program.token, 'spec']]);
		assert.equal(sessions, 1);
		await forum.host.access('dropTokens', tokens.map(({ token }) => token));
		await forum.host.access('endSessions', member.uid);
		assert.deepEqual([await program.isLoggedIn(), await member.isLoggedIn()], [false, false]);
		await forum.host.access('restoreTokens', member.uid, tokens);
		await forum.host.access('restoreTokens', member.uid, tokens);
		assert.deepEqual([await program.isLoggedIn(), (await holdingsOf(member)).tokens], [true, tokens]);
	});

	it('is what waits in the queue, which can be approved once it is back', async () => {
		const [member, text, title] = [await forum.member(), newText(), `Waiting ${unique()}`];
		const waits = await member.topic({ cid: ground.queueCid, content: text, title });
		const { queued } = await holdingsOf(member);
		assert.deepEqual(queued.map(post => [post.id, post.title]), [[waits.response.id, title]]);
		await forum.host.access('removeQueued', queued.map(({ id }) => id));
		assert.deepEqual((await holdingsOf(member)).queued, []);
		assert.equal((await forum.admin.approve(String(waits.response.id))).status >= 400, true);
		await forum.host.access('restoreQueued', queued);
		await forum.host.access('restoreQueued', queued);
		assert.deepEqual((await holdingsOf(member)).queued, queued);
		assert.equal((await forum.admin.approve(String(waits.response.id))).status, 200);
		const { posts, topics } = await holdingsOf(member);
		assert.deepEqual([posts, topics], [1, 1]);
	});

	it('is topics that would appear by themselves, and do not while they are withheld', async () => {
		const [member, at] = [await forum.member(), inADay()];
		await forum.admin.allow(member, ground.cid, 'topics:schedule');
		const made = await member.scheduledTopic(ground.cid, at);
		const { scheduled } = await holdingsOf(member);
		assert.deepEqual(scheduled.map(({ tid, cid, at: when }) => [tid, cid, when]), [
			[made.response.tid, ground.cid, at],
		]);
		await forum.host.access('hideScheduled', scheduled.map(({ tid }) => tid));
		assert.deepEqual((await holdingsOf(member)).scheduled, []);
		await forum.host.access('release', scheduled);
		assert.deepEqual((await holdingsOf(member)).scheduled, scheduled);
	});

	it('is what they wrote, oldest first, with what is gone marked', async () => {
		const [member, start] = [await forum.member(), Date.now() - 1];
		const pids: number[] = [];
		for (let i = 0; i < 3; i += 1) {
			pids.push(Number((await member.reply(ground.tid)).response.pid));
			await sleep(5);
		}
		await member.send('DELETE', `/api/v3/posts/${pids[1]}/state`, {});
		const found = await forum.host.access('postsSince', member.uid, start, 0, 10);
		assert.deepEqual(found.map(({ pid, isDeleted }) => [Number(pid), isDeleted]),
			pids.map((pid, index) => [pid, index === 1]));
		const rest = await forum.host.access('postsSince', member.uid, start, 1, 1);
		assert.deepEqual(rest.map(({ pid }) => Number(pid)), [pids[1]]);
		assert.deepEqual([...new Set(found.map(({ cid }) => cid))], [ground.cid]);
	});

	it('is known to have ended since a moment, by a ban or a mute, in pages', async () => {
		const start = Date.now();
		const [banned, muted] = [await forum.member(), await forum.member()];
		await forum.admin.ban(banned.uid);
		await forum.admin.mute(muted.uid);
		assert.ok((await forum.host.access('standingSince', 'ban', start, 0, 50)).includes(banned.uid));
		assert.ok((await forum.host.access('standingSince', 'mute', start, 0, 50)).includes(muted.uid));
		assert.ok(!(await forum.host.access('standingSince', 'ban', Date.now() + 1000, 0, 50)).includes(banned.uid));
		const all = await forum.host.access('standingSince', 'ban', 0, 0, 1000);
		assert.deepEqual(await forum.host.access('standingSince', 'ban', 0, all.length - 1, 5), all.slice(-1));
	});

	it('is addresses they came from, and e-mail addresses of theirs', async () => {
		const [member, email] = [await forum.member(), `${unique()}@example.org`];
		await forum.confirmEmail(member, email);
		assert.deepEqual(await forum.host.access('emails', member.uid), [email]);
		assert.equal((await forum.host.access('addresses', member.uid, 1)).length, 1);
		assert.deepEqual(await forum.host.access('addresses', member.uid, 0), []);
	});
});
