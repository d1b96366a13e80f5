import assert from 'node:assert/strict';
import fc from 'fast-check';
import { partScopes, type Scope } from '../../lib/access/restriction/scope';
import { accessGround, codeOf, decision, richHoldings } from '../builders/access';

const cids = [1, 2, 3];
const rightNames = ['posts:delete', 'purge', 'topics:delete'];
/** What somebody may in the forum's own screens. */
interface Hand { moderates: number[]; denied: string[]; mayBan: boolean; mayMute: boolean; isGlobal: boolean }
const hands = fc.record<Hand>({
	moderates: fc.subarray(cids), mayBan: fc.boolean(), mayMute: fc.boolean(), isGlobal: fc.boolean(),
	denied: fc.subarray(cids.flatMap(cid => rightNames.map(right => `${cid} ${right}`))),
});
const may = ({ moderates, denied, isGlobal }: Hand, cid: number, right: string): boolean =>
	(isGlobal || moderates.includes(cid)) && !denied.includes(`${cid} ${right}`);

/** Member 7 with two posts, something waiting and something scheduled in each of three categories. */
async function written(decider: Hand, lifter: Hand) {
	const ground = accessGround(richHoldings({
		queued: cids.map(cid => ({
			id: `q${cid}`, score: cid, title: `q${cid}`, act: 'topic', cid, fields: { uid: '7' },
		})),
		scheduled: cids.map(cid => ({ tid: cid, title: `s${cid}`, cid, at: 9e12 })),
		privileges: cids.map(cid => `cid:${cid}:privileges:topics:schedule`),
	}));
	for (const cid of cids) {
		await ground.host.categories.create({ key: '', name: 'c', parentCid: cid === 3 ? 2 : 0, order: cid });
	}
	ground.parents.set(3, 2);
	const posts = cids.flatMap(cid => [0, 1].map(index => ({ pid: `${cid}${index}`, cid, at: cid, isDeleted: false })));
	ground.forum.posts.set(7, posts);
	for (const { pid, cid, at } of posts) {
		ground.kept.set(pid, {
			pid, tid: 1, cid, uid: 7, timestamp: at, editedAt: 0, content: 'x', title: 't', slug: 's', isDeleted: false,
			deleterUids: [], isLocked: false, named: {},
		});
	}
	for (const [uid, hand] of [[2, decider], [3, lifter]] as const) {
		ground.moderators.set(uid, hand.moderates);
		hand.denied.forEach(right => ground.denied.add(`${uid} ${right}`));
		const { banners, muters } = ground.forum;
		for (const [set, has] of [
			[banners, hand.mayBan], [muters, hand.mayMute], [ground.globalStaff, hand.isGlobal],
		] as const) {
			if (has) {
				set.add(uid);
			}
		}
	}
	return ground;
}
type Ground = Awaited<ReturnType<typeof written>>;
const hiddenIn = ({ kept }: Ground) => [...kept.values()].filter(({ isDeleted }) => isDeleted);
const heldIn = ({ forum }: Ground) => forum.held.get(7) ?? assert.fail();
const placesOf = (scope: Scope) => (typeof scope === 'string' ? cids :
	cids.filter(cid => scope.categories.includes(cid) ||
		(cid === 3 && !scope.exactly && scope.categories.includes(2))));

