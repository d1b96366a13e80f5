import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { applied, fileOf, forumWithBlueprints, place, planned } from '../builders/blueprint';

const old = { 'en-GB': 'By hand.' };
const later = { 'en-GB': 'Written since.' };

/** Two categories made by hand, and a blueprint that changes everything about the first. */
async function lay() {
	const forum = forumWithBlueprints();
	const [a, b] = [
		forum.add({ name: 'Old name', key: 'a', icon: 'fa-old', template: 'Old template', tags: ['old'] }),
		forum.add({ name: 'Above', key: 'b' }),
	];
	await forum.rules.save(a, old);
	await forum.checklists.choose([{ cid: a, asked: 'topics', profile: 'lite', recordOnly: true }]);
	const file = fileOf(place('b', { name: { 'en-GB': 'Above' } }), place('a', {
		parent: 'b', icon: 'fa-new', template: { 'en-GB': 'New template' }, tags: { allowed: ['new'] },
		rules: { 'en-GB': 'By the blueprint.' }, checklist: { topics: 'full', recordOnly: [] },
	}));
	const row = () => forum.rows.get(a) ?? assert.fail();
	const change = (fields: object) => void forum.rows.set(a, { ...row(), ...fields });
	/** All that the blueprint changes, as it is now. */
	async function picture() {
		const { name, icon, template, tags, parentCid } = row();
		const chosen = await forum.checklists.chosen();
		return {
			name, icon, template, tags: tags.join(), parentCid, rules: (await forum.rules.all()).get(a)?.['en-GB'],
			checklist: chosen.topics[a], recordOnly: chosen.recordOnly.topics.includes(a),
		};
	}
	return { forum, a, b, file, picture, change };
}

/** What somebody else may decide after the blueprint. */
const deeds = {
	name: ({ change }) => change({ name: 'Later name' }), icon: ({ change }) => change({ icon: 'fa-later' }),
	template: ({ change }) => change({ template: 'Later template' }), tags: ({ change }) => change({ tags: ['later'] }),
	parentCid: ({ change }) => change({ parentCid: 77 }),
	rules: async ({ forum, a }) => assert.ok((await forum.blueprints.writeRules(a, later)).ok),
	checklist: ({ forum, a }) => forum.checklists.choose([{ cid: a, asked: 'topics', profile: 'phone', recordOnly: false }]),
} satisfies Record<string, (ground: Awaited<ReturnType<typeof lay>>) => unknown>;
const names = Object.keys(deeds) as (keyof typeof deeds)[];

async function decide(ground: Awaited<ReturnType<typeof lay>>, done: readonly (keyof typeof deeds)[]): Promise<void> {
	for (const name of done) {
		await deeds[name](ground);
	}
}

describe('undo of a blueprint gives back what it took, where nobody has decided since (clause 5)', () => {
	it('law: whatever was decided since stays, and all else is as it was', () => fc.assert(fc.asyncProperty(
		fc.subarray(names), async (done) => {
			const ground = await lay();
			const before = await ground.picture();
			await applied(ground.forum, ground.file);
			await decide(ground, done);
			const since = await ground.picture();
			const run = await ground.forum.blueprints.undo(1);
			assert.ok(run.ok && run.value.state === 'done');
			const after = await ground.picture();
			const isLeft = (field: string) => done.some(name => name === field) || (field === 'recordOnly' && done.includes('checklist'));
			for (const field of Object.keys(before) as (keyof typeof before)[]) {
				assert.equal(after[field], (isLeft(field) ? since : before)[field], field);
			}
			assert.deepEqual(run.value.kept, done.length > 0 ? [since.name] : []);
		}), { numRuns: 60 }));

	it('law: so it is when the process dies in between and somebody decides before the undo goes on', () => fc.assert(fc.asyncProperty(
		fc.subarray(names.filter(name => name !== 'rules')), fc.integer({ min: 0, max: 4 }), async (done, dieAfter) => {
			const ground = await lay();
			const { forum } = ground;
			const before = await ground.picture();
			await applied(forum, ground.file);
			forum.state.dieAfter = forum.state.writes + dieAfter;
			const isDead = await forum.blueprints.undo(1).then(() => false, () => true);
			forum.state.dieAfter = Infinity;
			await decide(ground, done);
			const since = await ground.picture();
			await (isDead ? forum.blueprints.resume() : undefined);
			const after = await ground.picture();
			for (const name of done) {
				assert.equal(after[name], since[name], name);
			}
			assert.deepEqual(Object.keys(before).filter(field => !done.some(name => name === field) && field !== 'recordOnly')
				.filter(field => after[field as keyof typeof before] !== before[field as keyof typeof before]), []);
		}), { numRuns: 60 }));

	it('says in which categories it left something, and nothing where somebody had put it back by hand', async () => {
		const ground = await lay();
		await applied(ground.forum, ground.file);
		ground.change({ icon: 'fa-old' });
		const run = await ground.forum.blueprints.undo(1);
		assert.deepEqual(run.ok && run.value.kept, []);
	});

	it('leaves the order of siblings that somebody moved since', async () => {
		const order = async (isMoved: boolean) => {
			const forum = forumWithBlueprints();
			await applied(forum, fileOf(place('a'), place('b'), place('c')));
			await applied(forum, fileOf(place('c'), place('b'), place('a')));
			await (isMoved ? forum.tree.change(2, { order: 1 }) : undefined);
			const run = await forum.blueprints.undo(1);
			assert.ok(run.ok);
			return [(await forum.tree.all()).map(({ cid }) => cid), run.value.kept];
		};
		assert.deepEqual([await order(false), await order(true)], [[[1, 2, 3], []], [[2, 3, 1], ['']]]);
	});

	it('writes nothing to a category that was deleted since', async () => {
		const ground = await lay();
		await applied(ground.forum, ground.file);
		ground.forum.rows.delete(ground.a);
		assert.ok((await ground.forum.blueprints.undo(1)).ok);
		assert.deepEqual([...ground.forum.rows.keys()], [ground.b]);
	});

	it('keeps rules that were written since in the blueprint that counts again, so that they are no drift', async () => {
		const { forum, a, file } = await lay();
		const first = fileOf(place('a', { name: { 'en-GB': 'Old name' }, rules: old }), place('b', { name: { 'en-GB': 'Above' } }));
		await applied(forum, first);
		await applied(forum, file);
		await forum.blueprints.writeRules(a, later);
		assert.ok((await forum.blueprints.undo(1)).ok);
		assert.deepEqual((await forum.rules.all()).get(a), later);
		assert.deepEqual((await forum.blueprints.drift())?.steps.filter(({ kind }) => kind === 'rules'), []);
	});
});

