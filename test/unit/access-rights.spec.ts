import assert from 'node:assert/strict';
import { rightHook } from '../../lib/access/rights';
import { endsRight, endsRights, partScopes, type Scope } from '../../lib/access/restriction/scope';
import { accessGround, restricted } from '../builders/access';
import { called } from '../builders/handlers';

const names = ['topics:read', 'topics:reply', 'chat', 'upload:post:file'];

/** The rights of member 7 under a restriction; `many` of one category, or `one` in many. */
async function under(...scopes: Scope[]) {
	const bare = accessGround();
	// With the services' own host, whose paths are cached.
	const ground = { ...bare, ...bare.process(bare.host) };
	for (const scope of scopes) {
		await restricted(ground, { scope });
	}
	const { lifecycle, host } = ground;
	const right = rightHook(lifecycle, host);
	const { right: ask } = called({ right }, host);
	return {
		ground, right,
		many: async (cid: number, allowed = names.map(() => true), uid: unknown = 7) =>
			(await ask({ uid, cid, privilege: [...names], allowed })).allowed,
		one: async (privilege: string, cids: number[]) =>
			(await ask({ uid: 7, cid: cids, privilege, allowed: cids.map(() => true) })).allowed,
	};
}

describe('the rights of a restricted member, as the forum asks for them', () => {
	it('end in the closed category, for one right in many places and many rights in one', async () => {
		const { many, one } = await under({ categories: [5] });
		assert.deepEqual(await many(5), [false, false, false, false]);
		assert.deepEqual(await many(6), [true, true, true, true]);
		assert.deepEqual(await one('topics:read', [6, 5, 7]), [true, false, true]);
	});

	it('end everywhere with the whole forum, except what is left to the banned', async () => {
		const { many, ground } = await under('forum');
		ground.forum.leftToBanned.add('topics:reply 5');
		assert.deepEqual(await many(5), [false, true, false, false]);
		assert.deepEqual(await many(6), [false, false, false, false]);
	});

	it('end for files, and stay for all that the door stops by itself', async () => {
		assert.deepEqual(await (await under('uploads')).many(0), [true, true, true, false]);
		assert.deepEqual(await (await under('posting', 'chat')).many(0), [true, true, true, true]);
	});

	it('are never more than the forum gives, and those of others stay', async () => {
		const { many } = await under({ categories: [5] });
		assert.deepEqual(await many(6, [true, false, true, false]), [true, false, true, false]);
		assert.deepEqual(await many(5, names.map(() => true), 8), [true, true, true, true]);
		assert.deepEqual(await many(5, names.map(() => true), 'registered-users'), [true, true, true, true]);
	});

	it('end at the very next question, and come back with the moment of the end', async () => {
		const { many, ground } = await under();
		assert.deepEqual(await many(5), [true, true, true, true]);
		await restricted(ground, { scope: { categories: [5] }, until: Date.UTC(2026, 0, 9) });
		assert.deepEqual(await many(5), [false, false, false, false]);
		ground.time.at = Date.UTC(2026, 0, 9);
		assert.deepEqual(await many(5), [true, true, true, true]);
	});

	it('law: a scope that ends a right is one that is looked at', () => {
		for (const scope of [...partScopes, { categories: [5] }, { categories: [5], exactly: true as const }]) {
			const ends = [...names, 'upload:post:image', 'find'].some(name => endsRight(scope, name, [5]));
			assert.equal(endsRights(scope), ends, JSON.stringify(scope));
		}
	});

	it('cost no promise once the caches are warm', async () => {
		for (const scopes of [[], ['posting'], [{ categories: [5] }, 'chat']] satisfies Scope[][]) {
			const { many, right } = await under(...scopes);
			await many(5);
			assert.equal(right.handle({ uid: 7, cid: 5, privilege: names, allowed: names.map(() => true) }), undefined);
		}
	});
});
