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
