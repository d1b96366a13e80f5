import assert from 'node:assert/strict';
import { isListed, listFilters } from '../../lib/access/restriction/list-filter';
import { effectGroups } from '../../lib/access/desk/staff-line';
import type { Effect } from '../../lib/access/restriction/effect';
import type { Restriction } from '../../lib/access/restriction/restriction';

type Listed = Pick<Restriction, 'state' | 'cause' | 'appeal'>;
const one = (parts: Partial<Listed>): Listed => ({ state: 'active', cause: 'clause', appeal: null, ...parts });
const filtersOf = (restriction: Listed) => listFilters.filter(filter => isListed(restriction, filter));
const appeal = { text: '', at: 1, state: 'open' as const, answer: '', by: 0, decidedAt: 0 };

describe('the list of ended access', () => {
	it('shows each restriction where it stands in its course', () => {
		assert.deepEqual(filtersOf(one({ state: 'waiting' })), ['all', 'waiting']);
		assert.deepEqual(filtersOf(one({ state: 'starting' })), ['all', 'in-force']);
		assert.deepEqual(filtersOf(one({ state: 'ending' })), ['all', 'over']);
		assert.deepEqual(filtersOf(one({ state: 'ended' })), ['all', 'over']);
	});

	it('shows what waits for a human whatever became of it', () => {
		assert.deepEqual(filtersOf(one({ state: 'ended', cause: 'owed' })), ['all', 'owed', 'over']);
		assert.deepEqual(filtersOf(one({ appeal })), ['all', 'in-force', 'appeal']);
		assert.deepEqual(filtersOf(one({ appeal: { ...appeal, state: 'declined' } })), ['all', 'in-force']);
	});
});

describe('effects as a moderator reads them', () => {
	it('come in four lists, and an empty list is not there', () => {
		const effect = (kind: Effect['kind'], what: Effect['what']) =>
			({ kind, what, count: 1, names: [], isReversible: true, message: kind });
		const groups = effectGroups([effect('licences', 'stays'), effect('posts', 'hides'), effect('gate', 'ends')]);
		assert.deepEqual(groups.map(({ what, effects }) => [what, ...effects.map(({ kind }) => kind)]),
			[['ends', 'gate'], ['hides', 'posts'], ['stays', 'licences']]);
	});
});
