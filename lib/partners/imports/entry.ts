import { partnerRoles } from '../company/account';
import { fieldLabel } from '../../kernel/edge/field';
import { refuse, type Refusal } from '../../kernel/refusal';
import { flawIn } from '../../platform/rows-file/flaw';

/** What an import file may say of an account; the same names are the columns of a CSV file. */
export const importFields = [
	'id', 'company', 'contact', 'email', 'level', 'levelValidUntil', 'domains', 'owners', 'staff',
] as const;
export type ImportField = typeof importFields[number];

/** Something wrong in the file; `column` counts the cells of a row from 1, 0 where there are none. */
export interface ImportProblem { line: number; column: number; refusal: Refusal }

/** One account as the file has it; what the file does not name is absent and stays as it is. */
export interface ImportEntry {
	line: number;
	/** Empty: the account with this company's name. */
	id: string;
	/** Fields other than people, in the shape of the PUT body as far as they could be read. */
	fields: Record<string, unknown>;
	/** Usernames or uids, each as text. */
	owners?: string[] | undefined;
	staff?: { person: string; role: string }[] | undefined;
	columns: ReadonlyMap<string, number>;
}

/** A problem at a field of an entry; `staff.3.role` belongs to the cell of `staff`. */
export function problemAt(
	{ line, columns }: Pick<ImportEntry, 'line' | 'columns'>, refusal: Refusal,
): ImportProblem {
	return { line, column: columns.get((refusal.field ?? '').split('.')[0] ?? '') ?? 0, refusal };
}

const flawCodes = {
	broken: 'partner-import-broken', error: 'partner-import-error', character: 'partner-import-character',
} as const;

/** Why a text out of a file cannot be meant; null where it can. */
export function flawed(field: string, text: string): Refusal | null {
	const flaw = flawIn(text);
	return flaw && refuse(flawCodes[flaw.kind], [fieldLabel(field), flaw.found], { field });
}

export function misfit(field: string, expected: string): Refusal {
	return refuse('body-invalid', [fieldLabel(field), expected], { field, clause: '4.12' });
}

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** A day holds until its end (UTC), a moment until then, nothing without end (0); null for anything else. */
export function validUntil(text: string): number | null {
	if (text.trim() === '') {
		return 0;
	}
	const match = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/.exec(text.trim());
	const at = match ? Date.parse(match[2] ? text.trim() : `${match[1] ?? ''}T00:00:00Z`) : NaN;
	// `2027-02-31` would slip into March.
	if (!match || !Number.isFinite(at) || at < 0 || (!match[2] && !new Date(at).toISOString().startsWith(match[1] ?? ''))) {
		return null;
	}
	return match[2] ? at : at + dayMilliseconds - 1;
}

export const staffRoles: readonly string[] = partnerRoles.filter(role => role !== 'owner');
