import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HeldGroup } from '../../lib/kernel/member-access';
import { openForum, unique, type Forum } from '../driver/forum';
import { makeGround, newText, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';

const inADay = () => Date.now() + 86_400_000;

describe('A ban of the forum itself', () => {
	let forum: Forum;
	let ground: Ground;

	before(async () => {
		forum = await openForum();
		ground = await makeGround(forum);
	});
	after(async () => forum.close());

	const globalModerator = async (): Promise<Member> => {
		const member = await forum.member();
		await forum.admin.appoint(member, 'all');
		return member;
	};

	it('takes its own groups, also Global Moderators, and leaves those that people made', async () => {
		const [member, group] = [await globalModerator(), await forum.admin.group()];
		await forum.admin.join(group, member);
		assert.equal((await forum.admin.ban(member.uid, { reason: 'Advertising' })).status, 200);
		assert.deepEqual((await forum.host.stored(member.uid)).groups, ['banned-users', group].sort());
		const [standing] = await forum.host.access('standings', [member.uid]);
		assert.deepEqual(standing, { ban: { until: 0, reason: 'Advertising' }, mute: null });
	});

	it('logs out everywhere, and leaves bearer tokens alone', async () => {
		const member = await forum.member();
		const program = await forum.withToken(member);
		await forum.admin.ban(member.uid);
		assert.equal(await member.isLoggedIn(), false);
		assert.equal(await program.isLoggedIn(), true);
		const { answer } = await forum.logIn(member);
		assert.equal(answer.status, 403);
	});

	it('is over with an unban, which gives back what new members have', async () => {
		const moderator = await globalModerator();
		await forum.admin.ban(moderator.uid);
		await forum.admin.unban(moderator.uid, 'A mistake');
		assert.deepEqual((await forum.host.stored(moderator.uid)).groups, ['registered-users', 'unverified-users']);
		assert.equal((await forum.logIn(moderator)).answer.status, 200);
	});

	it('ends by itself when somebody reads the account after its time', async () => {
		const member = await forum.member();
		await forum.admin.ban(member.uid, { until: Date.now() + 1500 });
		await sleep(1700);
		const before = await forum.host.stored(member.uid);
		assert.deepEqual([before.banned, before.groups], [1, ['banned-users']]);
		await forum.host.access('endExpiredBan', member.uid);
		const afterwards = await forum.host.stored(member.uid);
		assert.deepEqual([afterwards.banned, afterwards.groups], [0, ['registered-users', 'unverified-users']]);
		assert.equal((await forum.logIn(member)).answer.status, 200);
	});

	it('may come from a global moderator, not from a member, and hits no administrator', async () => {
		const [moderator, member, other] = [await globalModerator(), await forum.member(), await forum.member()];
		assert.equal((await other.ban(member.uid)).status, 403);
		assert.equal((await moderator.ban(1)).status, 400);
		assert.equal((await moderator.ban(member.uid)).status, 200);
		assert.deepEqual(await Promise.all([moderator, other, forum.admin].map(({ uid }) =>
			forum.host.access('mayBan', uid))), [true, false, true]);
		assert.deepEqual(await Promise.all([moderator, other, forum.admin].map(({ uid }) =>
			forum.host.access('mayMute', uid))), [false, false, true]);
	});

	it('past every route ends no session and is seen in the account all the same', async () => {
		const member = await forum.member();
		await forum.host.ban(member.uid);
		const { sessions, ban } = await forum.host.access('holdings', member.uid) ?? {};
		assert.deepEqual([sessions, ban], [1, { until: 0, reason: '' }]);
		await forum.host.unban(member.uid);
		assert.deepEqual(await forum.host.access('standings', [member.uid]), [{ ban: null, mute: null }]);
	});

	it('settles reports about the member himself, not those about his posts', async () => {
		const [member, reporter] = [await forum.member(), await forum.member()];
		const posted = await member.reply(ground.tid);
		const pid = Number(posted.response.pid);
		await reporter.report('post', pid);
		await reporter.report('user', member.uid);
		const { reports = [] } = await forum.host.access('holdings', member.uid) ?? {};
		assert.deepEqual(reports.map(report => report.pid).sort(), ['', String(pid)]);
		await forum.admin.ban(member.uid);
		const left = await forum.host.access('holdings', member.uid);
		assert.deepEqual(left?.reports.map(report => report.pid), [String(pid)]);
		await forum.host.access('reopen', reports, 1);
		const again = await forum.host.access('holdings', member.uid);
		assert.deepEqual(again?.reports, reports);
	});
});

describe('A mute of the forum itself', () => {
	let forum: Forum;
	let ground: Ground;

	before(async () => {
		forum = await openForum();
		ground = await makeGround(forum);
	});
	after(async () => forum.close());

	it('refuses posts with its own sentence, for good or for a while, until it is taken back', async () => {
		const member = await forum.member();
		await forum.admin.mute(member.uid, { reason: 'Calm down' });
		const refused = await member.reply(ground.tid);
		assert.equal(refused.status, 400);
		assert.deepEqual((await forum.host.access('standings', [member.uid]))[0]?.mute, { until: 0, reason: 'Calm down' });
		const until = inADay();
		await forum.host.access('mute', member.uid, 1, { until, reason: '' });
		assert.equal((await forum.host.access('standings', [member.uid]))[0]?.mute?.until, until);
		assert.match((await member.reply(ground.tid)).message, /hour/);
		await forum.admin.unmute(member.uid);
		assert.equal((await member.reply(ground.tid)).status, 200);
	});

	it('is none when its time is over', async () => {
		const member = await forum.member();
		await forum.admin.mute(member.uid, { until: Date.now() + 1000 });
		await sleep(1200);
		assert.deepEqual(await forum.host.access('standings', [member.uid]), [{ ban: null, mute: null }]);
		assert.equal((await member.reply(ground.tid)).status, 200);
	});
});

describe('What a member has in the forum', () => {
	let forum: Forum;
	let ground: Ground;

	before(async () => {
		forum = await openForum();
		ground = await makeGround(forum);
	});
	after(async () => forum.close());

	const holdingsOf = async ({ uid }: Member) => {
		const found = await forum.host.access('holdings', uid);
		assert.ok(found);
		return found;
	};

	it('is nothing for nobody', async () => {
		assert.equal(await forum.host.access('holdings', 999_999), null);
	});

	it('is groups and rights of his own, which go and come back', async () => {
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
		await forum.host.access('takeQueued', queued.map(({ id }) => id));
		assert.deepEqual((await holdingsOf(member)).queued, []);
		assert.equal((await forum.admin.approve(String(waits.response.id))).status >= 400, true);
		await forum.host.access('putQueued', queued);
		await forum.host.access('putQueued', queued);
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
		await forum.host.access('withhold', scheduled.map(({ tid }) => tid));
		assert.deepEqual((await holdingsOf(member)).scheduled, []);
		await forum.host.access('release', scheduled);
		assert.deepEqual((await holdingsOf(member)).scheduled, scheduled);
	});

	it('is what he wrote, oldest first, with what is gone marked', async () => {
		const [member, start] = [await forum.member(), Date.now() - 1];
		const pids: number[] = [];
		for (let i = 0; i < 3; i += 1) {
			pids.push(Number((await member.reply(ground.tid)).response.pid));
			await sleep(5);
		}
		await member.send('DELETE', `/api/v3/posts/${pids[1]}/state`, {});
		const found = await forum.host.access('postsAfter', member.uid, start, 10);
		assert.deepEqual(found.map(({ pid, isDeleted }) => [Number(pid), isDeleted]),
			pids.map((pid, index) => [pid, index === 1]));
		const [first] = found;
		const rest = await forum.host.access('postsAfter', member.uid, first?.at ?? 0, 1);
		assert.deepEqual(rest.map(({ pid }) => Number(pid)), [pids[1]]);
	});

	it('is addresses he came from, and e-mail addresses of his', async () => {
		const [member, email] = [await forum.member(), `${unique()}@example.org`];
		await forum.confirmEmail(member, email);
		assert.deepEqual(await forum.host.access('emails', member.uid), [email]);
		assert.equal((await forum.host.access('addresses', member.uid, 1)).length, 1);
		assert.deepEqual(await forum.host.access('addresses', member.uid, 0), []);
	});
});
