import assert from 'node:assert/strict';
import fc from 'fast-check';
import { effectOf } from '../../lib/access/restriction/effect';
import { partScopes, type Scope } from '../../lib/access/restriction/scope';
import { accessGround, codeOf, comparable, decision, everyClaim, restricted, richHoldings } from '../builders/access';

const day = 86_400_000;

describe('access that ends in whole or in part (clause 6)', () => {
	it('ends all that a ban of the forum leaves behind, and one undo brings all of it back', async () => {
		const ground = accessGround();
		const { id } = await restricted(ground);
		const held = ground.forum.held.get(7);
		assert.deepEqual([held?.tokens, held?.groups, held?.privileges], [[], [], []]);
		assert.deepEqual([held?.queued, held?.scheduled], [[], []]);
		assert.deepEqual([held?.ban?.until, held?.sessions], [0, 0]);
		const lifted = await ground.restrictions.lift(id, 1, 'a mistake', false, await everyClaim(ground, id));
		assert.ok(lifted.ok && lifted.value.lost.length === 0);
		assert.deepEqual(comparable(ground.forum.held.get(7)), comparable(richHoldings()));
	});

	it('gives back exactly what was there, whatever there was and however far it went (law)', async () => {
		const scope: fc.Arbitrary<Scope> = fc.oneof(fc.constantFrom(...partScopes),
			fc.record({ categories: fc.uniqueArray(fc.integer({ min: 5, max: 6 }), { minLength: 1 }) }));
		const rich = richHoldings();
		const holdings = fc.record({
			groups: fc.subarray(rich.groups), privileges: fc.subarray(rich.privileges),
			tokens: fc.subarray(rich.tokens), queued: fc.subarray(rich.queued),
			scheduled: fc.subarray(rich.scheduled), reports: fc.subarray(rich.reports),
		});
		await fc.assert(fc.asyncProperty(scope, holdings, async (ended, some) => {
			const ground = accessGround(richHoldings(some));
			for (const cid of [5, 6]) {
				await ground.host.categories.create({ key: '', name: `c${cid}`, parentCid: 0, order: cid });
			}
			const tree = (await ground.host.categories.all()).map(({ cid }) => cid);
			const known = typeof ended === 'string' ? ended : { categories: tree.slice(0, ended.categories.length) };
			const { id } = await restricted(ground, { scope: known });
			await ground.restrictions.lift(id, 1, 'why', false, await everyClaim(ground, id));
			assert.deepEqual(comparable(ground.forum.held.get(7)), comparable(richHoldings(some)));
		}), { numRuns: 60 });
	});

	it('does what the plan said, step by step', async () => {
		const ground = accessGround();
		const planned = await ground.restrictions.plan(decision({}), 1);
		assert.ok(planned.ok);
		const { id } = await restricted(ground, { plan: planned.value.plan });
		const told = planned.value.effects.filter(({ what, kind }) => what !== 'stays' && kind !== 'gate');
		const { steps = [] } = await ground.store.journal.read(id) ?? {};
		assert.deepEqual(steps.map(effectOf), told);
	});

	it('is refused when the forum is not as it was planned', async () => {
		const ground = accessGround();
		const planned = await ground.restrictions.plan(decision({}), 1);
		assert.ok(planned.ok);
		ground.forum.held.get(7)?.tokens.push({ token: 'new', description: '', timestamp: 6 });
		const again = await ground.restrictions.restrict(decision({ plan: planned.value.plan }), 1);
		assert.equal(codeOf(again), 'restriction-moved-on');
		assert.equal(ground.forum.held.get(7)?.ban, null);
	});

	it('goes on where it was killed, at any step, and does nothing twice', async () => {
		for (let dies = 1; dies <= 6; dies += 1) {
			const ground = accessGround();
			let calls = 0;
			const { leave, dropTokens, removeQueued, hideScheduled } = ground.forum.access;
			const dying = <A extends unknown[]>(work: (...args: A) => Promise<void>) => async (...args: A) => {
				calls += 1;
				if (calls === dies) {
					throw new Error('killed');
				}
				return work(...args);
			};
			Object.assign(ground.forum.access, {
				leave: dying(leave), dropTokens: dying(dropTokens),
				removeQueued: dying(removeQueued), hideScheduled: dying(hideScheduled),
			});
			await ground.restrictions.restrict(decision({}), 1).catch(() => null);
			ground.time.at += 2 * 60_000;
			await ground.lifecycle.work();
			const [one] = (await ground.store.list(0, { count: 1 })).rows;
			assert.equal(one?.state, 'active', `killed at ${dies}`);
			const held = ground.forum.held.get(7);
			assert.deepEqual([held?.tokens, held?.groups, held?.queued, held?.scheduled], [[], [], [], []], `killed at ${dies}`);
			assert.equal(ground.forum.calls.filter(call => call.startsWith('ban')).length, 1);
		}
	});

	it('gives back no group or token unasked, by a lift or a granted appeal, and none that it did not take', async () => {
		for (const isAppeal of [false, true]) {
			const ground = accessGround();
			const one = await restricted(ground);
			await ground.appeals.appeal({ code: await ground.notices.code(one, 'data'), uid: 0 }, 'I never wrote that post.');
			const end = async (giveBack: string[]) => codeOf(isAppeal ?
				await ground.appeals.answer(one.id, 1, true, 'Right.', giveBack) :
				await ground.restrictions.lift(one.id, 1, 'why', false, giveBack));
			assert.equal(await end(['group:Others']), 'body-invalid');
			assert.ok(ground.forum.held.get(7)?.ban);
			assert.equal(await end(['group:Testers']), 'done');
			const held = ground.forum.held.get(7);
			assert.deepEqual([held?.groups, held?.tokens], [[{ name: 'Testers', isOwner: true }], []]);
			assert.equal((await ground.store.events(one.id)).find(({ kind }) => kind === 'left-out')?.words, 'Global Moderators, script');
		}
	});

	it('leaves a right that somebody took meanwhile, or whose category is gone', async () => {
		const ground = accessGround();
		const { id } = await restricted(ground);
		await ground.reports.taken(7, ['cid:5:privileges:moderate', 'cid:9:privileges:moderate']);
		ground.purged.add(6);
		const lifted = await ground.restrictions.lift(id, 1, 'why', false, await everyClaim(ground, id));
		assert.deepEqual(ground.forum.held.get(7)?.privileges, []);
		assert.deepEqual(lifted.ok && lifted.value.lost, ['cid:5:privileges:moderate', 'cid:6:privileges:topics:create']);
	});

	it('names what cannot be given back any more', async () => {
		const ground = accessGround();
		const { id } = await restricted(ground);
		const confirmed = await everyClaim(ground, id);
		ground.forum.destroyed.add('Testers');
		const lifted = await ground.restrictions.lift(id, 1, 'why', false, confirmed);
		assert.deepEqual(lifted.ok && lifted.value.lost, ['Testers']);
		assert.equal((await ground.store.events(id)).at(-1)?.words, 'Testers');
	});

	it('leaves what the plugin keeps in step, licences and the account, and asks people about the account', async () => {
		const ground = accessGround(richHoldings({ groups: [{ name: 'Partners', isOwner: false }] }));
		ground.tied.set(7, { partner: { id: 'acme', company: 'Acme', role: 'owner', people: 4 }, licences: 2 });
		const planned = await ground.restrictions.plan(decision({}), 1);
		const kinds = planned.ok ? planned.value.effects.map(({ kind, what }) => `${kind} ${what}`) : [];
		assert.ok(kinds.includes('licences stays') && kinds.includes('partner stays') && kinds.includes('account asks'));
		const { id } = await restricted(ground);
		assert.deepEqual(ground.forum.held.get(7)?.groups, [{ name: 'Partners', isOwner: false }]);
		assert.deepEqual(ground.questions, [`acme 7 ${id}`]);
	});

	it('asks people about the account of a member of its staff only if they do not come back', async () => {
		for (const [until, asked] of [[0, 1], [9e12, 0]] as const) {
			const ground = accessGround();
			ground.tied.set(7, { partner: { id: 'acme', company: 'Acme', role: 'support', people: 4 }, licences: 0 });
			await restricted(ground, until > 0 ? { until } : {});
			assert.equal(ground.questions.length, asked, String(until));
		}
	});

	it('begins by itself after time to think, ends by itself, and is told of when it was to be', async () => {
		const ground = accessGround();
		const start = ground.time.at;
		const { id } = await restricted(ground, {
			from: start + day, until: start + (3 * day), notice: 'none', noticeAt: start + (2 * day),
		});
		const state = async () => (await ground.store.read([id]))[0];
		assert.equal(ground.forum.held.get(7)?.ban, null);
		ground.time.at = start + day;
		await ground.lifecycle.work();
		assert.deepEqual([(await state())?.state, ground.forum.held.get(7)?.ban?.until], ['active', start + (3 * day)]);
		assert.equal((await state())?.noticedAt, 0);
		ground.time.at = start + (2 * day);
		await ground.lifecycle.work();
		assert.equal((await state())?.noticedAt, start + (2 * day));
		ground.time.at = start + (3 * day);
		await ground.lifecycle.work();
		assert.deepEqual([(await state())?.state, (await state())?.ended?.why], ['ended', 'expired']);
		assert.deepEqual(comparable(ground.forum.held.get(7)), comparable(richHoldings()));
	});

	it('shows what would happen while it waits, and what did happen once it has begun', async () => {
		const ground = accessGround();
		const { id } = await restricted(ground, { from: ground.time.at + day });
		const kinds = async () => {
			const found = await ground.restrictions.read(id, 1);
			return found.ok ? found.value.effects.filter(({ what }) => what !== 'stays').map(({ kind }) => kind) : [];
		};
		const before = await kinds();
		assert.ok(before.includes('tokens') && before.includes('queued'));
		ground.time.at += day;
		await ground.lifecycle.work();
		assert.deepEqual(await kinds(), before);
	});

	it('does not begin while an appeal waits for its answer', async () => {
		const ground = accessGround();
		const waiting = await restricted(ground, { from: ground.time.at + day });
		const code = await ground.notices.code(waiting, 'data');
		assert.ok((await ground.appeals.appeal({ code, uid: 0 }, 'I never wrote that post.')).ok);
		ground.time.at += 2 * day;
		await ground.lifecycle.work();
		assert.equal(ground.forum.held.get(7)?.ban, null);
		assert.ok((await ground.appeals.answer(waiting.id, 1, false, 'You did.')).ok);
		await ground.lifecycle.work();
		assert.equal(ground.forum.held.get(7)?.ban?.until, 0);
	});

	it('takes a granted appeal for an undo, hears one appeal only, and opens to its own link only', async () => {
		const ground = accessGround();
		const one = await restricted(ground);
		const code = await ground.notices.code(one, 'statement');
		const forged = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
		assert.equal(codeOf(await ground.appeals.opened({ code: forged, uid: 0 })), 'statement-unknown');
		assert.equal(codeOf(await ground.appeals.openedWithData({ code, uid: 0 })), 'statement-unknown');
		assert.ok((await ground.appeals.openedWithData({ code: await ground.notices.code(one, 'data'), uid: 0 })).ok);
		assert.ok((await ground.appeals.appeal({ code, uid: 0 }, 'This was my brother.')).ok);
		assert.equal(codeOf(await ground.appeals.appeal({ code, uid: 0 }, 'This was my sister.')), 'appeal-made');
		assert.ok((await ground.appeals.answer(one.id, 1, true, 'Sorry.', await everyClaim(ground, one.id))).ok);
		assert.deepEqual(comparable(ground.forum.held.get(7)), comparable(richHoldings()));
		assert.equal((await ground.store.read([one.id]))[0]?.ended?.why, 'appeal');
	});

	it('hides all somebody wrote in batches, and shows only what it hid itself', async () => {
		const ground = accessGround();
		const posts = Array.from({ length: 250 }, (_, index) =>
			({ pid: String(index + 1), at: Math.ceil((index + 1) / 150), isDeleted: index === 3 }));
		ground.forum.posts.set(7, posts);
		for (const { pid, at, isDeleted } of posts) {
			ground.kept.set(pid, {
				pid, tid: 1, cid: 5, uid: 7, timestamp: at, editedAt: 0, content: 'x', title: 't', slug: 's', isDeleted,
				deleterUids: isDeleted ? [7] : [], isLocked: false, named: {},
			});
		}
		const { id } = await restricted(ground, { content: { posts: 'all' } });
		const hidden = () => [...ground.kept.values()].filter(({ isDeleted }) => isDeleted).length;
		assert.equal(hidden(), 250);
		// Somebody else brings one back and takes it away again: it is their decision now.
		Object.assign(ground.kept.get('9') ?? assert.fail(), { deleterUids: [3] });
		await ground.restrictions.lift(id, 1, 'why', false);
		assert.deepEqual([hidden(), ground.kept.get('4')?.isDeleted, ground.kept.get('9')?.isDeleted], [2, true, true]);
	});
});
