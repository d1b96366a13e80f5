import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

// Written for browsers: the package's own modules are of another kind.
const sourceOf = (path: string) => readFileSync(join(__dirname, '..', '..', 'static', path), 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
const asModule = (source: string) => `data:text/javascript,${encodeURIComponent(source)}`;
const names = ['checklist/admin/model', 'kit/csv-reader'];
interface Row { name: string; part: string; status: string; asOf: string; note: string }
interface Pasting {
	pastedRows<R>(text: string, read: (cells: readonly string[]) => R | null): { rows: R[]; unreadable: string[] };
	platformFrom(cells: readonly string[]): Row | null;
}
const inBrowser = import(asModule(names.reduce(
	(source, name) => source.replace(`forum-terms/${name}`, asModule(sourceOf(`${name}.js`))), sourceOf('checklist/admin/pasted-row.js')))) as Promise<Pasting>;

describe('rows pasted into a list of the ACP', () => {
	const platforms = async (text: string) => {
		const { pastedRows, platformFrom } = await inBrowser;
		return pastedRows(text, platformFrom);
	};
	const docker = { name: 'Docker', part: 'container', status: 'unsupported', asOf: '2026-09-01', note: '' };

	for (const [what, text, note] of [
		['with semicolons', 'Docker;container;unsupported;2026-09-01;Seen; twice', 'Seen; twice'],
		['from a table', 'Docker\tcontainer\tunsupported\t2026-09-01\tSeen; twice', 'Seen; twice'],
		['with quotes and a line end in a cell', 'Docker;container;"unsupported";2026-09-01;"Seen\ntwice; ""again"""', 'Seen\ntwice; "again"'],
		['as a spreadsheet wrote our own file', '\uFEFFsep=;\r\nDocker;container;unsupported;2026-09-01;\'=1+1\r\n', '=1+1'],
		['with a comma in its note', 'Docker;container;unsupported;2026-09-01;one, two, three, four, five', 'one, two, three, four, five'],
	] as const) {
		it(`are read ${what}`, async () => assert.deepEqual(await platforms(text), { rows: [{ ...docker, note }], unreadable: [] }));
	}

	it('stay where they cannot be read, as they were pasted, and the others are taken', async () => {
		const { rows, unreadable } = await platforms('nonsense\r\n\r\nDocker;container;unsupported;2026-09-01\r\nLXC;pot;legacy\r\n"LXC;container;legacy');
		assert.deepEqual([rows, unreadable], [[docker], ['nonsense', 'LXC;pot;legacy', '"LXC;container;legacy']]);
	});

	it('law: nothing that was pasted is lost', async () => {
		const { pastedRows, platformFrom } = await inBrowser;
		const piece = fc.constantFrom('Docker', ';', 'container', 'unsupported', '\t', '"', '\n', '\r\n', 'x', ',', '');
		fc.assert(fc.property(fc.array(piece, { maxLength: 20 }).map(all => all.join('')), (text) => {
			const { rows, unreadable } = pastedRows(text, platformFrom);
			const kept = [...rows.map(({ name }) => name), ...unreadable].join('');
			for (const word of ['x', 'Docker']) {
				assert.ok(!text.includes(word) || rows.length > 0 || kept.includes(word), text);
			}
		}));
	});
});
