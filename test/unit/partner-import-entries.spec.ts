import assert from 'node:assert/strict';
import { csvEntries } from '../../lib/partners/imports/csv';
import { validUntil } from '../../lib/partners/imports/entry';
import { jsonEntries } from '../../lib/partners/imports/json';

describe('partner accounts in files (clause 4.12)', () => {
	it('have levels that hold until the end of a day or until a moment', () => {
		assert.deepEqual(['', '2026-01-31', '2026-01-31T12:00Z', '31.01.2026', '2026-02-31', '2026-13-01', 'soon'].map(validUntil),
			[0, Date.UTC(2026, 1, 1) - 1, Date.UTC(2026, 0, 31, 12), null, null, null, null]);
	});

	it('are read from CSV and JSON alike', () => {
		const [fromCsv] = [...csvEntries('Company,ID,staff,owners,levelvaliduntil\nAcme,a1,"Eve:Sales; 8:support",@12|Bob,2026-01-31')];
		const [fromJson] = [...jsonEntries(JSON.stringify([{
			id: 'a1', company: 'Acme', owners: ['@12', 'Bob'], staff: [{ uid: 'Eve', role: 'sales' }, { uid: 8, role: 'support' }],
			levelValidUntil: '2026-01-31',
		}]))];
		const { columns: _columns, line, ...csv } = fromCsv as unknown as Record<string, unknown>;
		const { columns: _none, line: _line, ...json } = fromJson as unknown as Record<string, unknown>;
		assert.deepEqual([csv, line], [json, 2]);
		assert.deepEqual(csv.staff, [{ person: 'Eve', role: 'sales' }, { person: '8', role: 'support' }]);
	});

	it('in JSON are named by the line in which they begin', () => {
		const lines = [...jsonEntries('[\n\t{ "id": "a]{", "company": "A" },\n\n\t{ "id": "b",\n\t\t"company": 5 }\n]')].map(({ line }) => line);
		assert.deepEqual(lines, [2, 4]);
		assert.equal([...jsonEntries('[\n{"id": ]')][0]?.line, 2);
		assert.equal([...jsonEntries('{}')].length, 1);
	});
});
