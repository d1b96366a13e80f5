import assert from 'node:assert/strict';
import fc from 'fast-check';
import { acceptedBy } from '../../lib/terms/acceptance/accepted';
import { undecided } from '../../lib/terms/documents/rules';
import { termsInMemory } from '../builders/terms';

const said = fc.record({
	event: fc.constantFrom('accepted' as const, 'declined' as const, 'recalled' as const, 'shown' as const),
	method: fc.constantFrom('api' as const, 'implied' as const), document: fc.constantFrom('forum', 'other'),
	n: fc.integer({ min: 1, max: 3 }), pause: fc.nat(3),
});

describe('what somebody had accepted at a moment', () => {
	it('law: is the same out of the summary as out of all records', async () => {
		await fc.assert(fc.asyncProperty(fc.array(said, { maxLength: 8 }), fc.nat(24), async (words, moment) => {
			const { ledger, time } = await termsInMemory();
			const began = time.at;
			for (const [index, { event, method, document, n, pause }] of words.entries()) {
				time.at += pause;
				await ledger.append({
					uid: 2, event, document, version: `${document}-${n}`, n, language: 'en-GB', hash: '',
					method: event === 'accepted' ? method : 'api',
				}, index + 1);
			}
			const noSummary = { forum: { ...undecided, recalledId: 1 } };
			const byRecords = acceptedBy({ ...ledger, standing: async () => noSummary });
			const sorted = async (find: typeof byRecords) =>
				(await find(2, began + moment)).sort((a, b) => (a.version < b.version ? -1 : 1));
			assert.deepEqual(await sorted(acceptedBy(ledger)), await sorted(byRecords));
		}));
	});

	it('costs one read where they have said nothing since, however much was shown to them', async () => {
		const { ledger, publish, accept, database, time } = await termsInMemory();
		await publish();
		await accept(2, 'forum-1');
		for (let n = 1; n <= 300; n += 1) {
			await ledger.append({
				uid: 2, event: 'shown', document: 'forum', version: `forum-${n}`, n, language: 'en-GB', hash: '', method: 'page',
			}, 0);
		}
		let reads = 0;
		const { getObject, getObjects } = database;
		database.getObject = (key) => {
			reads += 1;
			return getObject(key);
		};
		database.getObjects = (keys) => {
			reads += keys.length;
			return getObjects(keys);
		};
		assert.deepEqual((await acceptedBy(ledger)(2, time.at)).map(({ version }) => version), ['forum-1']);
		assert.equal(reads, 1);
	});
});
