import assert from 'node:assert/strict';
import { textOf } from '../../lib/kernel/formats/text';
import { lift, liftWhole, makeRich, recordThat, restrict, standing } from '../driver/access-ground';
import { unique, type Forum } from '../driver/forum';
import { onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, rows } from '../driver/partner-ground';

describe('an undo gives back only what nobody has decided about since (clause 6)', function undo() {
	this.timeout(60_000);
	let forum: Forum;
	let ground: Ground;
	onGround((opened, places) => {
		[forum, ground] = [opened, places];
	});
	const end = async (member: Member) => {
		const made = await restrict(forum.admin, { uid: member.uid, scope: 'forum' });
		assert.equal(made.status, 200, made.text);
		return made.response.id;
	};
	const itemsToConfirm = async (id: unknown) => rows(await ask(forum.admin, 'GET', `/admin/restrictions/${String(id)}`), 'toConfirm');
	const leftOf = async (id: unknown) =>
		textOf(rows(await ask(forum.admin, 'GET', `/admin/restrictions/${String(id)}`), 'events')
			.find(({ kind }) => kind === 'left-out')?.words);

	it('groups and tokens come back when whoever lifts says so by name, and are named when they do not', async () => {
		const { member, token, group } = await makeRich(forum, ground);
		const before = await standing(forum, member);
		const id = await end(member);
		const claims = await itemsToConfirm(id);
		assert.deepEqual(claims.map(({ kind, name }) => [kind, name]).sort(), [['group', group], ['token', 'spec']]);
		assert.ok(!JSON.stringify(claims).includes(token.token ?? '?'));
		for (const giveBack of [['group:somebody-elses'], 'all', [5]]) {
			const refused = await lift(forum.admin, id, { giveBack });
			assert.equal(refused.status, 400, refused.text);
			assert.match(String(refused.response.field), /^giveBack/);
		}
		const lifted = await lift(forum.admin, id);
		assert.equal(lifted.status, 200, lifted.text);
		assert.deepEqual([...lifted.response.lost as string[]].sort(), [group, 'spec'].sort());
		const words = await leftOf(id);
		assert.ok([group, 'spec'].every(name => words.includes(name)), words);
		const after = await standing(forum, member);
		assert.deepEqual([after.tokens, after.groups.includes(group)], [[], false]);
		const kept = ({ privileges, queued, scheduled }: typeof before) => [privileges, queued, scheduled];
		assert.deepEqual(kept(after), kept(before));
		assert.equal(await token.isLoggedIn(), false);
	});

	it('a right taken meanwhile stays taken, also one of the whole forum and one of a moderator', async () => {
		const member = await forum.member();
		await forum.admin.appoint(member, ground.otherCid);
		const rights = [[ground.cid, 'topics:schedule'], [ground.queueCid, 'topics:schedule'], [0, 'view:users:info']] as const;
		for (const [cid, right] of rights) {
			assert.equal((await forum.admin.allow(member, cid, right)).status, 200);
		}
		const id = await end(member);
		for (const [cid, right] of [rights[0], rights[2]]) {
			const taken = await forum.admin.send('DELETE', `/api/v3/categories/${cid}/privileges/${right}`, { member: member.uid });
			assert.equal(taken.status, 200, taken.text);
		}
		await forum.admin.send('DELETE', `/api/v3/categories/${ground.otherCid}/moderator/${member.uid}`, {});
		const lifted = await liftWhole(forum.admin, id);
		const { privileges } = await standing(forum, member);
		assert.deepEqual(privileges, [`cid:${ground.queueCid}:privileges:topics:schedule`]);
		const lost = lifted.response.lost as string[];
		assert.ok(lost.includes(`cid:${ground.otherCid}:privileges:moderate`), lost.join());
		assert.ok(lost.includes(`cid:${ground.cid}:privileges:topics:schedule`) && lost.includes('cid:0:privileges:view:users:info'));
	});

	it('a group comes back under its new name; one made anew under an old name is another', async () => {
		const { admin } = forum;
		const member = await forum.member();
		const [renamed, destroyed, joined] = [await admin.group(), await admin.group(), await admin.group()];
		for (const group of [renamed, destroyed, joined]) {
			await admin.join(group, member);
		}
		const id = await end(member);
		const name = `n-${unique()}`;
		assert.equal((await admin.send('PUT', `/api/v3/groups/${renamed}`, { name })).status, 200);
		assert.equal((await admin.send('DELETE', `/api/v3/groups/${destroyed}`, {})).status, 200);
		assert.equal((await admin.send('POST', '/api/v3/groups', { name: destroyed })).status, 200);
		// In again and out again: that is somebody's decision too.
		await admin.join(joined, member);
		await admin.send('DELETE', `/api/v3/groups/${joined}/membership/${member.uid}`, {});
		assert.deepEqual((await itemsToConfirm(id)).map(one => one.name), [name]);
		const lifted = await liftWhole(admin, id);
		assert.deepEqual([...lifted.response.lost as string[]].sort(), [destroyed, joined].sort());
		const { groups } = await forum.host.stored(member.uid);
		const isIn = [renamed, destroyed, joined, name].map(one => groups.includes(one));
		assert.deepEqual(isIn, [false, false, false, true]);
	});

	it('what has had its time comes back as it was decided, groups and tokens too', async () => {
		const { member, token, group } = await makeRich(forum, ground);
		const made = await restrict(forum.admin, { uid: member.uid, scope: 'forum', until: Date.now() + 2500 });
		assert.equal(made.status, 200, made.text);
		await new Promise(resolve => setTimeout(resolve, 2600));
		await forum.host.read(member.uid);
		await recordThat(forum, member, ({ state }) => state === 'ended');
		assert.equal(await token.isLoggedIn(), true);
		assert.ok((await forum.host.stored(member.uid)).groups.includes(group));
	});
});
