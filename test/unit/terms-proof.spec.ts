import assert from 'node:assert/strict';
import { keys } from '../../lib/terms/documents/keys';
import { keyring } from '../../lib/platform/sealed-book/keyring';
import { checkReceipt, receiptOf } from '../../lib/terms/ledger/receipt';
import { recordHash, recordRow } from '../../lib/terms/ledger/record';
import { memoryCache } from '../builders/host';
import { ledgerOf, termsInMemory, type TermsInMemory as Terms } from '../builders/terms';

describe('receipt', () => {
	const issuer = { forum: 'https://forum.example', controller: 'Forum Ltd', contact: '', jurisdiction: 'CY' };
	async function receipt() {
		const terms = await ledgerOf(1);
		const [record] = await terms.ledger.recordsOf(2, 1);
		assert.ok(record);
		const ring = await terms.keyring();
		return { terms, record, made: receiptOf(record, issuer, ring), again: receiptOf(record, issuer, ring), ring };
	}

	it('is valid as it was signed, and the same for the same record', async () => {
		const { made, again, ring } = await receipt();
		assert.equal(checkReceipt(made, ring), 'valid');
		assert.equal(checkReceipt(JSON.parse(JSON.stringify(made)), ring), 'valid');
		assert.deepEqual(made, again);
	});

	it('has the names that readers of Kantara and ISO 27560 receipts look for', async () => {
		const { made, record } = await receipt();
		const { kantara, iso27560 } = made as unknown as {
			kantara: Record<string, unknown>; iso27560: { record_id: string; events: { event_state: string }[] };
		};
		assert.deepEqual([kantara.version, kantara.jurisdiction, kantara.piiPrincipalId, kantara.language],
			['KI-CR-v1.1.0', 'CY', record.subject, 'en-GB']);
		assert.equal(iso27560.record_id, '1');
		assert.equal(iso27560.events[0]?.event_state, 'given');
	});

	it('is found altered when any field differs, at any depth, or when it was cut', async () => {
		const { made, ring } = await receipt();
		assert.equal(checkReceipt({ ...made, uid: 8 }, ring), 'altered');
		assert.equal(checkReceipt({ ...made, extra: 1 }, ring), 'altered');
		const elsewhere = { ...made.kantara as object, jurisdiction: 'XX' };
		assert.equal(checkReceipt({ ...made, kantara: elsewhere }, ring), 'altered');
		assert.equal(checkReceipt({ ...made, signature: made.signature.slice(0, 20) }, ring), 'altered');
		assert.equal(checkReceipt({ signature: made.signature }, ring), 'altered');
		assert.equal(checkReceipt('receipt', ring), 'altered');
		assert.equal(checkReceipt({ ...made, key: 'another' }, ring), 'unknown-key');
	});

	it('stays checkable after its key has retired; a new one signs from then on', async () => {
		const { terms, record, made } = await receipt();
		const next = await terms.keyring.rotate();
		const ring = await terms.keyring();
		assert.equal(checkReceipt(made, ring), 'valid');
		assert.equal(receiptOf(record, issuer, ring).key, next.id);
		assert.deepEqual(ring.all.map(({ retiredAt }) => retiredAt > 0), [false, true]);
	});

	it('keeps its pseudonyms when the key changes', async () => {
		const { terms, record } = await receipt();
		await terms.keyring.rotate();
		await terms.accept(9, 'forum-1');
		await terms.decline(2, 'forum-1');
		assert.equal((await terms.ledger.recordsOf(2, 1))[0]?.subject, record.subject);
	});

	it('is signed with the one key that several processes made at once', async () => {
		const terms = await termsInMemory();
		const rings = await Promise.all([1, 2, 3].map(() =>
			keyring(terms.database, async () => undefined, terms.clock, memoryCache())()));
		assert.equal(new Set(rings.map(({ id }) => id)).size, 1);
	});

	it('names who accepted on behalf of its member, and why', async () => {
		const { record, ring } = await receipt();
		const { by, reason, iso27560 } = receiptOf({ ...record, by: 'subject of 1', reason: 'Signed on paper.' }, issuer, ring);
		assert.deepEqual([by, reason], ['subject of 1', 'Signed on paper.']);
		assert.equal((iso27560 as { events: { entity_id: string }[] }).events[0]?.entity_id, 'subject of 1');
	});

	it('carries the proof that its record was sealed, and a wrong proof makes it altered', async () => {
		const terms = await ledgerOf(5);
		await terms.seals.sealNow();
		const record = await terms.ledger.record(3);
		assert.ok(record);
		const made = await terms.provenReceipt(record);
		const ring = await terms.keyring();
		assert.equal(checkReceipt(made, ring), 'valid');
		const other = await terms.ledger.record(4);
		assert.ok(other);
		const { proof } = await terms.provenReceipt(other);
		assert.equal(checkReceipt({ ...made, proof }, ring), 'altered');
	});

	it('carries no proof out of a seal that has lost some of its hashes', async () => {
		const terms = await ledgerOf(5);
		await terms.seals.sealNow();
		const { leaves } = await terms.database.getObject(keys.seal(1)) ?? {};
		assert.notEqual(await terms.seals.proofOf(3), null);
		await terms.database.setObject(keys.seal(1), { leaves: Buffer.from(String(leaves), 'base64').subarray(32).toString('base64') });
		assert.equal(await terms.seals.proofOf(3), null);
	});
});