describe('a checklist that only records at first, by the blueprint (clauses 3 and 5)', () => {
	const asks = (checklist: object) => fileOf(place('a', { checklist }));
	const recorded = async ({ checklists }: ReturnType<typeof forumWithBlueprints>) =>
		(await checklists.chosen()).recordOnly;

	it('is planned, applied, exported and undone like the checklist itself', async () => {
		const forum = forumWithBlueprints();
		await applied(forum, asks({ topics: 'full', replies: 'reply' }));
		const { steps } = await planned(forum, asks({ topics: 'full', replies: 'reply', recordOnly: ['topics'] }));
		assert.deepEqual(steps, [{
			kind: 'checklist', key: 'a', name: 'Name of a', asked: 'topics', from: 'full', to: 'full',
			recordOnly: { from: false, to: true },
		}]);
		await applied(forum, asks({ topics: 'full', replies: 'reply', recordOnly: ['topics'] }));
		assert.deepEqual(await recorded(forum), { topics: [1], replies: [] });
		const [exported] = (await forum.blueprints.exported()).categories;
		assert.deepEqual(exported?.checklist, { topics: 'full', replies: 'reply', recordOnly: ['topics'] });
		assert.deepEqual((await forum.blueprints.drift())?.steps, []);
		assert.ok((await forum.blueprints.undo(1)).ok);
		assert.deepEqual(await recorded(forum), { topics: [], replies: [] });
	});

	it('stays as an administrator set it where the file does not say, and is a difference where it does', async () => {
		const forum = forumWithBlueprints();
		await applied(forum, asks({ topics: 'full' }));
		await forum.checklists.choose([{ cid: 1, asked: 'topics', profile: 'full', recordOnly: true }]);
		assert.deepEqual((await planned(forum, asks({ topics: 'full' }))).steps, []);
		assert.deepEqual((await planned(forum, asks({ topics: 'full', recordOnly: [] }))).steps.map(({ kind }) => kind), ['checklist']);
		// Another checklist records, too, until the file or somebody says otherwise.
		await applied(forum, asks({ topics: 'lite' }));
		assert.deepEqual(await recorded(forum), { topics: [1], replies: [] });
	});

	it('ends with a checklist that asks nothing, and comes back when that is undone', async () => {
		for (const nothing of ['none', 'inherit']) {
			const forum = forumWithBlueprints();
			await applied(forum, asks({ topics: 'full', recordOnly: ['topics'] }));
			await applied(forum, asks({ topics: nothing }));
			assert.deepEqual(await recorded(forum), { topics: [], replies: [] }, nothing);
			assert.ok((await forum.blueprints.undo(1)).ok);
			assert.deepEqual(await recorded(forum), { topics: [1], replies: [] }, nothing);
		}
	});

	for (const [what, checklist, field] of [
		['of nothing', { recordOnly: ['topics'] }, 'categories.0.checklist.recordOnly'],
		['of what is inherited', { topics: 'inherit', recordOnly: ['topics'] }, 'categories.0.checklist.recordOnly'],
		['of a checklist that asks nothing', { topics: 'none', recordOnly: ['topics'] }, 'categories.0.checklist.recordOnly'],
		['of replies that ask nothing', { topics: 'full', recordOnly: ['topics', 'replies'] }, 'categories.0.checklist.recordOnly'],
		['of something else', { topics: 'full', recordOnly: ['chats'] }, 'categories.0.checklist.recordOnly.0'],
		['in one word', { topics: 'full', recordOnly: true }, 'categories.0.checklist.recordOnly'],
	] as const) {
		it(`is refused ${what} by its field`, async () => {
			const forum = forumWithBlueprints();
			const plan = await forum.blueprints.plan(asks(checklist), {});
			assert.equal(plan.ok || plan.refusal.field, field);
		});
	}
});
