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
	// Only the vendor's system knows the secret, and here there is none.
	'GET /licences/claims': row('!!!! !!! !!! !!', { stopped: ['webhook-off'] }),
	'POST /licences/webhook': row('!!!! !!! !!! !!', {
		body: () => ({ digest: 'a'.repeat(64), verdict: 'verified' }), stopped: ['webhook-off'],
	}),
	'page /user/:userslug/licences': row('-?++ --- -=+ --'),
	'form /forum-terms/licences': row('-++- +++ +++ -+', { body: () => ({ key: 'no key' }) }),
	'DELETE /me/licences/:id': row('-=++ === === -='),
});
