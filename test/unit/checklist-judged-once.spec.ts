import assert from 'node:assert/strict';
import { checklistInMemory } from '../builders/checklist';

const situation = { tags: [], cid: 1 };

describe('the answers of one post (clause 3)', () => {
	async function asked() {
		const forum = checklistInMemory();
		await forum.ask({ key: 'version', kind: 'version', behind: 'block' });
		const asking = await forum.askings.of(7, 1, 'topics');
		const sent = forum.askings.given({ answers: { version: 'V20 Update 8' } });
		assert.ok(asking && sent.ok);
		return { forum, asking, given: sent.value };
	}
	const release = { version: 'V20 Update 9', since: 0 };

	it('go on record as the door judged them, even if an update is entered in between', async () => {
		const { forum, asking, given } = await asked();
		const atTheDoor = await forum.askings.judge(asking, given, situation);
		await forum.knowledge.save({ releases: [release], graceDays: 0 });
		assert.deepEqual(await forum.askings.judge(asking, given, situation), atTheDoor);
		assert.ok(atTheDoor.ok);
		assert.equal(atTheDoor.value.judgements[0]?.problem, null);
	});

	it('are judged anew for the next post, for other tags and in another category', async () => {
		const { forum, asking, given } = await asked();
		await forum.askings.judge(asking, given, situation);
		await forum.knowledge.save({ releases: [release], graceDays: 0 });
		const problemOf = async (answers: typeof given, where: typeof situation) => {
			const judged = await forum.askings.judge(asking, answers, where);
			return judged.ok && judged.value.judgements[0]?.problem;
		};
		assert.equal(await problemOf({ ...given }, situation), 'blocked');
		assert.equal(await problemOf(given, { tags: [], cid: 2 }), 'blocked');
	});
});