describe('sealed ledger', () => {
	it('seals every record once, in ranges that follow each other', async () => {
		const terms = await ledgerOf(1100);
		assert.equal(await terms.seals.sealNow(), 1100);
		assert.equal(await terms.seals.sealNow(), 0);
		assert.deepEqual(await terms.verifyLedger(), { intact: true, records: 1100, sealed: 1100 });
		const ranges = await Promise.all([1, 2, 3].map(number => terms.seals.read(number)));
		assert.deepEqual(ranges.map(found => [found?.seal.from, found?.seal.to]),
			[[1, 512], [513, 1024], [1025, 1100]]);
	});

	const breakages: [what: string, kind: string, harm: (terms: Terms) => Promise<unknown>][] = [
		['an altered record', 'altered', ({ database }) => database.setObject(keys.record(3), { version: 'forum-9' })],
		['a record that was altered together with its digest', 'altered', async ({ database }) => {
			const forged = { ...recordRow.decode(await database.getObject(keys.record(3)) ?? {}) ?? assert.fail(), language: 'de' };
			await database.setObject(keys.record(3), { ...forged, digest: recordHash(forged) });
		}],
		['a missing record', 'missing', ({ database }) => database.delete(keys.record(3))],
		['two records that changed places', 'altered', async ({ database }) => {
			const [third, fourth] = await database.getObjects([keys.record(3), keys.record(4)]);
			await database.setObject(keys.record(3), { ...third, ...fourth } as never);
			await database.setObject(keys.record(4), { ...fourth, ...third } as never);
		}],
	];
	for (const [what, kind, harm] of breakages) {
		it(`names ${what}`, async () => {
			const terms = await ledgerOf(6);
			await terms.seals.sealNow();
			await harm(terms);
			assert.deepEqual((await terms.verifyLedger()).firstBroken, { record: 3, kind, seal: 1 });
		});
	}

	it('names a seal that was altered, taken away or put elsewhere', async () => {
		for (const harm of [
			({ database }: Terms) => database.setObject(keys.seal(2), { at: 5 }),
			({ database }: Terms) => database.delete(keys.seal(2)),
			async ({ database }: Terms) =>
				database.setObject(keys.seal(2), await database.getObject(keys.seal(1)) as never),
		]) {
			const terms = await ledgerOf(3);
			await terms.seals.sealNow();
			await terms.accept(90, 'forum-1');
			await terms.seals.sealNow();
			await harm(terms);
			assert.deepEqual((await terms.verifyLedger()).firstBroken, { record: 4, kind: 'seal', seal: 2 });
		}
	});

	it('names the seal whose predecessor was replaced, even by a genuine one', async () => {
		const terms = await ledgerOf(3);
		await terms.seals.sealNow();
		await terms.accept(90, 'forum-1');
		await terms.seals.sealNow();
		// Somebody with the forum's own key seals the first range once more.
		await terms.database.setObject(keys.ledger, { lastSeal: 0, lastSealed: 0, lastRecordId: 3 });
		terms.time.at += 1000;
		await terms.seals.sealNow();
		await terms.database.setObject(keys.ledger, { lastSeal: 2, lastSealed: 4, lastRecordId: 4 });
		assert.deepEqual((await terms.verifyLedger()).firstBroken, { record: 4, kind: 'seal', seal: 2 });
	});

	it('waits for a record that may be on its way, and seals its number as lost after a minute', async () => {
		const terms = await ledgerOf(2);
		await terms.database.incrObjectField(keys.ledger, 'lastRecordId');
		await terms.accept(9, 'forum-1');
		assert.equal(await terms.seals.sealNow(), 2);
		terms.time.at += 61_000;
		assert.equal(await terms.seals.sealNow(), 2);
		assert.equal((await terms.verifyLedger()).intact, true);
	});

	it('names a record that turns up where a number was sealed as lost', async () => {
		const terms = await ledgerOf(2);
		await terms.database.incrObjectField(keys.ledger, 'lastRecordId');
		await terms.seals.sealNow();
		terms.time.at += 61_000;
		await terms.seals.sealNow();
		const copy = { ...await terms.ledger.record(1) ?? assert.fail(), id: 3 };
		await terms.database.setObject(keys.record(3), { ...copy, digest: recordHash(copy) });
		assert.equal((await terms.verifyLedger()).firstBroken?.kind, 'appeared');
	});

	it('makes the same seal again when it was killed before the seal counted', async () => {
		const terms = await ledgerOf(3);
		const { setObject } = terms.database;
		terms.database.setObject = async (key, data) => {
			if (key === keys.ledger) {
				throw new Error('killed');
			}
			return setObject(key, data);
		};
		await assert.rejects(terms.seals.sealNow());
		terms.database.setObject = setObject;
		assert.equal(await terms.seals.sealNow(), 3);
		assert.equal((await terms.verifyLedger()).intact, true);
	});

	it('still stands after a key has retired', async () => {
		const terms = await ledgerOf(3);
		await terms.seals.sealNow();
		await terms.keyring.rotate();
		await terms.accept(50, 'forum-1');
		await terms.seals.sealNow();
		assert.equal((await terms.verifyLedger()).intact, true);
	});
});
