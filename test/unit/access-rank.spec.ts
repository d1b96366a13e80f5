import assert from 'node:assert/strict';
import { accessGround, codeOf, decision, restricted } from '../builders/access';

const deciders = {
	admin: 1, globalModerator: 2, mayBan: 3, mayMute: 4, ofParent: 5, ofBoth: 6, ofChild: 8, plain: 9,
} as const;
const targets = { member: 7, ofChild: 20, ofParent: 21, elsewhere: 22, globalModerator: 23, admin: 24 } as const;

/** Parent and child, a third category beside them, and everybody in their place. */
async function ranked() {
	const ground = accessGround();
	const { categories } = ground.host;
	const create = async (parentCid: number) =>
		(await categories.create({ key: '', name: 'c', parentCid, order: 1 }));
	const parent = await create(0);
	const [child, beside] = [await create(parent), await create(0)];
	ground.parents.set(child, parent);
	ground.administrators.add(targets.admin);
	[deciders.globalModerator, targets.globalModerator].forEach(uid => ground.globalStaff.add(uid));
	[deciders.globalModerator, deciders.mayBan].forEach(uid => ground.forum.banners.add(uid));
	ground.forum.muters.add(deciders.mayMute);
	for (const [uid, cids] of [
		[deciders.ofParent, [parent]], [deciders.ofBoth, [parent, child]], [deciders.ofChild, [child]],
		[targets.ofChild, [child]], [targets.ofParent, [parent]], [targets.elsewhere, [beside]],
	] as const) {
		ground.moderators.set(uid, [...cids]);
	}
	const scopes = { forum: 'forum', writing: 'writing', posting: 'posting', parent: { categories: [parent] },
		child: { categories: [child] } } as const;
	return { ...ground, scopes, parent, child };
}

const letters: Record<string, string> = {
	'done': 'x', 'restriction-rank': 'r', 'restriction-administrator': 'a', 'restriction-right': '-', 'restriction-place': '-',
};

describe('nobody acts on somebody with a wider say there (clause 6)', () => {
	it('decider by decider; each word is a scope, each letter a member', async () => {
		const table: Record<string, string> = {};
		for (const [name, by] of Object.entries(deciders)) {
			const words: string[] = [];
			for (const scope of ['forum', 'writing', 'posting', 'parent', 'child'] as const) {
				let word = '';
				for (const uid of Object.values(targets)) {
					const ground = await ranked();
					const planned = await ground.restrictions.plan(decision({ uid, scope: ground.scopes[scope] }), by);
					word += letters[codeOf(planned)] ?? codeOf(planned);
				}
				words.push(word);
			}
			table[name] = words.join(' ');
		}
		assert.deepEqual(table, {
			admin: 'xxxxxa xxxxxa xxxxxa xxxxxa xxxxxa',
			globalModerator: 'xxxxxa -----a xxxxxa xxxxxa xxxxxa',
			mayBan: 'xxxxra -----a -----a -----a -----a',
			mayMute: '-----a xxxxra -----a -----a -----a',
			ofParent: '-----a -----a -----a xrxrra -----a',
			ofBoth: '-----a -----a -----a xxxrra xxxrra',
			ofChild: '-----a -----a -----a -----a xxrrra',
			plain: '-----a -----a -----a -----a -----a',
		});
	});

	it('a parent\'s moderator ends nothing in the child that they do not moderate, whoever moderates both does', async () => {
		for (const [by, ends] of [[deciders.ofParent, [true, false]], [deciders.ofBoth, [true, true]]] as const) {
			const ground = await ranked();
			ground.forum.held.get(7)?.privileges.push(`cid:${ground.child}:privileges:topics:schedule`);
			const made = await ground.restrictions.restrict(decision({ scope: ground.scopes.parent }), by);
			assert.ok(made.ok, JSON.stringify(made));
			const through = await Promise.all([ground.parent, ground.child].map(async cid =>
				await ground.lookup(7, 'topic', { cid: String(cid) }) !== null));
			assert.deepEqual(through, ends);
			const kept = ground.forum.held.get(7)?.privileges.includes(`cid:${ground.child}:privileges:topics:schedule`);
			assert.equal(kept, !ends[1]);
			const again = await ground.restrictions.restrict(decision({ scope: ground.scopes.parent }), by);
			assert.equal(codeOf(again), 'restriction-exists');
		}
	});

	it('nor gives back or answers what only a wider say may end, also after the member lost it by that very end', async () => {
		const ground = await ranked();
		const one = await restricted(ground, { uid: targets.globalModerator });
		ground.globalStaff.delete(targets.globalModerator);
		assert.ok((await ground.appeals.appeal({ code: await ground.notices.code(one, 'data'), uid: 0 }, 'I have not done that.')).ok);
		const tries = async (by: number) => [
			codeOf(await ground.restrictions.read(one.id, by)), codeOf(await ground.appeals.answer(one.id, by, false, 'No.')),
			codeOf(await ground.restrictions.lift(one.id, by, 'why', false)),
		];
		assert.deepEqual(await tries(deciders.mayBan), Array<string>(3).fill('restriction-unknown'));
		assert.deepEqual((await ground.restrictions.list(deciders.mayBan, {
			count: 5, from: null, uid: 0, filter: 'all' })).rows, []);
		assert.deepEqual(await tries(deciders.globalModerator), ['done', 'done', 'done']);
	});

	it('nor after the forum\'s own ban took a global moderator\'s group', async () => {
		const ground = await ranked();
		ground.globalStaff.delete(targets.globalModerator);
		await ground.store.noteLost(targets.globalModerator, ground.time.at);
		await ground.forum.access.ban(targets.globalModerator, 1, { until: 0, reason: '' });
		await ground.hostBans.began('ban', { uid: targets.globalModerator, by: 1, until: 0, reason: '' });
		const [one = assert.fail()] = (await ground.store.list(0, { count: 1 })).rows;
		const byBanner = await ground.restrictions.lift(one.id, deciders.mayBan, 'why', false);
		assert.equal(codeOf(byBanner), 'restriction-unknown');
	});
});
