import { row, rowsWith, type Ids, type Rows } from './row';

const adminOnly = '---- --- --+ --';
/** Owners and the forum's staff look; owners alone act. */
const look = '---- --+ -++ --';
const act = '---- --+ --- --';
const reason = 'A mistake.';

/**
 * Partner accounts, their posts and strikes (clause 4.12). The post is of the staff member, the
 * strike against it was given by the moderator of its category.
 */
export const partnerRows: Rows = rowsWith({ id: 'partner', uid: 'staffUid' }, {
	'GET /partners/:id': row('++++ +++ +++ ++'),
	'GET /partners/:id/timeline': row(look),
	'GET /partners/:id/posts': row(look),
	'GET /partners/:id/waiting': row(look),
	'GET /partners/:id/reports': row(look),
	'GET /partners/:id/strikes': row('---- --+ +++ --'),
	'file /partners/:id/strikes.csv': row('---- --+ +++ --'),
	'file /partners/:id/strikes.json': row('---- --+ +++ --'),
	'GET /partners/:id/strikes/:strike/evidence': row('---- +-+ +++ --'),
	'PUT /partners/:id/suspension/answer': row('---- --! --- --', {
		body: () => ({ text: 'It was a quotation.' }), stopped: ['partner-not-suspended'],
	}),
	'GET /admin/waiting': row('---- --- +++ --'),
	'page /forum-terms/waiting': row('---- --- +++ --'),
	'GET /posts/:pid/strike': row('---- --- +++ --'),
	'POST /partners/:id/strikes': row('---- --- +!! --', {
		body: ({ pid }: Ids) => ({ pid, clause: '4.1', points: 1, reason: 'An advertisement.' }), stopped: ['partner-strike-given'],
	}),
	'POST /partners/:id/strikes/plan': row('---- --- +!! --', {
		body: ({ pid }: Ids) => ({ pid, clause: '4.1', points: 1, reason: 'An advertisement.' }), stopped: ['partner-strike-given'],
	}),
	'POST /partners/:id/strikes/:strike/answer': row(act, { body: () => ({ text: 'It was a quotation.' }) }),
	'POST /partners/:id/strikes/:strike/decision': row('---- --- !+! --', {
		body: () => ({ counts: true, reason }), stopped: ['decision-own', 'partner-strike-decided'],
	}),
	'POST /partners/:id/referrals': row(adminOnly, { body: () => ({ reason: 'Many strikes.' }) }),
	'POST /partners/:id/posts/:pid/question': row(act, { body: () => ({ words: 'Is this so?' }) }),
	'PUT /partners/:id/posts/:pid': row(act, { body: () => ({ content: 'A better text, long enough.', reason }) }),
	'POST /partners/:id/posts/:pid/withdrawal': row(act, { body: () => ({ reason }) }),
	'DELETE /partners/:id/posts/:pid/withdrawal': row(act),
	'PUT /partners/:id/staff/:uid/halt': row('---- --+ -++ --', { body: () => ({ reason }) }),
	'DELETE /partners/:id/staff/:uid/halt': row('---- --+ -++ --', { body: () => ({ reason }) }),
	'PUT /me/partner/digest': row('---- -++ --- --', { body: () => ({ rhythm: 'daily' }) }),
	'page /forum-terms/partners/:id': row('++++ +++ +++ ++'),
	'page /forum-terms/partner': row('-+++ +++ +++ -+'),
	'page /user/:userslug/forum-terms-partner': row('-?++ --- -++ --'),
	'GET /admin/partners': row(adminOnly),
	'GET /admin/partners/:id': row(adminOnly),
	'PUT /admin/partners/:id': row(adminOnly, {
		body: ({ ownerUid, staffUid, secondUid }: Ids) => ({
			company: 'Company', level: 'Gold', owners: [Number(ownerUid)],
			staff: [staffUid, secondUid].map(uid => ({ uid: Number(uid), role: 'support' })),
		}),
	}),
	'PUT /admin/partners/:id/suspension': row(adminOnly, {
		with: { id: 'thirdPartner' }, body: () => ({ clause: '4.12', reason, notice: 'none' }),
	}),
	'POST /admin/partners/:id/suspension/plan': row(adminOnly, {
		with: { id: 'thirdPartner' }, body: () => ({ clause: '4.12', reason }),
	}),
	'PUT /admin/partners/:id/suspension/decision': row('---- --- --! --', {
		with: { id: 'thirdPartner' }, body: () => ({ reason }), stopped: ['partner-suspension-unanswered'],
	}),
	'DELETE /admin/partners/:id/suspension': row(adminOnly, { with: { id: 'thirdPartner' }, body: () => ({ reason }) }),
	'POST /admin/partners/import': row(adminOnly, {
		body: () => ({ mode: 'plan', format: 'csv', text: 'id,company,owners\n' }),
	}),
	'GET /admin/partners/import/:plan': row(adminOnly),
});
