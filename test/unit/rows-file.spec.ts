import assert from 'node:assert/strict';
import fc from 'fast-check';
import { done } from '../../lib/kernel/refusals/outcome';
import { csvRows, delimiterOf } from '../../lib/platform/rows-file/csv-reader';
import { csvLines } from '../../lib/platform/rows-file/csv-writer';
import { decoded } from '../../lib/platform/rows-file/decoding';
import { rowsDownloads } from '../../lib/platform/rows-file/downloads';
import { flawIn } from '../../lib/platform/rows-file/flaw';
import { guarded, unguarded } from '../../lib/platform/rows-file/formula-guard';

const cellsOf = (text: string) => [...csvRows(text)].map(({ cells }) => cells);

/** What files of people are made of, and what breaks them. */
const hostile = fc.stringMatching(/^[=+\-@'",;\t\r\n aé＝]{0,8}$/);
const text = fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.string());

/** A download as its reader gets it. */
async function written<T>(
	ending: string, rows: T[][], columns: string[], csv: (row: T) => string[][],
): Promise<string> {
	const file = rowsDownloads<T>({
		path: '/list', access: 'member', fileName: 'list', columns, csv, json: row => ({ row }),
		open: async () => done((async function* batches() {
			yield* rows;
		}())),
	}).find(({ path }) => path === `/list.${ending}`);
	const opened = await file?.open({ actor: { kind: 'member', uid: 1 }, params: {}, query: {}, language: 'en-GB' });
	assert.ok(opened?.ok);
	let whole = '';
	for await (const part of opened.value) {
		whole += part;
	}
	return whole;
}

describe('reader of CSV files (RFC 4180)', () => {
	for (const [what, text, rows] of [
		['cells and every kind of line end', 'a,b\r\nc,d\ne,f\rg,h', [['a', 'b'], ['c', 'd'], ['e', 'f'], ['g', 'h']]],
		['quotes, doubled quotes and line breaks in cells', '"a ""b""","c\r\nd"\n"",e', [['a "b"', 'c\r\nd'], ['', 'e']]],
		['a byte order mark', '\uFEFFid,company\r\n1,A', [['id', 'company'], ['1', 'A']]],
		['the semicolons of Excel in Europe', 'id;company\r\n1;"A; B, C"', [['id', 'company'], ['1', 'A; B, C']]],
		['the sep= line of Excel, whatever it names', 'sep=|\r\nid|a;b;c,d', [['id', 'a;b;c,d']]],
		['the same as other programs save it', '\uFEFF"sep=;"\nid;a,b', [['id', 'a,b']]],
		['tabs', 'id\tcompany', [['id', 'company']]],
		['an empty line as one empty cell', 'a,b\n\nc,d\n', [['a', 'b'], [''], ['c', 'd']]],
		['empty cells at the end', 'a,,\n', [['a', '', '']]],
		['nothing', '', []],
	] as const) {
		it(`takes ${what}`, () => assert.deepEqual(cellsOf(text), rows));
	}

	it('knows the line a row begins in behind cells of several lines, and quotes that never end', () => {
		assert.deepEqual([...csvRows('a,b\n"x\n\ny",1\nc,"d')].map(({ line, isBroken }) => [line, isBroken]), [[1, false], [2, false], [5, true]]);
		assert.deepEqual([...csvRows('"a"b,c')].map(({ isBroken }) => isBroken), [true]);
		assert.equal(delimiterOf('"a,b,c";d'), ';');
	});
});

describe('lists as files', () => {
	it('law: what we export as CSV we read back as it was, whatever it is', () => fc.assert(fc.asyncProperty(
		fc.integer({ min: 1, max: 4 }).chain(width => fc.array(fc.array(text, { minLength: width, maxLength: width }))),
		async (rows) => {
			const file = await written('csv', [rows], ['h', 'e'], row => [row]);
			assert.deepEqual(cellsOf(file), [['h', 'e'], ...rows]);
		},
	)));

	it('law: no cell is a formula, for spreadsheets that separate by commas, semicolons or tabs', () => fc.assert(fc.property(
		fc.array(text, { minLength: 1 }), (row) => {
			const line = csvLines([row]);
			for (const separator of [/[;\r\n]/, /[\t\r\n]/]) {
				assert.deepEqual(line.split(separator).filter(cell => /^"*[=+\-@＝＋－＠]/.test(cell)), []);
			}
		},
	)));

	it('guard a formula so that a text with an apostrophe stays another one', () => {
		for (const [plain, safe] of [
			['=1', "'=1"], ["'=1", "''=1"], ["'a", "'a"], ['a=1', 'a=1'], ['-', "'-"], ['＝1', "'＝1"], ['x;=1', "x;'=1"], ['x\n+1', "x\n'+1"], ['x;"=1"', 'x;\'"=1"'],
		] as const) {
			assert.deepEqual([guarded(plain), unguarded(safe)], [safe, plain]);
		}
		assert.equal(csvLines([[-5, '-5']]), "-5,'-5\r\n");
	});

	it('begin with a byte order mark, also when they are empty, and are whole JSON', async () => {
		assert.equal(await written('csv', [], ['a', 'b'], () => []), '\uFEFFa,b\r\n');
		assert.equal(await written('json', [], ['a'], () => []), '[]');
		assert.deepEqual(JSON.parse(await written('json', [['=x'], [], ['y', 'z']], ['a'], () => [])), [{ row: '=x' }, { row: 'y' }, { row: 'z' }]);
	});
});

describe('the encoding of a file', () => {
	const umlauts = 'Müller & Söhne – „Größe“ €';

	it('is UTF-8, with or without its mark, or UTF-16 with one', () => {
		assert.deepEqual(decoded(Buffer.from(umlauts)), { text: umlauts, encoding: 'UTF-8' });
		assert.deepEqual(decoded(Buffer.from(`\uFEFF${umlauts}`)), { text: umlauts, encoding: 'UTF-8' });
		assert.deepEqual(decoded(Buffer.from(`\uFEFF${umlauts}`, 'utf16le')), { text: umlauts, encoding: 'UTF-16' });
		assert.deepEqual(decoded(Buffer.from(`\uFEFF${umlauts}`, 'utf16le').swap16()), { text: umlauts, encoding: 'UTF-16' });
		assert.deepEqual(decoded(Buffer.alloc(0)), { text: '', encoding: 'UTF-8' });
	});

	it('is Windows-1252 for what is no UTF-8, on every Node alike', () => {
		const bytes = Buffer.from([...'M\xFCller & S\xF6hne \x96 \x84Gr\xF6\xDFe\x93 \x80'].map(sign => sign.charCodeAt(0)));
		assert.deepEqual(decoded(bytes), { text: umlauts, encoding: 'Windows-1252' });
		const all = decoded(Buffer.from(Array.from({ length: 256 }, (_none, byte) => byte))).text;
		assert.equal(all.slice(0x80, 0xA0), '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ');
		assert.deepEqual([all.length, new Set(all).size, all.charCodeAt(0xFF)], [256, 256, 0xFF]);
	});

	it('stays UTF-8 when a few bytes of it are broken, so that not all of it becomes nonsense', () => {
		const damaged = Buffer.concat([Buffer.from('Привет, Müller;'), Buffer.from([0xE4])]);
		assert.deepEqual(decoded(damaged), { text: 'Привет, Müller;\uFFFD', encoding: 'UTF-8' });
		assert.deepEqual(decoded(Buffer.from('\x84Spa\xDF\x93', 'latin1')), { text: '„Spaß“', encoding: 'Windows-1252' });
	});

	it('that was lost leaves flaws, which are found', () => {
		assert.deepEqual(flawIn(decoded(Buffer.from([0xEF, 0xBB, 0xBF, 0x4D, 0xFC])).text), { kind: 'broken', found: '\uFFFD' });
		assert.deepEqual(flawIn(decoded(Buffer.from('Müller \xFF', 'latin1').fill('ü', 1, 3)).text), { kind: 'broken', found: 'Ã¼' });
		assert.deepEqual(flawIn(decoded(Buffer.from([0x4D, 0x81])).text), { kind: 'character', found: 'U+0081' });
	});
});

describe('flaws of a cell', () => {
	it('are none in names of all kinds', () => {
		for (const name of [
			'Müller & Söhne', 'São Paulo', 'MAÇÃ', 'Ângela', 'Â', 'C# & Co', '#1 Phones', 'N/A', 'Acme\nTelecom', 'שלום', 'نشانی', 'naïve', '株式会社',
			'a\u0308', '##', 'A #REF! B',
		]) {
			assert.equal(flawIn(name), null, name);
		}
	});

	it('are looked for in one go, however long a cell is', () => {
		for (const part of ['\n', '; ', '#', '\t', ':\r', '\n"\'']) {
			flawIn(part.repeat(200_000));
			unguarded(guarded(part.repeat(200_000)));
		}
	});

	it('are the words of spreadsheets, also as one of several people', () => {
		for (const word of ['#N/A', '#n/a', ' #REF! ', '#NV', '#BEZUG!', '#DIV/0!', 'Err:502', '########', 'eve;#N/A', 'eve:#NAME?']) {
			assert.equal(flawIn(word)?.kind, 'error', word);
		}
	});
});
