import { row, rowsWith, type Ids, type Rows } from './row';

const members = '-+++ +++ +++ -+';
/** Owners and administrators keep the people; moderators look. */
const look = '---- --+ -++ --';
const reason = 'Left the company.';

/** Who speaks for a partner: invited, asking, appointed, leaving (clause 4.12). */
export const peopleRows: Rows = rowsWith({ id: 'partner', uid: 'secondUid' }, {
	'GET /me/partner': row(members),
	'page /forum-terms/partners/join': row(members),
	'page /forum-terms/partners/join/:code': row(members, { with: { code: 'invitationCode' } }),
	'POST /partners/invitations/:code/acceptance': row('-=== =!= === -=', {
		with: { code: 'invitationCode' }, stopped: ['partner-member-elsewhere'],
	}),
	'POST /partners/:id/requests': row('-+++ !!! +++ -+', { stopped: ['partner-member-already', 'partner-member-elsewhere'] }),
	'GET /partners/:id/people': row(look),
	'POST /partners/:id/invitations': row('---- --! --! --', {
		body: () => ({ username: 'nobody has this name', role: 'sales' }), stopped: ['member-unknown'],
	}),
	'DELETE /partners/:id/invitations/:invitation': row('---- --! --! --', {
		with: { invitation: 'noNumber' }, stopped: ['partner-invitation-unknown'],
	}),
	'POST /partners/:id/requests/:uid/decision': row('---- --+ --! --', {
		with: { uid: 'askingUid' }, body: () => ({ accept: false, reason: 'Unknown to us.' }), stopped: ['partner-request-unknown'],
	}),
	'PUT /partners/:id/staff/:uid': row('---- --+ --+ --', { body: () => ({ role: 'sales' }) }),
	'POST /partners/:id/confirmation': row('---- --! --- --', {
		body: () => ({ people: 999 }), stopped: ['partner-list-stale'],
	}),
	'POST /partners/:id/acceptance': row('---- --+ --- --', { body: ({ version }: Ids) => ({ version }) }),
	'POST /partners/:id/handover': row('---- !-! -!! --', {
		body: () => ({ accept: false }), stopped: ['partner-offer-unknown'],
	}),
	'DELETE /partners/:id/staff/:uid': row('---- --+ --! --', { body: () => ({ reason }), stopped: ['partner-member-unknown'] }),
	// The last row: after it the staff member is nobody's.
	'POST /partners/:id/departure': row('---- +-! -!! --', { stopped: ['partner-owner-needed', 'partner-member-unknown'] }),
});
