import assert from 'node:assert/strict';
import { keys } from '../../lib/terms/documents/keys';
import { checkReceipt } from '../../lib/terms/ledger/receipt';
import { ledgerOf } from '../builders/terms';

describe('end of an account (proof outlives it)', () => {
	it('leaves the records under a pseudonym and nothing that leads to the person', async () => {
		const terms = await ledgerOf(3);
		await terms.seals.sealNow();
		await terms.erasure.forget(3);
		assert.deepEqual(await terms.ledger.recordsOf(3, 10), []);
		const [left] = await terms.ledger.recordsOfErased(3, 10);
		assert.deepEqual([left?.uid, left?.version, left?.event], [0, 'forum-1', 'accepted']);
		assert.equal((await terms.verifyLedger()).intact, true);
		assert.deepEqual(await terms.database.getObject(keys.member(3)), null);
	});

	it('leaves a receipt from before valid', async () => {
		const terms = await ledgerOf(2);
		const [record] = await terms.ledger.recordsOf(2, 1);
		assert.ok(record);
		const made = await terms.receipt(record);
		await terms.erasure.forget(2);
		assert.equal(checkReceipt(made, await terms.keyring()), 'valid');
	});

	it('is the same done twice, and when it was killed half way', async () => {
		const terms = await ledgerOf(2);
		const { deleteObjectField } = terms.database;
		terms.database.deleteObjectField = async () => {
			throw new Error('killed');
		};
		await assert.rejects(terms.erasure.forget(2));
		terms.database.deleteObjectField = deleteObjectField;
		await terms.erasure.forget(2);
		await terms.erasure.forget(2);
		assert.equal((await terms.ledger.recordsOfErased(2, 10)).length, 1);
	});

	it('reduces records to number and digest when their time is over, and the ledger still proves itself', async () => {
		const terms = await ledgerOf(3);
		await terms.owedTo(40, 'en-GB');
		await terms.erasure.forget(3);
		await terms.seals.sealNow();
		Object.assign(terms.stored, { keepShownDays: 30, keepErasedDays: 365 });
		terms.time.at += 31 * 86_400_000;
		assert.equal(await terms.erasure.purgeExpired(), 1);
		terms.time.at += 365 * 86_400_000;
		assert.equal(await terms.erasure.purgeExpired(), 1);
		assert.equal(await terms.erasure.purgeExpired(), 0);
		assert.deepEqual(await terms.verifyLedger(), { intact: true, records: 4, sealed: 4 });
		assert.equal((await terms.ledger.recordsOf(2, 5)).length, 1);
		assert.deepEqual(await terms.ledger.recordsOfErased(3, 5), []);
	});

	it('looks at a share of the ledger each night, goes on with the next one, and misses none', async () => {
		const terms = await ledgerOf(700);
		for (const uid of [2, 350, 701]) {
			await terms.erasure.forget(uid);
		}
		await terms.seals.sealNow();
		Object.assign(terms.stored, { keepShownDays: 0, keepErasedDays: 30 });
		terms.time.at += 31 * 86_400_000;
		const { getObjects } = terms.database;
		let read = 0;
		terms.database.getObjects = (list) => {
			read += list.length;
			return getObjects(list);
		};
		const purged: number[] = [];
		for (let night = 0; night < 4; night += 1) {
			read = 0;
			purged.push(await terms.erasure.purgeExpired(300));
			assert.ok(read <= 300, `${read} records`);
		}
		assert.deepEqual(purged, [1, 1, 1, 0]);
		// After the last one it begins anew: who left meanwhile is found as well.
		await terms.erasure.forget(100);
		await terms.erasure.purgeExpired(300);
		await terms.erasure.purgeExpired(300);
		assert.equal(await terms.erasure.purgeExpired(300), 1);
		assert.equal((await terms.verifyLedger()).intact, true);
	});
});
