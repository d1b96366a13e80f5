import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { shippedTitle, titledVersion, titleText } from '../../lib/terms/documents/version-name';
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

describe('the title of a document', () => {
	const titled = (title: string) => titledVersion({ title, n: 2, publishedAt: 0 }).facts?.[0];

	it('is said in the reader\'s language as long as it is the one of the package', () => {
		assert.deepEqual(titled(shippedTitle), { key: 'forum-terms:page.terms.title' });
		assert.equal(titleText(shippedTitle), '[[forum-terms:page.terms.title]]');
		const said = (language: string) => (JSON.parse(readFileSync(`languages/${language}/forum-terms.json`, 'utf8')) as
			Record<string, string>)['page.terms.title'];
		assert.deepEqual([said('en-GB'), said('de')], [shippedTitle, 'Forenbedingungen']);
	});

	it('is said as an administrator wrote it', () => {
		assert.equal(titled('House rules, and more'), 'House rules, and more');
		assert.equal(titleText('House rules'), 'House rules');
	});
});
