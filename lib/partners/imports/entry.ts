import { partnerRoles } from '../company/account';
import { fieldLabel } from '../../kernel/refusals/field';
import { refuse, type Refusal } from '../../kernel/refusals/refusal';
import { flawIn } from '../../platform/rows-file/flaw';

/** The fields of an import file; also the column names of a CSV file. */
export const importFields = [
	'id', 'company', 'contact', 'email', 'level', 'levelValidUntil', 'domains', 'owners', 'staff',
] as const;
export type ImportField = typeof importFields[number];

/** A problem in the file; `column` counts cells from 1, 0 if there are none. */
export interface ImportProblem { line: number; column: number; refusal: Refusal }

/** One account of a file; absent fields stay as they are. */
export interface ImportEntry {
	line: number;
	/** Empty: the account with this company's name. */
	id: string;
	/** All fields except people, in the shape of the PUT body if readable. */
	fields: Record<string, unknown>;
	/** Usernames or uids as text. */
	owners?: string[] | undefined;
	staff?: { person: string; role: string }[] | undefined;
	columns: ReadonlyMap<string, number>;
}

/** A problem with a field of an entry; `staff.3.role` is shown at the cell of `staff`. */
export function problemAt(
	{ line, columns }: Pick<ImportEntry, 'line' | 'columns'>, refusal: Refusal,
): ImportProblem {
	return { line, column: columns.get((refusal.field ?? '').split('.')[0] ?? '') ?? 0, refusal };
}

const flawCodes = {
	broken: 'partner-import-broken', error: 'partner-import-error', character: 'partner-import-character',
} as const;

/** Why a text of a file cannot be right; null if it can. */
export function flawed(field: string, text: string): Refusal | null {
	const flaw = flawIn(text);
	return flaw && refuse(flawCodes[flaw.kind], [fieldLabel(field), flaw.found], { field });
}

export function unexpected(field: string, expected: string): Refusal {
	return refuse('body-invalid', [fieldLabel(field), expected], { field, clause: '4.12' });
}

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** A day counts until its end (UTC), a moment until itself, 0 means no end; null for anything else. */
export function validUntil(text: string): number | null {
	if (text.trim() === '') {
		return 0;
	}
	const match = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/.exec(text.trim());
	const at = match ? Date.parse(match[2] ? text.trim() : `${match[1] ?? ''}T00:00:00Z`) : NaN;
	// Date.parse would turn `2027-02-31` into a day in March.
	if (!match || !Number.isFinite(at) || at < 0 || (!match[2] && !new Date(at).toISOString().startsWith(match[1] ?? ''))) {
		return null;
	}
	return match[2] ? at : at + dayMilliseconds - 1;
}

export const staffRoles: readonly string[] = partnerRoles.filter(role => role !== 'owner');
