import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { isBanned, lift, makeRich, recordThat, recordsOf, restrict, standing } from '../driver/access-ground';
import type { Forum } from '../driver/forum';
import { onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask } from '../driver/partner-ground';

const active = ({ state }: Record<string, unknown>) => state === 'active';
const over = ({ state }: Record<string, unknown>) => state === 'ended';

describe('bans and mutes of the forum\'s own screens (clauses 1 and 6)', function bans() {
	this.timeout(60_000);
	let forum: Forum;
	let ground: Ground;
	let moderator: Member;
	onGround(async (opened, places) => {
		[forum, ground] = [opened, places];
		moderator = await forum.member();
		await forum.admin.appoint(moderator, 'all');
	});

	it('become a record of whoever gave them, end what the forum leaves behind, and give all of it back', async () => {
		const rich = await makeRich(forum, ground);
		const before = await standing(forum, rich.member);
		assert.equal((await moderator.ban(rich.member.uid, { reason: 'spam' })).status, 200);
		const record = await recordThat(forum, rich.member, active);
		assert.deepEqual([record.origin, record.by, record.cause, record.reason], ['ban', moderator.uid, 'owed', 'spam']);
		const banned = await standing(forum, rich.member);
		assert.deepEqual([banned.tokens, banned.privileges, banned.queued, banned.scheduled], [[], [], [], []]);
		const cause = await ask(moderator, 'PUT', `/admin/restrictions/${String(record.id)}/cause`, { clause: '4.1' });
		assert.deepEqual([cause.status, cause.response.cause], [200, 'clause']);
		assert.equal((await moderator.unban(rich.member.uid)).status, 200);
		await recordThat(forum, rich.member, over);
		assert.deepEqual(await standing(forum, rich.member), before);
	});

	it('give a global moderator their group back, also without us having banned', async () => {
		const member = await forum.member();
		await forum.admin.appoint(member, 'all');
		await forum.admin.ban(member.uid);
		await recordThat(forum, member, active);
		await forum.admin.unban(member.uid);
		await recordThat(forum, member, over);
		assert.ok((await forum.host.stored(member.uid)).groups.includes('Global Moderators'));
	});

	it('called directly by another program are noticed, and so is their end', async () => {
		const member = await forum.member();
		await forum.host.ban(member.uid);
		const record = await recordThat(forum, member, active);
		assert.deepEqual([record.origin, record.by], ['ban', 0]);
		await forum.host.unban(member.uid);
		const ended = await recordThat(forum, member, over);
		assert.equal((ended.ended as { why: string }).why, 'host');
	});

	it('get the end that staff give the restriction later, and that is one change on record', async () => {
		const hour = 3_600_000;
		for (const scope of ['forum', 'writing'] as const) {
			const member = await forum.member();
			const made = await restrict(forum.admin, { uid: member.uid, scope, until: Date.now() + hour });
			for (const until of [Date.now() + (5 * hour), 0, Date.now() + (2 * hour)]) {
				const changed = await ask(forum.admin, 'PUT', `/admin/restrictions/${String(made.response.id)}/end`, { until, reason: 'It goes on.' });
				assert.deepEqual([changed.status, changed.response.until], [200, until], changed.text);
				const { banned, expire, muted, mutedUntil } = await forum.host.stored(member.uid);
				assert.deepEqual(scope === 'forum' ? [banned, expire] : [muted, mutedUntil], [1, until]);
			}
			// NodeBB's hook of the ban comes a moment later.
			await sleep(2000);
			const [record] = await recordsOf(forum, member);
			assert.deepEqual([record?.state, (record?.decisions as number[]).length], ['active', 4]);
		}
	});

	it('that run out are over as soon as the forum notices it', async () => {
		const member = await forum.member();
		await forum.admin.ban(member.uid, { until: Date.now() + 3000 });
		await recordThat(forum, member, active);
		await new Promise(resolve => setTimeout(resolve, 3100));
		await forum.host.read(member.uid);
		const ended = await recordThat(forum, member, over);
		assert.equal((ended.ended as { why: string }).why, 'expired');
	});

	it('are one record, whoever bans first, and the forum\'s screens show ours', async () => {
		const member = await forum.member();
		const made = await restrict(forum.admin, { uid: member.uid, scope: 'forum' });
		assert.ok(await isBanned(forum, member));
		// Longer than the look that a join of `banned-users` starts.
		await new Promise(resolve => setTimeout(resolve, 2500));
		assert.deepEqual((await recordsOf(forum, member)).map(({ id }) => id), [made.response.id]);
		assert.equal((await forum.host.stored(member.uid)).bans, 1);
		assert.equal((await moderator.unban(member.uid)).status, 200);
		const ended = await recordThat(forum, member, over);
		assert.deepEqual((ended.ended), { ...ended.ended as object, why: 'host', by: moderator.uid });
		assert.equal((await forum.host.stored(member.uid)).unbans, 1);
	});

	it('are over there too when their record is lifted, as from the forum\'s own screen', async () => {
		const member = await forum.member();
		assert.equal((await moderator.ban(member.uid)).status, 200);
		const { id } = await recordThat(forum, member, active);
		const lifted = await lift(moderator, id);
		assert.equal(lifted.status, 200, lifted.text);
		const { banned, unbans, groups } = await forum.host.stored(member.uid);
		assert.deepEqual([banned, unbans, groups.includes('banned-users')], [0, 1, false]);
		assert.equal((await forum.logIn(member)).answer.status, 200);
		// Longer than the look that a leave of `banned-users` starts.
		await new Promise(resolve => setTimeout(resolve, 2000));
		assert.equal((await recordsOf(forum, member)).length, 1);
	});

	it('as a mute become a record about writing, and end with it, from either side', async () => {
		const member = await forum.member();
		assert.equal((await forum.admin.mute(member.uid, { until: Date.now() + 86_400_000 })).status, 200);
		const record = await recordThat(forum, member, active);
		assert.deepEqual([record.origin, record.scope, record.by], ['mute', 'writing', forum.admin.uid]);
		await lift(forum.admin, record.id);
		await recordThat(forum, member, over);
		assert.equal((await forum.host.stored(member.uid)).muted, 0);
		const made = await restrict(forum.admin, { uid: member.uid, scope: 'writing' });
		assert.equal((await forum.host.stored(member.uid)).muted, 1);
		await forum.admin.unmute(member.uid);
		const ended = await recordThat(forum, member, over);
		assert.deepEqual([ended.id, (ended.ended as { why: string }).why], [made.response.id, 'host']);
	});
});
