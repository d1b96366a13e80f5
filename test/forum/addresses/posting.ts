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
	'guard POST /api/v3/topics/:tid/thumbs': row('>->> >>> >>> >-', { with: { tid: 'openTid' } }),
	'guard PUT /api/v3/topics/:tid/move': row('>>>> >>> >>> >>', {
		with: { tid: 'openTid' }, body: ({ otherCid }) => ({ cid: Number(otherCid) }),
	}),
	'guard POST /api/v3/chats': row('>->> >>> >>> >-', { body: ({ adminUid }) => ({ uids: [Number(adminUid)] }) }),
	'guard PUT /api/v3/chats/:roomId': row('>->> >>> >>> >-', { body: () => ({ name: 'Another name' }) }),
	'guard POST /api/v3/chats/:roomId/users': row('>->> >>> >>> >-', {
		body: ({ adminUid }) => ({ uids: [Number(adminUid)] }),
	}),
	'guard PUT /api/v3/chats/:roomId/messages/:mid': row('>->> >>> >>> >-', { body: () => ({ message: 'Hello again.' }) }),
	'guard POST /api/v3/groups': row('>->> >>> >>> >-', { body: () => ({ name: 'A group of mine', description: 'Us.' }) }),
	'guard PUT /api/v3/groups/:slug': row('>->> >>> >>> >-', {
		with: { slug: 'groupSlug' }, body: () => ({ description: 'All of us.' }),
	}),
	'guard POST /api/v3/flags': row('>->> >>> >>> >-', {
		// Not the post with the strike: who reported that does not decide about it.
		body: ({ openPid }) => ({ type: 'post', id: Number(openPid), reason: 'Have a look at this, please.' }),
	}),
	'guard POST /api/post/upload': row('>>>> >>> >>> >-'),
	'guard POST /api/topic/thumb/upload': row('>>>> >>> >>> >-'),
	'guard POST /api/user/:userslug/uploadpicture': row('>->> >>> >>> >-'),
	'form /compose': row('>?>> >>> >>> >?', {
		body: ({ otherCid }) => ({ cid: otherCid, title: 'Calls drop after an update', content: 'After half an hour.' }),
	}),
};
