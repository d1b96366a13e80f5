import { row, type Rows } from './row';

/** The one door asked beforehand, and NodeBB's own write routes that are looked at before they run. */
export const postingRows: Rows = {
	'GET /posting': row('-+++ +++ +++ -+', { query: ({ otherCid }) => `cid=${otherCid}` }),
	'POST /posting/check': row('-+++ +++ +++ -+', {
		body: ({ otherCid }) => ({ cid: Number(otherCid), title: 'Calls drop after an update', content: 'After half an hour.' }),
	}),
	'guard PUT /api/v3/posts/queue/:id': row('>->> >>> >>> >-', {
		with: { id: 'queueId' }, body: () => ({ content: 'Another text that is long enough.' }),
	}),
	'guard POST /api/v3/topics/:tid/crossposts': row('>->> >>> >>> >-', {
		with: { tid: 'openTid' }, body: ({ otherCid }) => ({ cid: Number(otherCid) }),
	}),
	'guard PUT /api/v3/topics/:tid/tags': row('>->> >>> >>> >-', { with: { tid: 'openTid' }, body: () => ({ tags: ['sip'] }) }),
	'guard PATCH /api/v3/topics/:tid/tags': row('>->> >>> >>> >-', { with: { tid: 'openTid' }, body: () => ({ tags: ['rtp'] }) }),
	'guard DELETE /api/v3/topics/:tid/tags': row('>->> >>> >>> >-', { with: { tid: 'openTid' } }),
	'form /compose': row('>?>> >>> >>> >?', {
		body: ({ otherCid }) => ({ cid: otherCid, title: 'Calls drop after an update', content: 'After half an hour.' }),
	}),
};
