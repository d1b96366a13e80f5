import { row, type Rows } from './row';

const adminOnly = '--- --- - -- + --';
const staff = '---- --- +++ --';

/** The record of decisions (all clauses). */
export const recordRows: Rows = {
	'GET /admin/audit': row(adminOnly),
	'POST /admin/audit/verify': row(adminOnly),
	'GET /admin/decisions': row(staff),
	// The decision ends all writing: moderators and global moderators may mute nobody.
	'GET /admin/decisions/:id': row('---- --- ==+ --', { with: { id: 'decision' } }),
	'file /admin/decisions.csv': row(staff),
	'file /admin/decisions.json': row(staff),
	'page /forum-terms/decisions': row(staff),
	'GET /admin/webhook': row(adminOnly),
	// No resolver knows the name, so nothing is ever sent.
	'PUT /admin/webhook': row('---- --- --! --', {
		body: () => ({ url: 'https://hooks.invalid/', secret: 'a secret of the matrix, forty letters long' }),
		stopped: ['webhook-unknown'],
	}),
	'POST /admin/webhook/test': row('---- --- --! --', { stopped: ['webhook-off'] }),
	'POST /admin/webhook/retry': row('---- --- --! --', { stopped: ['webhook-off'] }),
	'POST /admin/webhook/aside': row('---- --- --! --', { body: () => ({ then: 'send' }), stopped: ['webhook-off'] }),
	'DELETE /admin/webhook': row(adminOnly),
};
