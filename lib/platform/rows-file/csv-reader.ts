import { unguarded } from './formula-guard';

/** One row of a CSV text: its cells, and the line where it starts. */
export interface CsvRow {
	line: number;
	cells: string[];
	/** A quote is never closed, or text follows a closing one; the cells are a guess. */
	isBroken: boolean;
}

const delimiters = [',', ';', '\t'];

/** The most frequent of some delimiters in the first row. Excel uses `;` in much of Europe. */
export function delimiterOf(text: string, among: readonly string[] = delimiters): string {
	const head = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
	const count = (delimiter: string) => head.split(delimiter).length;
	return among.reduce((best, other) => (count(other) > count(best) ? other : best));
}

interface Cell { text: string; end: number; isBroken: boolean }

function bareCell(text: string, at: number, end: RegExp): Cell {
	end.lastIndex = at;
	const stop = end.exec(text)?.index ?? text.length;
	return { text: text.slice(at, stop), end: stop, isBroken: false };
}

function quotedCell(text: string, at: number, end: RegExp): Cell {
	let close = text.indexOf('"', at + 1);
	while (close >= 0 && text[close + 1] === '"') {
		close = text.indexOf('"', close + 2);
	}
	if (close < 0) {
		return { text: text.slice(at + 1), end: text.length, isBroken: true };
	}
	const rest = bareCell(text, close + 1, end);
	const inner = text.slice(at + 1, close).replaceAll('""', '"');
	return { text: inner + rest.text, end: rest.end, isBroken: rest.text.trim() !== '' };
}

const linesIn = (text: string) => text.split(/\r\n|\r|\n/).length - 1;

/**
 * Rows of a CSV text (RFC 4180), lazily, so that the reader can pause: quotes, line breaks in cells, every kind of line
 * end, a byte order mark, Excel's `sep=` line. Formula guards are removed; an empty line is one empty cell. Browsers
 * load this file, too: static/checklist/admin/pasted-row.ts reads pasted rows with it.
 */
export function* csvRows(whole: string, among: readonly string[] = delimiters): Generator<CsvRow> {
	const [start, named] = /^\uFEFF?(?:"?sep=([^\r\n])[^\r\n]*(?:\r\n?|\n))?/i.exec(whole) ?? [''];
	const text = whole.slice(start.length);
	const delimiter = named ?? delimiterOf(text, among);
	const end = new RegExp(`[\\u${delimiter.charCodeAt(0).toString(16).padStart(4, '0')}\\r\\n]`, 'g');
	let line = 1 + linesIn(start);
	let at = 0;
	while (at < text.length) {
		const row: CsvRow = { line, cells: [], isBroken: false };
		for (;;) {
			const cell = text[at] === '"' ? quotedCell(text, at, end) : bareCell(text, at, end);
			line += text[at] === '"' ? linesIn(cell.text) : 0;
			row.cells.push(unguarded(cell.text));
			row.isBroken ||= cell.isBroken;
			at = cell.end + 1;
			if (text[cell.end] !== delimiter) {
				at = text.startsWith('\r\n', cell.end) ? cell.end + 2 : at;
				line += 1;
				break;
			}
		}
		yield row;
	}
}
