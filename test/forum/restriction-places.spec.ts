import assert from 'node:assert/strict';
import { lift, restrict } from '../driver/access-ground';
import { unique, type Forum } from '../driver/forum';
import { onGround } from '../driver/ground';
import { ask, rows } from '../driver/partner-ground';

describe('the places that a statement names (clause 6)', () => {
	let forum: Forum;
	onGround((opened) => {
		forum = opened;
	});

	it('are named to who does not moderate them, if they may see them', async () => {
		const { admin } = forum;
		const [moderator, member] = [await forum.member(), await forum.member()];
		await admin.appoint(moderator, await admin.category());
		const names = [`Open ${unique()}`, `Closed ${unique()}`] as const;
		const [open, closed] = [await admin.category({ name: names[0] }), await admin.category({ name: names[1] })];
		await admin.closeCategory(closed);
		const refusedIn = (cid: number) => restrict(moderator, { uid: member.uid, scope: { categories: [cid] } });
		const [seen, unseen] = [await refusedIn(open), await refusedIn(closed)];
		assert.deepEqual([seen, unseen].map(({ response }) => response.code), ['restriction-place', 'restriction-place']);
		assert.deepEqual([seen, unseen].map(({ message }) => message),
			[names[0], closed].map(place => `You do not moderate category ${place}.`));
	});

	it('are those that were chosen, without subcategories that came with them and that the member never saw', async () => {
		const { admin } = forum;
		const [moderator, member] = [await forum.member(), await forum.member()];
		const [open, hidden] = [`Open ${unique()}`, `Hidden ${unique()}`];
		const cid = await admin.category({ name: open });
		const below = await admin.category({ name: hidden, parentCid: cid });
		await admin.closeCategory(below);
		await admin.appoint(moderator, cid);
		await admin.appoint(moderator, below);
		const made = await restrict(moderator, { uid: member.uid, scope: { categories: [cid] } });
		assert.equal(made.status, 200, made.text);
		const id = String(made.response.id);
		const read = [
			await ask(member, 'GET', `/access/${id}`), await ask(member, 'GET', '/me'), await ask(member, 'GET', '/me/export'),
			await member.get(`/api/forum-terms/access/${id}`), await member.get('/api/notifications'),
		];
		assert.ok(read[0]?.text.includes(open), read[0]?.text);
		assert.deepEqual(read.map(({ text }) => text.includes(hidden)), read.map(() => false));
		const [line] = rows(await ask(moderator, 'GET', `/admin/restrictions?uid=${member.uid}`), 'restrictions');
		assert.deepEqual((line?.scope as { categories: number[] }).categories, [cid, below]);
		await lift(admin, id);
	});
});
