import { row, rowsWith, type Ids, type Rows } from './row';

const adminOnly = '---- --- --+ --';
const everybody = '++++ +++ +++ ++';
const members = '-+++ +++ +++ -+';
const reason = 'The contract is on paper.';

/** Documents, acceptances and what proves them (clauses 2 and 4.5). */
export const termsRows: Rows = rowsWith({ uid: 'spareUid' }, {
	'GET /terms': row(everybody),
	'GET /terms/:version': row(everybody),
	'GET /terms/:version/diff/:other': row(everybody),
	'POST /terms/:version/acceptance': row('-!!! !!! !!! -!', {
		body: () => ({ language: 'en-GB', hash: 'not the text that was read' }), stopped: ['hash-mismatch'],
	}),
	'POST /terms/:version/refusal': row('-!!! !!! !!! -!', { with: { version: 'noVersion' }, stopped: ['version-unknown'] }),
	'POST /receipts/check': row(everybody, { body: ({ receipt = '' }: Ids) => ({ receipt: JSON.parse(receipt) as object }) }),
	'GET /receipts/:record': row('-=++ === ==+ -='),
	'GET /keys': row(everybody),
	'GET /me': row(members),
	'GET /me/export': row(members),
	'GET /posts/:pid/stamps': row(everybody),
	'GET /admin/members/:uid/records': row(adminOnly),
	'POST /admin/members/:uid/acceptance': row(adminOnly, { body: ({ version }) => ({ version, language: 'en-GB', reason }) }),
	'POST /admin/members/:uid/recall': row(adminOnly, { body: ({ document }) => ({ document, reason }) }),
	'GET /admin/ledger': row(adminOnly),
	'POST /admin/ledger/seal': row(adminOnly),
	'POST /admin/ledger/verify': row(adminOnly),
	'POST /admin/keys/rotate': row(adminOnly),
	'POST /admin/announcements': row(adminOnly),
	'GET /admin/terms': row(adminOnly),
	'POST /admin/terms': row('---- --- --! --', {
		body: ({ document }) => ({ document, title: 'Forum Terms' }), stopped: ['document-exists'],
	}),
	'PUT /admin/terms/:document': row(adminOnly),
	'GET /admin/terms/:document/forecast': row('---- --- --! --', { stopped: ['draft-missing'] }),
	'GET /admin/terms/:document/members': row(adminOnly),
	'PUT /admin/terms/:document/rollout': row(adminOnly, { body: () => ({ percent: 100 }) }),
	'POST /admin/terms/:document/preview': row(adminOnly, { body: () => ({ markdown: '## 1. Scope' }) }),
	'PUT /admin/terms/:document/draft': row(adminOnly, {
		body: () => ({ text: { 'en-GB': '## 2. Acceptance\n\nUse means agreement.' }, change: 'editorial', notice: 'silent' }),
	}),
	'GET /admin/terms/:document/draft': row(adminOnly),
	'GET /admin/terms/:document/draft/diff': row(adminOnly),
	'page /forum-terms/preview/:document': row(adminOnly),
	'DELETE /admin/terms/:document/draft': row(adminOnly),
	'POST /admin/terms/:document/publish': row('---- --- --! --', { stopped: ['draft-missing'] }),
	'file /admin/terms/:document/members.csv': row(adminOnly),
	'file /admin/terms/:document/members.json': row(adminOnly),
	'page /forum-terms': row(everybody),
	'page /forum-terms/:version': row(everybody),
	'page /forum-terms/:version/diff/:other': row(everybody),
	'page /forum-terms/check': row(everybody),
	'form /forum-terms/check': row('+++- +++ +++ ++', { body: () => ({ receipt: '{}' }) }),
	'page /forum-terms/accept': row(members),
	'form /forum-terms/accept': row('-?+- +++ ++? -+', { body: () => ({ decision: 'neither' }) }),
	'page /forum-terms/record/:record': row('-=++ === ==+ -='),
	'page /user/:userslug/forum-terms': row('--++ --- -=+ --'),
	'page /user/:userslug/forum-terms/:record': row('--++ --- -=+ --'),
	'page /admin/plugins/forum-terms': row(adminOnly),
});
