import type { Database } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { pseudonymOf } from '../../platform/fingerprint';
import type { SealedRows } from '../../platform/sealed-book/rows';
import { isGenuineTombstone } from '../../platform/sealed-book/tombstone';
import { keys, numberOf } from '../documents/keys';
import { isTombstone, recordIn, recordRow } from './record';

type Row = Record<string, unknown>;

/** The acceptances as a sealed book: their digest covers everything but the uid, which the pseudonym confirms. */
export function sealedRecords(database: Pick<Database, 'getObjects'>, secret: () => Promise<string>): SealedRows {
	const read = (ids: readonly number[]) => database.getObjects(ids.map(keys.record));
	const rowOf = (row: Row) => ({ digest: textOf(row.digest), isOpen: false });
	function isGenuine(row: Row, id: number, known: string): boolean {
		if (isTombstone(row)) {
			return numberOf(row.id) === id && isGenuineTombstone(known, keys.record(id), row);
		}
		const record = recordRow.isExact(row) ? recordIn(row, id) : null;
		return record !== null && (record.uid === 0 || pseudonymOf(known, record.uid) === record.subject);
	}
	return {
		name: 'acceptances', counter: keys.ledger, last: 'lastRecordId', sealKey: keys.seal,
		rows: async ids => (await read(ids)).map(row => row && rowOf(row)),
		async examined(ids) {
			const [rows, known] = await Promise.all([read(ids), secret()]);
			return ids.map((id, index) => {
				const row = rows[index];
				return row ? { ...rowOf(row), isGenuine: isGenuine(row, id, known) } : null;
			});
		},
	};
}
