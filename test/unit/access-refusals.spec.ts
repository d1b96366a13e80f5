import assert from 'node:assert/strict';
import fc from 'fast-check';
import { covers, endsAct, partScopes, type Scope } from '../../lib/access/restriction/scope';
import { accessGround, codeOf, decision, restricted, richHoldings } from '../builders/access';

describe('whom nobody ends, and how nobody is ended (clause 6)', () => {
	for (const [what, more, by, code] of [
		['oneself', { uid: 1 }, 1, 'restriction-own'],
		['an administrator', { uid: 1 }, 2, 'restriction-administrator'],
		['with a clause and without cause', { withoutCause: true }, 1, 'restriction-cause'],
		['with neither', { clause: undefined }, 1, 'restriction-cause'],
		['with posts since no day', { content: { posts: 'since' } }, 1, 'body-invalid'],
		['into the past', { until: 5 }, 1, 'restriction-times'],
		['from after its end', { from: 9e12, until: 8e12 }, 1, 'restriction-times'],
		['by somebody without the right to ban', {}, 3, 'restriction-right'],
		['in a category that somebody does not moderate', { scope: { categories: [8] } }, 3, 'restriction-place'],
		['on posts of somebody else', { evidence: ['55'] }, 1, 'restriction-evidence'],
		['hiding the posts it rests on, without any', { content: { posts: 'evidence' } }, 1, 'restriction-evidence-none'],
	] as const) {
		it(`is refused ${what}, and nothing is stored`, async () => {
			const ground = accessGround();
			ground.forum.held.set(1, richHoldings());
			ground.moderators.set(3, [5]);
			assert.equal(codeOf(await ground.restrictions.restrict(decision(more), by)), code);
			assert.deepEqual((await ground.store.list(0, { count: 5 })).rows, []);
		});
	}

	it('is refused twice, by the number of the first; more than there is goes beside it', async () => {
		const ground = accessGround();
		const { id } = await restricted(ground, { scope: 'posting' });
		const again = await ground.restrictions.restrict(decision({ scope: 'replies' }), 1);
		assert.deepEqual(!again.ok && [again.refusal.code, again.refusal.facts], ['restriction-exists', [String(id)]]);
		await restricted(ground, { scope: 'forum' });
	});

	it('covers the same again, whatever it is', () => {
		const scopes: Scope[] = [...partScopes, 'forum', { categories: [5] }];
		for (const scope of scopes) {
			assert.ok(covers(scope, scope), JSON.stringify(scope));
		}
	});

	it('covers what it contains: whoever is ended more is ended less (law)', () => {
		const scopes = fc.constantFrom(...partScopes);
		const acts = ['topic', 'reply', 'edit', 'chat', 'tags', 'crosspost'] as const;
		fc.assert(fc.property(scopes, scopes, fc.constantFrom(...acts), (first, second, act) =>
			!covers(first, second) || !endsAct(second, act, []) || endsAct(first, act, [])));
	});
});

