import assert from 'node:assert/strict';
import { termsSetup } from '../../lib/terms/publication/setup';
import { termsInMemory, type TermsInMemory } from '../builders/terms';

describe('trying a post as a member, in the setup list', () => {
	const isTried = async (terms: TermsInMemory) =>
		termsSetup({ ...terms, members: { isGlobalStaff: async uid => uid === 1 } }).find(({ name }) => name === 'tried')?.isDone();

	it('is not done by what staff accept themselves, or record for others, or by use', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		assert.equal(await isTried(terms), false);
		await terms.accept(1, 'forum-1');
		await terms.acceptance.accept({
			uid: 7, versionId: 'forum-1', language: 'en-GB', method: 'api', behalf: { uid: 1, reason: 'On paper.' },
		});
		await terms.publish({ notice: 'silent' });
		await terms.acceptance.noteUse(8, (await terms.acceptance.position(8)).agreed, async () => 'en-GB');
		await terms.acceptance.noteShown(9, await terms.acceptance.debts(9), 'en-GB', 'page');
		assert.equal(await isTried(terms), false);
	});

	for (const decide of ['accept', 'decline'] as const) {
		it(`is done when somebody else has met the terms: ${decide}`, async () => {
			const terms = await termsInMemory();
			await terms.publish();
			await terms[decide](7, 'forum-1');
			await terms.accept(1, 'forum-1');
			assert.equal(await isTried(terms), true);
		});
	}
});
