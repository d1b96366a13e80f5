import type { PhoneRow, PlatformRow, Status, TrunkRow } from 'forum-terms/checklist/admin/desk';
import { statuses } from 'forum-terms/checklist/admin/model';
import { csvRows } from 'forum-terms/kit/csv-reader';

/** Rows that could be read, and the lines of those that could not. */
export interface PastedRows<Row> { rows: Row[]; unreadable: string[] }

/** Reads pasted text as the rows files are read, from a table or with semicolons; `read` answers null for a bad row. */
export function pastedRows<Row>(text: string, read: (cells: readonly string[]) => Row | null): PastedRows<Row> {
	const lines = text.split(/\r\n|\r|\n/);
	const found = [...csvRows(text, [text.includes('\t') ? '\t' : ';'])].map(({ line, cells, isBroken }, index, all) => ({
		isEmpty: cells.every(cell => cell.trim() === ''), row: isBroken ? null : read(cells.map(cell => cell.trim())),
		written: lines.slice(line - 1, (all[index + 1]?.line ?? lines.length + 1) - 1).join('\n').trimEnd(),
	})).filter(({ isEmpty }) => !isEmpty);
	return {
		rows: found.flatMap(({ row }) => row ?? []),
		unreadable: found.flatMap(({ row, written }) => (row === null ? written : [])),
	};
}

/** The first three cells, and the rest as a note. */
function partsOf([first = '', second = '', status = '', ...note]: readonly string[]): [string, string, string, string] {
	return [first, second, status.toLowerCase(), note.join('; ')];
}

const parts = ['system', 'hypervisor', 'cloud', 'container', 'software'];

const statusFrom = (text: string): Status | undefined => statuses.find(status => status === text);

/** `provider;country;status;note`; the country as two letters, name or `*`; null if unreadable. */
export function trunkFrom(
	cells: readonly string[], countries: readonly { code: string; name: string }[],
): TrunkRow | null {
	const [provider, place, word, note] = partsOf(cells);
	const status = statusFrom(word);
	const country = place === '*' ? '*' : countries.find(({ code, name }) =>
		code === place.toUpperCase() || name.toLowerCase() === place.toLowerCase())?.code;
	return provider && country && status ? { provider, country, status, note } : null;
}

/** `vendor;model;status;note`; null if unreadable. */
export function phoneFrom(cells: readonly string[]): PhoneRow | null {
	const [vendor, model, word, note] = partsOf(cells);
	const status = statusFrom(word);
	return vendor && model && status ? { vendor, model, status, note } : null;
}

/** `name;part;status;day;note`; the day as `2026-04-23` or empty; null if unreadable. */
export function platformFrom(cells: readonly string[]): PlatformRow | null {
	const [name, part, word, rest] = partsOf(cells);
	const [, asOf = '', note = ''] = /^(\d{4}-\d{2}-\d{2})?(?:; |$)?(.*)$/s.exec(rest) ?? [];
	const status = statusFrom(word);
	return name && parts.includes(part) && status ? { name, part, status, asOf, note } : null;
}
