import assert from 'node:assert/strict';
import type { Holdings } from '../../lib/kernel/host/member-access';
import { hostInMemory } from '../builders/host';

const held: Holdings = {
	ban: null, mute: null, groupTitle: '', groups: [{ name: 'Global Moderators', isOwner: false }, { name: 'pilots', isOwner: true }],
	privileges: ['cid:3:privileges:moderate'], tokens: [{ token: 'secret', description: 'bot', timestamp: 5 }],
	sessions: 2, queued: [{ id: 'reply-5', score: 5, act: 'reply', cid: 5, title: 'Waits', fields: { uid: '7', data: '{}' } }],
	scheduled: [{ tid: 9, title: 'Soon', cid: 3, at: 50 }],
	reports: [{ id: '1', state: 'open', pid: '' }, { id: '2', state: 'wip', pid: '12' }], topics: 1, posts: 4,
};

describe('Access of a member in memory', () => {
	it('comes back whole after everything was taken', async () => {
		const { host: { access }, standing } = hostInMemory();
		standing.held.set(7, structuredClone(held));
		const before = await access.holdings(7);
		await access.ban(7, 1, { until: 0, reason: 'Advertising' });
		await access.leave(7, ['pilots', ...held.privileges]);
		await access.dropTokens(['secret']);
		await access.removeQueued(['reply-5']);
		await access.hideScheduled([9]);
		assert.deepEqual(await access.holdings(7), {
			ban: { until: 0, reason: 'Advertising' }, mute: null, groups: [], groupTitle: '', privileges: [], tokens: [],
			sessions: 0,
			queued: [], scheduled: [], reports: [{ id: '2', state: 'wip', pid: '12' }], topics: 1, posts: 4,
		});
		await access.unban(7, 1, 'A mistake');
		await access.join(7, [...held.groups, { name: held.privileges[0] ?? '', isOwner: false }]);
		await access.restoreTokens(7, held.tokens);
		await access.restoreQueued(held.queued);
		await access.release(held.scheduled);
		await access.reopen(held.reports, 1);
		assert.deepEqual(await access.holdings(7), { ...before, sessions: 0 });
	});

	it('is not banned any more once the time is over', async () => {
		const { host: { access }, time } = hostInMemory();
		await access.ban(7, 1, { until: time.at + 10, reason: '' });
		time.at += 10;
		assert.deepEqual(await access.standings([7]), [{ ban: null, mute: null }]);
	});

	it('names the groups that are gone', async () => {
		const { host: { access }, standing } = hostInMemory();
		standing.destroyed.add('pilots');
		assert.deepEqual(await access.join(7, held.groups), ['pilots']);
	});
});
