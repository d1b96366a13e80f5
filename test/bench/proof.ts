import { range } from 'lodash';
import { keys } from '../../lib/terms/keys';
import { digestOf } from '../../lib/terms/record';
import { checkReceipt } from '../../lib/terms/receipt';
import { termsInMemory } from '../builders/terms';

const records = 100_000;
const receipts = 2000;

async function seconds(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return (performance.now() - start) / 1000;
}

/** Sealing and checking a ledger of 100,000 records, and receipts a second; database in memory. */
export async function proofFigures(): Promise<string[]> {
	const terms = await termsInMemory();
	await terms.publish();
	for (const id of range(1, records + 1)) {
		const facts = {
			id, uid: id, subject: `subject ${id}`, event: 'accepted' as const, document: 'forum', version: 'forum-1', n: 1,
			language: 'en-GB', hash: 'hash', method: 'api' as const, at: id, by: '', reason: '',
		};
		await terms.database.setObject(keys.record(id), { ...facts, digest: digestOf(facts) });
	}
	await terms.database.setObject(keys.ledger, { lastRecordId: records });
	const sealing = await seconds(() => terms.seals.sealNow());
	const checking = await seconds(() => terms.verifyLedger());
	const record = await terms.ledger.record(1);
	const ring = await terms.keyring();
	if (!record) {
		throw new Error('the bench lost its record');
	}
	const made = await terms.receipt(record);
	const signing = await seconds(async () => {
		for (let i = 0; i < receipts; i += 1) {
			await terms.receipt(record);
		}
	});
	const reading = await seconds(async () => range(receipts).forEach(() => checkReceipt(made, ring)));
	return [
		`ledger of ${records.toLocaleString('en')} records: sealed in ${sealing.toFixed(2)} s, checked in ${checking.toFixed(2)} s`,
		`receipts a second: ${Math.round(receipts / signing)} signed, ${Math.round(receipts / reading)} checked`,
	];
}
