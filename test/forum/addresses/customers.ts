import { row, rowsWith, type Rows } from './row';

const adminOnly = '---- --- --+ --';
const members = '-+++ +++ +++ -+';

/** Licences; the one that rows name was claimed by the member (definition of Customer). */
export const customerRows: Rows = rowsWith({ id: 'licence' }, {
	'GET /me/licences': row(members),
	'POST /me/licences': row('-!!! !!! !!! -!', { body: () => ({ key: 'no key' }), stopped: ['licence-malformed'] }),
	'GET /admin/licences': row(adminOnly),
	'POST /admin/licences/:id/decision': row(adminOnly, {
		body: () => ({ verified: true, reason: 'The invoice was seen.' }),
	}),
	'GET /admin/licences/secret': row(adminOnly),
	'PUT /admin/licences/secret': row(adminOnly, { body: () => ({ secret: 'a secret of the matrix, forty letters long' }) }),
	'DELETE /admin/licences/secret': row(adminOnly),
	// Only the vendor's system knows the secret, and here there is none.
	'GET /licences/claims': row('!!!! !!! !!! !!', { stopped: ['webhook-unsigned'] }),
	'POST /licences/webhook': row('!!!! !!! !!! !!', {
		body: () => ({ digest: 'a'.repeat(64), verdict: 'verified' }), stopped: ['webhook-unsigned'],
	}),
	'page /user/:userslug/licences': row('-?++ --- -=+ --'),
	'form /forum-terms/licences': row('-++- +++ +++ -+', { body: () => ({ key: 'no key' }) }),
	'DELETE /me/licences/:id': row('-=++ === === -='),
});
