import assert from 'node:assert/strict';
import { refusalMessage } from '../../lib/kernel/refusals/message';
import { refuse } from '../../lib/kernel/refusals/refusal';
import type { Reason } from '../../lib/kernel/slice/review';
import { oneRefusal } from '../../lib/posting/rules';

const ask = (...parts: Parameters<typeof refuse>): Reason => ({ outcome: 'ask', refusal: refuse(...parts) });

describe('the one refusal of a post', () => {
	it('says everything that is as bad as the worst, and what is alike in one sentence', () => {
		const one = oneRefusal([
			ask('checklist-incomplete', ['a', '3']), ask('checklist-blocked', ['b', '3', { key: 'forum-terms:x' }]),
			ask('checklist-incomplete', ['c', '3']), ask('title-vague'),
		]);
		assert.equal(one && refusalMessage(one), '[[forum-terms:refusal.checklist-incomplete, a; c, 3]] ' +
			'[[forum-terms:refusal.checklist-blocked, b, 3, [[forum-terms:x]]]] [[forum-terms:refusal.title-vague]]');
	});

	it('asks nothing where the post is refused', () => {
		const refused: Reason = { outcome: 'refuse', refusal: refuse('access-ended', ['6']) };
		assert.deepEqual(oneRefusal([refused, ask('title-vague')])?.more, undefined);
		assert.equal(oneRefusal([]), null);
	});
});
