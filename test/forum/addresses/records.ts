import { row, type Rows } from './row';

const adminOnly = '--- --- - -- + --';

/** The record of decisions (all clauses). */
export const recordRows: Rows = {
	'POST /admin/audit/verify': row(adminOnly),
};
