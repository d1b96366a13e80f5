import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { unique, type Forum } from '../driver/forum';
import { itOn } from '../driver/gap';
import { onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';
import { eventually } from '../driver/partner-ground';

describe('A ban of the forum itself', () => {
	let forum: Forum;
	let ground: Ground;
	onGround((opened, places) => {
		[forum, ground] = [opened, places];
	});

	const globalModerator = async (): Promise<Member> => {
		const member = await forum.member();
		await forum.admin.appoint(member, 'all');
		return member;
	};

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

	itOn('sandbox', 'what a real forum mails is in nobody\'s outbox', 'is mailed to a confirmed address alone', async () => {
		const [confirmed, other] = [await forum.member(), await forum.member()];
		const email = `${unique()}@example.org`;
		await forum.confirmEmail(confirmed, email);
		await forum.admin.ban(confirmed.uid);
		await forum.admin.ban(other.uid);
		const { text } = await forum.admin.get('/admin/sandbox/outbox');
		assert.deepEqual([text.includes(email), text.includes(other.username)], [true, false]);
	});

	it('settles reports about the member themself, not those about their posts', async () => {
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
	onGround((opened, places) => {
		[forum, ground] = [opened, places];
	});

	it('refuses posts, for good or for a while, until it is taken back', async () => {
		const member = await forum.member();
		await forum.admin.mute(member.uid, { reason: 'Calm down' });
		const refused = await member.reply(ground.tid);
		assert.equal(refused.status, 400);
		assert.deepEqual((await forum.host.access('standings', [member.uid]))[0]?.mute, { until: 0, reason: 'Calm down' });
		const until = Date.now() + 86_400_000;
		await forum.host.access('mute', member.uid, 1, { until, reason: '' });
		assert.equal((await forum.host.access('standings', [member.uid]))[0]?.mute?.until, until);
		assert.equal((await member.reply(ground.tid)).status, 400);
		await forum.admin.unmute(member.uid);
		// The record of it follows what the forum's own screens say, which wait for nobody.
		assert.ok(await eventually(async () => (await member.reply(ground.tid)).status === 200));
	});

	it('is none when its time is over', async () => {
		const member = await forum.member();
		await forum.admin.mute(member.uid, { until: Date.now() + 1000 });
		await sleep(1200);
		assert.deepEqual(await forum.host.access('standings', [member.uid]), [{ ban: null, mute: null }]);
		assert.equal((await member.reply(ground.tid)).status, 200);
	});
});
