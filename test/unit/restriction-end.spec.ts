import assert from 'node:assert/strict';
import { accessGround, codeOf, restricted } from '../builders/access';

const day = 86_400_000;
const reason = 'It goes on.';

describe('another end of a restriction (clause 6)', () => {
	for (const [scope, kind] of [['forum', 'ban'], ['writing', 'mute'], ['chat', null], [{ categories: [5] }, null]] as const) {
		it(`holds from then on, for the forum's own ban or mute too: ${JSON.stringify(scope)}`, async () => {
			const ground = accessGround();
			const start = ground.time.at;
			const { id } = await restricted(ground, { scope, until: start + day });
			for (const until of [start + (5 * day), 0, start + (2 * day)]) {
				assert.ok((await ground.newEnds.set(id, 1, until, reason)).ok);
				const held = ground.forum.held.get(7);
				const [one] = await ground.store.read([id]);
				assert.deepEqual([one?.until, kind && held?.[kind]?.until], [until, kind && until]);
			}
			ground.time.at = start + (2 * day) - 1;
			await ground.lifecycle.work();
			assert.equal((await ground.store.read([id]))[0]?.state, 'active');
			ground.time.at = start + (2 * day);
			await ground.lifecycle.work();
			const [over] = await ground.store.read([id]);
			assert.deepEqual([over?.ended?.why, kind && ground.forum.held.get(7)?.[kind]], ['expired', null]);
		});
	}

	it('is told with its reason and on record, once, however often it is sent', async () => {
		const ground = accessGround();
		const { id } = await restricted(ground, { scope: 'chat' });
		for (let i = 0; i < 3; i += 1) {
			assert.ok((await ground.newEnds.set(id, 1, ground.time.at + day, reason)).ok);
		}
		assert.deepEqual(ground.sent.filter(({ kind }) => kind === 'access-changed').map(({ facts }) => facts[2]), [reason]);
		const records = (await ground.book.store.page({}, { count: 9 })).rows;
		assert.deepEqual(records.map(({ act, facts }) => [act, facts]), [['change', reason], ['restrict', '']]);
	});

	it('of a restriction without notice stays as quiet', async () => {
		const ground = accessGround();
		const { id } = await restricted(ground, { scope: 'chat', notice: 'none', noticeReason: 'legal-hold' });
		assert.ok((await ground.newEnds.set(id, 1, ground.time.at + day, reason)).ok);
		assert.deepEqual([ground.sent, ground.letters], [[], []]);
	});

	it('is after now and the start, of what is not over, by somebody with the right, and not for oneself', async () => {
		const ground = accessGround();
		const { time, newEnds } = ground;
		const { id } = await restricted(ground, { scope: 'chat', from: time.at + day });
		const said = async (by: number, until: number, number = id) =>
			codeOf(await newEnds.set(number, by, until, reason));
		ground.globalStaff.add(5);
		ground.moderators.set(6, [5]);
		assert.deepEqual([await said(1, time.at), await said(1, time.at + day)], ['restriction-times', 'restriction-times']);
		const unknown = 'restriction-unknown';
		assert.deepEqual([await said(6, 0), await said(5, 0), await said(1, 0, 99)],
			[unknown, 'done', unknown]);
		ground.globalStaff.add(7);
		assert.equal(await said(7, time.at + (3 * day)), 'restriction-own');
		await ground.restrictions.lift(id, 1, 'enough', false);
		assert.equal(await said(1, time.at + (3 * day)), 'restriction-over');
	});

	it('makes who decided about it a party of the appeal', async () => {
		const ground = accessGround();
		[5, 6].forEach(uid => ground.globalStaff.add(uid));
		const { id } = await restricted(ground, { scope: 'chat' });
		await ground.newEnds.set(id, 5, ground.time.at + day, reason);
		await ground.appeals.appeal({ code: String(id), uid: 7 }, 'I never chat at all.');
		ground.inGroup.set('Global Moderators', [5, 6]);
		assert.equal(codeOf(await ground.appeals.answer(id, 5, false, 'You did.')), 'decision-own');
		assert.equal(codeOf(await ground.appeals.answer(id, 6, false, 'You did.')), 'done');
	});
});
