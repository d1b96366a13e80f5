import assert from 'node:assert/strict';
import fc from 'fast-check';
import { named, peopleOf } from '../../lib/platform/people';

/** Everybody with an odd uid is there; counts what it is asked. */
function members() {
	const asked: (readonly number[])[] = [];
	return {
		asked,
		profiles: async (uids: readonly number[]) => {
			asked.push(uids);
			return uids.map(uid => (uid % 2 === 1 ? { uid, username: `member ${uid}`, userslug: `member-${uid}` } : null));
		},
	};
}

describe('names of people', () => {
	it('are asked for in batches, each person once, and are empty for whoever is gone', async () => {
		const lists = fc.array(fc.integer({ min: -3, max: 2000 }), { maxLength: 3000 });
		await fc.assert(fc.asyncProperty(lists, async (uids) => {
			const port = members();
			const nameOf = await named(port, uids);
			for (const uid of uids) {
				const isThere = uid > 0 && uid % 2 === 1;
				assert.equal(nameOf(uid).username, isThere ? `member ${uid}` : '');
				assert.equal(nameOf(uid).uid, uid);
			}
			const all = port.asked.flat();
			assert.equal(new Set(all).size, all.length);
			assert.ok(all.every(uid => uid > 0) && port.asked.every(some => some.length <= 500));
			assert.equal(port.asked.length, Math.ceil(all.length / 500));
		}), { numRuns: 40 });
	});

	it('of those who are there come as a list, in the order in which they were named', async () => {
		const people = await peopleOf(members(), [7, 4, 0, 3, 7]);
		assert.deepEqual(people.map(({ uid }) => uid), [7, 3]);
	});
});
