import { row, rowsWith, type Ids, type Rows } from './row';

const decision = ({ spareUid, otherCid }: Ids) => ({
	uid: Number(spareUid), scope: { categories: [Number(otherCid)] }, clause: '4.1', reason: 'An advertisement.', notice: 'none',
});

/**
 * Ending access and giving it back (clause 6). The record that rows name ends all writing, which global moderators may
 * not do by core's own rights: they may ban, and mute nobody.
 */
export const accessRows: Rows = rowsWith({ id: 'restriction' }, {
	'POST /admin/restrictions/plan': row('---- --- !++ --', { body: decision, stopped: ['restriction-place'] }),
	'POST /admin/restrictions': row('---- --- !+! --', { body: decision, stopped: ['restriction-place', 'restriction-exists'] }),
	'GET /admin/restrictions': row('---- --- +++ --'),
	'GET /admin/restrictions/:id': row('---- --- ==+ --'),
	'PUT /admin/restrictions/:id/cause': row('---- --- ==! --', {
		body: () => ({ clause: '4.2', reason: 'An advertisement.' }), stopped: ['restriction-cause-said'],
	}),
	'PUT /admin/restrictions/:id/end': row('---- --- ==! --', {
		body: () => ({ until: 1, reason: 'Long enough.' }), stopped: ['restriction-times'],
	}),
	'PUT /admin/restrictions/:id/appeal': row('---- --- ==! --', {
		body: () => ({ decision: 'declined', answer: 'It was an advertisement.' }), stopped: ['appeal-none'],
	}),
	'DELETE /admin/restrictions/:id': row('---- --- +!! --', {
		with: { id: 'spareRestriction' }, body: () => ({ reason: 'A mistake.' }), stopped: ['restriction-over'],
	}),
	'GET /access/:code': row('++++ +++ +++ ++'),
	'POST /access/:code/appeal': row('==== === === ==', {
		with: { code: 'noCode' }, body: () => ({ text: 'I have not written that.' }),
	}),
	'file /access/:code/export': row('++++ +++ +++ ++'),
	'page /forum-terms/access/:code': row('++++ +++ +++ ++'),
	'page /forum-terms/restrictions': row('---- --- +++ --'),
	'page /user/:userslug/forum-terms-access/:uid': row('-?++ +++ +++ -+', { with: { uid: 'memberUid' } }),
});