describe('nobody reaches further than the forum lets them (clause 6)', () => {
	const scopes: fc.Arbitrary<Scope> = fc.oneof(fc.constantFrom(...partScopes),
		fc.record({ categories: fc.subarray(cids, { minLength: 1 }) }));
	const contents = fc.record({
		posts: fc.constantFrom('keep', 'evidence', 'since', 'all'), since: fc.constantFrom(1, 2, 3),
		queued: fc.constantFrom('end', 'keep'), scheduled: fc.constantFrom('end', 'keep'),
	});

	it('with what a member wrote, neither hiding nor bringing back, and plans say how much of it (law)', async () => {
		let decided = 0;
		await fc.assert(fc.asyncProperty(hands, hands, scopes, contents, async (decider, lifter, scope, content) => {
			const ground = await written(decider, lifter);
			const wanted = decision({ scope, content, evidence: ['10', '20', '30'] });
			const plan = await ground.restrictions.plan(wanted, 2);
			const made = await ground.restrictions.restrict(wanted, 2);
			assert.equal(codeOf(plan), codeOf(made));
			if (!made.ok || !plan.ok) {
				const { queued, scheduled } = heldIn(ground);
				assert.deepEqual([hiddenIn(ground), queued.length, scheduled.length], [[], 3, 3]);
				return;
			}
			decided += 1;
			const places = placesOf(made.value.scope);
			assert.deepEqual([...new Set(hiddenIn(ground).map(({ cid }) => cid))].filter(cid =>
				!places.includes(cid) || !may(decider, cid, 'posts:delete')), []);
			const told = plan.value.effects.find(({ kind }) => kind === 'posts')?.count ?? 0;
			assert.equal(hiddenIn(ground).length, told);
			const gone = cids.filter(cid => !heldIn(ground).queued.some(one => one.cid === cid));
			assert.deepEqual(gone.filter(cid => !may(decider, cid, 'moderate')), []);
			const withheld = cids.filter(cid => !heldIn(ground).scheduled.some(one => one.cid === cid));
			assert.deepEqual(withheld.filter(cid => !may(decider, cid, 'purge')), []);
			const taken = cids.filter(cid => !heldIn(ground).privileges.includes(`cid:${cid}:privileges:topics:schedule`));
			assert.deepEqual(taken.filter(cid => made.value.scope !== 'forum' && !places.includes(cid)), []);
			assert.ok(typeof scope === 'string' || taken.every(cid => may(decider, cid, 'moderate')));

			const hidden = hiddenIn(ground);
			const lifted = await ground.restrictions.lift(made.value.id, 3, 'why', false);
			const back = hidden.filter(post => !(ground.kept.get(post.pid)?.isDeleted ?? true));
			const expected = lifted.ok ? hidden.filter(({ cid }) => may(lifter, cid, 'posts:delete')) : [];
			assert.deepEqual(back.map(({ pid }) => pid), expected.map(({ pid }) => pid));
			const released = withheld.filter(cid => heldIn(ground).scheduled.some(one => one.cid === cid));
			assert.deepEqual(released, lifted.ok ? withheld.filter(cid => may(lifter, cid, 'purge')) : []);
			if (lifted.ok) {
				assert.equal(heldIn(ground).queued.length, 3, 'what waited waits again');
				const left = hidden.length - back.length + (withheld.length - released.length);
				assert.equal(lifted.value.lost.filter(name => /^(\d+|s\d)$/.test(name)).length, left);
			}
		}), { numRuns: 300 });
		assert.ok(decided > 60, `${decided} of 300 were decided`);
	});

	const moderator: Hand = { moderates: cids, denied: [], mayBan: true, mayMute: false, isGlobal: false };

	it('nor later, with a right that is gone when the restriction begins; the record says so', async () => {
		const ground = await written(moderator, moderator);
		const made = await ground.restrictions.restrict(
			decision({ from: ground.time.at + 1000, content: { posts: 'all' } }), 2);
		assert.ok(made.ok);
		ground.moderators.set(2, [1]);
		ground.time.at += 2000;
		await ground.lifecycle.work();
		assert.deepEqual(hiddenIn(ground).map(({ cid }) => cid), [1, 1]);
		const { queued, scheduled } = heldIn(ground);
		assert.deepEqual([queued, scheduled].map(list => list.map(({ cid }) => cid)), [[2, 3], [2, 3]]);
		const said = (await ground.store.events(made.value.id)).find(({ kind }) => kind === 'not-hidden');
		assert.equal(said?.words, '4');
	});

	it('nor by evidence from where they may not read: it is like a post that is not there', async () => {
		const ground = await written(moderator, moderator);
		ground.unread.add('2 3');
		const answer = (evidence: string) => ground.restrictions.plan(decision({ evidence: [evidence] }), 2);
		assert.equal(codeOf(await answer('20')), 'done');
		const [unread, missing] = [await answer('30'), await answer('99')];
		assert.deepEqual([unread, missing].map(one => !one.ok && one.refusal.code), Array(2).fill('restriction-evidence'));
		const one = await ground.restrictions.restrict(decision({}), 2);
		assert.ok(one.ok);
	});
});
