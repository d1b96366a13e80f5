import { visibleText } from '../../kernel/formats/text';
import { refuse } from '../../kernel/refusals/refusal';
import { csvRows, type CsvRow } from '../../platform/rows-file/csv-reader';
import {
	flawed, importFields, unexpected, problemAt, staffRoles, validUntil, type ImportEntry, type ImportField,
	type ImportProblem,
} from './entry';

const listOf = (cell: string) => cell.split(/[;|\n]/).map(part => part.trim()).filter(part => part !== '');

const isBlank = (cell: string) => visibleText(cell) === '';

/**
 * Columns by name, ignoring spelling variants; unknown and missing columns are problems. Columns without a name are
 * ignored: spreadsheets leave them behind.
 */
function headerOf({ line, cells }: CsvRow): { columns: Map<string, number>; problems: ImportProblem[] } {
	const columns = new Map<string, number>();
	const problems: ImportProblem[] = [];
	cells.forEach((cell, index) => {
		const written = visibleText(cell);
		const name = importFields.find(field => field.toLowerCase() === written.toLowerCase());
		const refusal = written === '' ? null :
			!name ? refuse('partner-import-column', [written, importFields.join(', ')], { field: 'header' }) :
				columns.has(name) ? refuse('partner-import-double', [name, String(line)], { field: 'header' }) : null;
		if (refusal) {
			problems.push({ line, column: index + 1, refusal });
		} else if (name) {
			columns.set(name, index + 1);
		}
	});
	if (!columns.has('id') && !columns.has('company')) {
		problems.push({ line, column: 0, refusal: refuse('partner-import-header', ['id', 'company'], { field: 'header' }) });
	}
	return { columns, problems };
}

/** `name:role`; usernames contain no colon. */
function staffOf(cell: string): { person: string; role: string }[] {
	return listOf(cell).map((part) => {
		const colon = part.lastIndexOf(':');
		return colon < 0 ? { person: part, role: '' } :
			{ person: part.slice(0, colon).trim(), role: part.slice(colon + 1).trim().toLowerCase() };
	});
}

function* entryOf({ line, cells }: CsvRow, columns: Map<string, number>): Generator<ImportEntry | ImportProblem> {
	const cell = (field: ImportField) => (columns.get(field) ?? 0) > 0 ? (cells[(columns.get(field) ?? 0) - 1] ?? '').trim() : undefined;
	const entry: ImportEntry = { line, id: cell('id') ?? '', fields: {}, columns };
	for (const field of ['company', 'contact', 'email', 'level'] as const) {
		const text = cell(field);
		if (text !== undefined) {
			entry.fields[field] = text;
		}
	}
	const until = cell('levelValidUntil');
	if (until !== undefined) {
		const at = validUntil(until);
		entry.fields.levelValidUntil = at ?? 0;
		if (at === null) {
			yield problemAt(entry, unexpected('levelValidUntil', '2027-12-31'));
		}
	}
	const [domains, owners, staff] = [cell('domains'), cell('owners'), cell('staff')];
	if (domains !== undefined) {
		entry.fields.domains = listOf(domains.replaceAll(',', ';'));
	}
	entry.owners = owners === undefined ? undefined : listOf(owners);
	entry.staff = staff === undefined ? undefined : staffOf(staff);
	for (const [index, { role }] of (entry.staff ?? []).entries()) {
		if (!staffRoles.includes(role)) {
			yield problemAt(entry, unexpected(`staff.${index}`, `name:${staffRoles.join(' / name:')}`));
		}
	}
	yield entry;
}

/** Problems of a row's cells that do not depend on their meaning. */
function* misplaced({ line, cells }: CsvRow, columns: ReadonlyMap<string, number>): Generator<ImportProblem> {
	const fields = new Map([...columns].map(([field, column]) => [column, field]));
	for (const [index, cell] of cells.entries()) {
		const [column, field] = [index + 1, fields.get(index + 1)];
		const refusal = field !== undefined ? flawed(field, cell) :
			isBlank(cell) ? null : refuse('partner-import-cells', [column], { field: 'text' });
		if (refusal) {
			yield { line, column, refusal };
		}
	}
}

/** Accounts and problems of a CSV file with a header, row by row. */
export function* csvEntries(text: string): Generator<ImportEntry | ImportProblem> {
	let columns: Map<string, number> | null = null;
	for (const row of csvRows(text)) {
		const { line, cells, isBroken } = row;
		if (isBroken) {
			yield { line, column: cells.length, refusal: refuse('partner-import-quote', [], { field: 'text' }) };
		}
		if (cells.every(isBlank)) {
			continue;
		}
		if (!columns) {
			const header = headerOf(row);
			yield* header.problems;
			// With a wrong header every row is wrong; one message is enough.
			if (header.problems.length > 0) {
				return;
			}
			({ columns } = header);
		} else if (!isBroken) {
			const problems = [...misplaced(row, columns)];
			yield* problems.length > 0 ? problems : entryOf(row, columns);
		}
	}
	if (!columns) {
		yield { line: 1, column: 0, refusal: refuse('partner-import-header', ['id', 'company'], { field: 'header' }) };
	}
}
