import assert from 'node:assert/strict';
import { partnerAccess } from '../../lib/partners/accounts/access';
import { visibleStrikes } from '../../lib/partners/strikes/visible-strikes';
import { struckForum } from '../builders/strikes';

const dayMs = 86_400_000;

describe('what a standing does', () => {
	it('holds new posts of an account as soon as enough counts, and lets go when a strike is withdrawn', async () => {
		const { give, time, said, decide, told, job } = await struckForum();
		await give({ points: 4 });
		await give({ pid: '51', points: 3 });
		assert.deepEqual(await said(), []);
		time.at += 7 * dayMs;
		assert.deepEqual([await said(), await said({ act: 'reply' })], [['hold partner-held'], ['hold partner-held']]);
		await job();
		await job();
		await decide(2, false);
		assert.deepEqual(await said(), []);
		assert.deepEqual(told().slice(4), ['partner-held 7', 'partner-strike-withdrawn 7', 'partner-strike-author-withdrawn 9', 'partner-released 7']);
	});

	it('never holds a security report, an administrator, an edit or what staff have approved', async () => {
		const { give, time, said, account, accounts } = await struckForum();
		await give({ clause: '4.2', points: 10 });
		time.at += 7 * dayMs;
		assert.deepEqual(await said(), ['hold partner-held']);
		for (const more of [{ place: { cid: '66' } }, { act: 'edit' }, { origin: 'queue-approval' }] as const) {
			assert.deepEqual(await said(more), []);
		}
		await accounts.put('acme', { ...account, domains: [], owners: [7, 1], staff: [{ uid: 8, role: 'support' }] }, null, 1);
		assert.deepEqual(await said({ author: { kind: 'member', uid: 1 } }), []);
	});

	it('keeps topics where they are: what was not held there is not taken past the staff', async () => {
		const { give, time, said } = await struckForum();
		const there = { tid: '1', cid: '3' };
		assert.deepEqual(await said({ act: 'move', place: there }), []);
		await give({ clause: '4.2', points: 10 });
		time.at += 7 * dayMs;
		for (const act of ['move', 'crosspost'] as const) {
			assert.deepEqual(await said({ act, place: there }), ['refuse partner-held']);
			assert.deepEqual(await said({ act, place: { tid: '1', cid: '66' } }), []);
		}
	});

	it('reads nothing for members of no partner, and nothing new for staff of one', async () => {
		const { host, said } = await struckForum();
		await said();
		await said({ author: { kind: 'member', uid: 5 } });
		const asked: string[] = [];
		for (const name of ['getObject', 'getObjects', 'sortedSetPage'] as const) {
			host.database[name] = async (key: string | string[]) => {
				asked.push(String(key));
				return [] as never;
			};
		}
		await said();
		await said({ author: { kind: 'member', uid: 5 } });
		assert.deepEqual(asked, []);
	});

	it('goes no further than holding by itself: administrators are told, and the account stays as it is', async () => {
		const { give, time, told, job, directory } = await struckForum();
		await give({ clause: '4.2', points: 10 });
		await give({ pid: '51', points: 5 });
		time.at += 7 * dayMs;
		await job();
		assert.deepEqual(told().slice(4), ['partner-referral 7', 'partner-referral-staff 1']);
		assert.equal((await directory.account('acme'))?.suspension, null);
	});

	it('tells administrators already when an account is up for review, and not before', async () => {
		const toldAt = [[8, ['partner-held 7']], [9, ['partner-review 7', 'partner-review-staff 1']]] as const;
		for (const [points, expected] of toldAt) {
			const { give, time, told, job } = await struckForum();
			await give({ clause: '4.2', points });
			time.at += 7 * dayMs;
			await job();
			assert.deepEqual(told().slice(2), expected);
		}
	});

	it('shows nobody of the company as who decides, whatever else they are', async () => {
		const parts = await struckForum();
		const visibleTo = visibleStrikes({ ...parts, access: partnerAccess(parts) });
		await parts.give();
		parts.moderators.set(8, [3]);
		parts.globalStaff.add(9);
		const mayDecide = async (uid: number) => (await visibleTo(parts.account, uid))?.may.decide ?? null;
		const seen = [await mayDecide(2), await mayDecide(7), await mayDecide(8), await mayDecide(9)];
		assert.deepEqual(seen, [true, false, null, false]);
	});
});
