import assert from 'node:assert/strict';
import { accessJobs } from '../../lib/access/jobs';
import { accessGround, comparable, restricted, richHoldings } from '../builders/access';
import { ran } from '../builders/handlers';

const day = 86_400_000;
const hourly = (ground: Parameters<typeof accessJobs>[0]) => ran(accessJobs(ground), 'restrictions-look');

describe('bans and mutes of the forum itself (clause 6)', () => {
	it('become records of whoever gave them, whose cause is asked for, and end what the forum leaves behind', async () => {
		const ground = accessGround();
		await ground.forum.access.ban(7, 5, { until: 0, reason: 'spam' });
		await ground.hostBans.began('ban', { uid: 7, by: 5, until: 0, reason: 'spam' });
		const [one] = (await ground.store.list(0, { count: 1 })).rows;
		assert.deepEqual([one?.origin, one?.by, one?.cause, one?.state], ['ban', 5, 'owed', 'active']);
		assert.deepEqual(ground.forum.held.get(7)?.tokens, []);
		assert.equal(ground.notified.at(-1)?.kind, 'restriction-cause');
		assert.ok((await ground.restrictions.setCause(one?.id ?? 0, 1, {
			clause: '4.1', withoutCause: false, reason: 'spam', evidence: [],
		})).ok);
	});

	it('are recorded once, however often they are told', async () => {
		const ground = accessGround();
		await ground.forum.access.ban(7, 5, { until: 0, reason: '' });
		await Promise.all([ground.hostBans.check(7), ground.hostBans.began('ban', { uid: 7, by: 5, until: 0, reason: '' })]);
		await ground.hostBans.check(7);
		const all = (await ground.store.list(0, { count: 10 })).rows;
		assert.deepEqual(all.map(({ by }) => by), [5]);
	});

	it('taken back there, give back what was taken here', async () => {
		const ground = accessGround();
		ground.globalStaff.add(5);
		ground.forum.banners.add(5);
		await restricted(ground);
		await ground.forum.access.unban(7, 5, '');
		await ground.hostBans.over('ban', { uid: 7, by: 5, reason: 'fine' });
		assert.deepEqual(comparable(ground.forum.held.get(7)), comparable(richHoldings()));
		assert.equal(((await ground.store.list(0, { count: 1 })).rows)[0]?.ended?.why, 'host');
		assert.equal(ground.forum.calls.filter(call => call.startsWith('unban')).length, 1);
	});

	it('taken back before a new decision, and told after it, end nothing', async () => {
		const ground = accessGround();
		const { id } = await restricted(ground);
		await ground.hostBans.over('ban', { uid: 7, by: 5, reason: '' });
		assert.equal((await ground.store.read([id]))[0]?.state, 'active');
	});

	it('give a global moderator their group back, which the forum alone does not', async () => {
		const ground = accessGround();
		const end = async (unbanner: number) => {
			await ground.store.noteLost(7, ground.time.at);
			await ground.forum.access.ban(7, 5, { until: 0, reason: '' });
			await ground.hostBans.began('ban', { uid: 7, by: 5, until: 0, reason: '' });
			await ground.forum.access.unban(7, unbanner, '');
			await ground.hostBans.over('ban', { uid: 7, by: unbanner, reason: '' });
			return ground.forum.held.get(7)?.groups.some(({ name }) => name === 'Global Moderators');
		};
		[5, 6].forEach(uid => ground.forum.banners.add(uid));
		ground.globalStaff.add(5);
		assert.equal(await end(5), true);
		assert.equal(await end(6), false, 'not from somebody with the right to ban alone');
	});

	for (const kind of ['ban', 'mute'] as const) {
		it(`are over as a ${kind} there when the record is lifted here, and when its appeal is granted`, async () => {
			for (const isAppeal of [false, true]) {
				const ground = accessGround();
				await ground.forum.access[kind](7, 1, { until: 0, reason: '' });
				await ground.hostBans.began(kind, { uid: 7, by: 1, until: 0, reason: '' });
				const [one = assert.fail()] = (await ground.store.list(0, { count: 1 })).rows;
				if (isAppeal) {
					await ground.appeals.appeal({ code: await ground.notices.code(one, 'data'), uid: 0 }, 'It was not me at all.');
					assert.ok((await ground.appeals.answer(one.id, 1, true, 'Right.')).ok);
				} else {
					assert.ok((await ground.restrictions.lift(one.id, 1, 'a mistake', false)).ok);
				}
				assert.equal(ground.forum.held.get(7)?.[kind], null);
				assert.equal(ground.forum.calls.filter(call => call === `${kind} 7 by 1`).length, 1, 'given once, by the forum');
			}
		});
	}

	it('change how long a decision lasts, and begin one that still waits', async () => {
		const ground = accessGround();
		const { id } = await restricted(ground, { from: ground.time.at + day });
		const until = ground.time.at + (5 * day);
		await ground.forum.access.ban(7, 5, { until, reason: '' });
		await ground.hostBans.began('ban', { uid: 7, by: 5, until, reason: '' });
		const [one] = await ground.store.read([id]);
		assert.deepEqual([one?.state, one?.until, one?.clause], ['active', until, '4.1']);
	});

	it('as a mute are about writing only, and leave what waits', async () => {
		const ground = accessGround();
		await ground.forum.access.mute(7, 5, { until: 0, reason: '' });
		await ground.hostBans.began('mute', { uid: 7, by: 5, until: 0, reason: '' });
		const [one] = (await ground.store.list(0, { count: 1 })).rows;
		assert.deepEqual([one?.scope, ground.forum.held.get(7)?.queued.length], ['writing', 2]);
	});

	describe('that nobody told', () => {
		it('become records within the hour, and are asked about in nobody\'s name', async () => {
			const ground = accessGround();
			await hourly(ground);
			await ground.forum.access.ban(7, 5, { until: 0, reason: 'past the hooks' });
			await ground.forum.access.mute(8, 5, { until: ground.time.at + day, reason: '' });
			await hourly(ground);
			await hourly(ground);
			const all = (await ground.store.list(0, { count: 10 })).rows;
			assert.deepEqual(all.map(({ uid, origin, by, cause }) => [uid, origin, by, cause]).sort(),
				[[7, 'ban', 0, 'owed'], [8, 'mute', 0, 'owed']]);
		});

		it('from before the forum had these records are not asked about', async () => {
			const ground = accessGround();
			await ground.forum.access.ban(7, 5, { until: 0, reason: 'years ago' });
			await hourly(ground);
			assert.deepEqual((await ground.store.list(0, { count: 10 })).rows, []);
		});

		it('take a record along that is over there, and follow another end', async () => {
			const ground = accessGround();
			await restricted(ground);
			await restricted(ground, { uid: 8, scope: 'writing' });
			await ground.forum.access.unban(7, 5, '');
			const until = ground.time.at + day;
			await ground.forum.access.mute(8, 5, { until, reason: '' });
			await hourly(ground);
			const [muted, banned] = (await ground.store.list(0, { count: 2 })).rows;
			assert.deepEqual([banned?.state, banned?.ended?.why, muted?.state, muted?.until], ['ended', 'host', 'active', until]);
			assert.deepEqual(comparable(ground.forum.held.get(7)), comparable(richHoldings()));
		});

		it('are found among more than one batch of them', async () => {
			const ground = accessGround();
			for (let uid = 1000; uid < 1120; uid += 1) {
				await restricted(ground, { uid, scope: 'writing' });
			}
			await ground.forum.access.unmute(1000, 5, '');
			await ground.forum.access.unmute(1119, 5, '');
			await hourly(ground);
			const ended = ((await ground.store.list(0, { count: 200 })).rows).filter(({ state }) => state === 'ended');
			assert.deepEqual(ended.map(({ uid }) => uid), [1119, 1000]);
		});
	});
});
