import { guarded } from './formula-guard';

/** Numbers are never formulas; texts may be. */
export type Cell = string | number;

function cellText(value: Cell): string {
	const text = typeof value === 'number' ? String(value) : guarded(value);
	return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines of a CSV file (RFC 4180), each with its end. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
	return rows.map(cells => `${cells.map(cellText).join(',')}\r\n`).join('');
}
