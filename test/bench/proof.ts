import { range } from 'lodash';
import { keys } from '../../lib/terms/documents/keys';
import { recordHash } from '../../lib/terms/ledger/record';
import { checkReceipt } from '../../lib/terms/ledger/receipt';
import { pseudonymOf } from '../../lib/platform/fingerprint';
import { forumOf } from '../../lib/platform/forum/forum';
import { memberList } from '../../lib/terms/acceptance/member-list';
import { hostInMemory } from '../builders/host';
import { termsInMemory } from '../builders/terms';

const records = 100_000;
const receipts = 2000;

async function seconds(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return (performance.now() - start) / 1000;
}

/** What publishing writes, and how long a page of "who has not accepted" takes, in a small forum and a large one. */
async function memberPageFigures(): Promise<string[]> {
	const figures = [];
	for (const count of [1000, 1_000_000]) {
		const memory = hostInMemory();
		const terms = await termsInMemory({
			members: { ...memory.host.members, count: async () => count, highestUid: async () => count },
		});
		const before = terms.database.writes.length;
		await terms.publish();
		const writes = terms.database.writes.length - before;
		const [document] = await terms.store.documents();
		const list = memberList(terms);
		const owed = await seconds(async () => document && list.page(document, 'owed', null));
		const nobody = await seconds(async () => document && list.page(document, 'accepted', null));
		figures.push(`${count.toLocaleString('en')} members: publishing writes ${writes} keys; a page of who has not accepted ` +
			`${(owed * 1000).toFixed(1)} ms, of a filter that nobody matches ${(nobody * 1000).toFixed(1)} ms`);
	}
	return figures;
}

/** Sealing and checking a ledger of 100,000 records, and receipts a second; database in memory. */
export async function proofFigures(): Promise<string[]> {
	const terms = await termsInMemory();
	await terms.publish();
	const secret = await forumOf(terms.host).secret();
	for (const id of range(1, records + 1)) {
		const facts = {
			id, uid: id, subject: pseudonymOf(secret, id), event: 'accepted' as const, document: 'forum', version: 'forum-1', n: 1,
			language: 'en-GB', hash: 'hash', method: 'api' as const, at: id, by: '', reason: '',
		};
		await terms.database.setObject(keys.record(id), { ...facts, digest: recordHash(facts) });
	}
	await terms.database.setObject(keys.ledger, { lastRecordId: records });
	const sealing = await seconds(() => terms.seals.sealNow());
	const checking = await seconds(async () => {
		const verdict = await terms.verifyLedger();
		if (!verdict.intact || verdict.sealed !== records) {
			throw new Error(`the ledger of the bench is not what it was meant to be: ${JSON.stringify(verdict)}`);
		}
	});
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
	const pages = await memberPageFigures();
	return [
		...pages,
		`ledger of ${records.toLocaleString('en')} records: sealed in ${sealing.toFixed(2)} s, checked in ${checking.toFixed(2)} s`,
		`receipts a second: ${Math.round(receipts / signing)} signed, ${Math.round(receipts / reading)} checked`,
	];
}
