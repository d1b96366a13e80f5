import assert from 'node:assert/strict';
import { range } from 'lodash';
import { fileOf, forumWithBlueprints, place } from '../builders/blueprint';

async function applied(forum: ReturnType<typeof forumWithBlueprints>, file: string): Promise<void> {
	const plan = await forum.blueprints.plan(file, {});
	assert.ok(plan.ok);
	const run = await forum.blueprints.apply(plan.value.plan, 1);
	assert.ok(run.ok && run.value.state === 'done');
}

describe('a blueprint in writes (clause 5)', () => {
	const more = { description: { 'en-GB': 'Ask here.' }, icon: 'fa-phone', checklist: { topics: 'none' } };
	const categories = range(60).map(index => place(`place-${index}`, more));

	it('makes a category with all that is said of it in one, and chooses all checklists in one', async () => {
		const forum = forumWithBlueprints();
		let [changes, choices] = [0, 0];
		const { change } = forum.tree;
		forum.tree.change = (cid, said) => {
			changes += 1;
			return change(cid, said);
		};
		const { choose } = forum.checklists;
		forum.checklists.choose = (list) => {
			choices += 1;
			return choose(list);
		};
		await applied(forum, fileOf(...categories));
		assert.deepEqual([changes, choices], [0, 1]);
		const made = [...forum.rows.values()];
		assert.ok(made.every(({ description, icon }) => description === 'Ask here.' && icon === 'fa-phone'));
		assert.equal(Object.keys(forum.checklists.topics).length, 60);
		await forum.blueprints.undo(1);
		assert.deepEqual([changes, choices, Object.keys(forum.checklists.topics)], [60, 2, []]);
	});
});
