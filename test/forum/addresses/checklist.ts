import { row, type Ids, type Rows } from './row';

const adminOnly = '---- --- --+ --';
const members = '-+++ +++ +++ -+';
const moderators = '---- --- +++ --';
const search = () => 'item=hosting&value=cloud';
const profile = () => ({ items: [{ key: 'done', kind: 'confirm', prompt: { 'en-GB': 'Done' } }] });

/** Checklists, what was answered, and what they are worth (clause 3). `tid` is a topic that owes an item. */
export const checklistRows: Rows = {
	'GET /topics/:tid/checklist': row('++++ +++ +++ ++'),
	'POST /topics/:tid/checklist': row('--++ --- --- --', { body: () => ({ answers: { capture: true } }) }),
	'GET /posting/similar': row(members, { query: ({ cid }) => `cid=${cid}&title=calls` }),
	'POST /checklist/visits': row(members, { body: ({ cid }) => ({ cid: Number(cid) }) }),
	'PUT /checklist/visits/:visit': row('-=++ === === -=', { body: () => ({ opened: [1] }) }),
	'GET /checklist/waivers': row('---- --- -++ --'),
	'POST /checklist/waivers': row('---- --- !!! --', {
		body: ({ tid }) => ({ tid: Number(tid), item: 'no-such-item', reason: 'Not needed here.' }),
		stopped: ['checklist-item-unknown'],
	}),
	'DELETE /checklist/waivers': row('---- --- !!! --', {
		body: ({ tid }) => ({ tid: Number(tid), item: 'no-such-item', reason: 'Needed after all.' }),
		stopped: ['checklist-item-unknown'],
	}),
	'GET /checklist/evidence': row(moderators, { query: search }),
	'GET /checklist/evidence/values': row(moderators, { query: () => 'item=hosting' }),
	'GET /checklist/owed': row(moderators),
	'file /checklist/evidence.csv': row(moderators, { query: search }),
	'file /checklist/evidence.json': row(moderators, { query: search }),
	'page /forum-terms/checklists': row(moderators),
	'DELETE /me/checklist-memory': row(members),
	'GET /admin/checklists': row(adminOnly),
	'PUT /admin/checklists/:profile': row(adminOnly, { body: profile }),
	'GET /admin/checklists/:profile/effect': row(adminOnly),
	'file /admin/checklists/:profile/file.yaml': row(adminOnly),
	'file /admin/checklists/:profile/file.json': row(adminOnly),
	'POST /admin/checklists/import': row(adminOnly, {
		body: () => ({ text: 'name: Ask\ndescription: Ask\nbody:\n  - type: input\n    id: a\n    attributes:\n      label: A\n' }),
	}),
	'DELETE /admin/checklists/:profile': row(adminOnly),
	'POST /admin/checklist-places/forecast': row(adminOnly, { body: () => ({ topics: {} }) }),
	'PUT /admin/checklist-places': row(adminOnly, {
		body: ({ cid, strictCid }: Ids) => ({ topics: { [cid ?? '']: 'ev-plain', [strictCid ?? '']: 'ev-more' } }),
	}),
	'PUT /admin/checklist-knowledge': row(adminOnly, { body: () => ({ vagueWords: ['help'] }) }),
};
