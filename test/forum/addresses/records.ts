import { row, type Rows } from './row';

const adminOnly = '--- --- - -- + --';

/** The record of decisions (all clauses). */
export const recordRows: Rows = {
	'POST /admin/audit/verify': row(adminOnly),
	'GET /admin/webhook': row(adminOnly),
	// No resolver knows the name, so nothing is ever sent.
	'PUT /admin/webhook': row('---- --- --! --', {
		body: () => ({ url: 'https://hooks.invalid/', secret: 'a secret of the matrix, forty letters long' }),
		stopped: ['webhook-unknown'],
	}),
	'POST /admin/webhook/test': row('---- --- --! --', { stopped: ['webhook-off'] }),
	'POST /admin/webhook/retry': row('---- --- --! --', { stopped: ['webhook-off'] }),
	'DELETE /admin/webhook': row(adminOnly),
};
