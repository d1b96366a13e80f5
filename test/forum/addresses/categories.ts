import { row, type Rows } from './row';

const adminOnly = '---- --- --+ --';

const everybody = ['everybody'];
const place = {
	key: 'at-plan', name: { 'en-GB': 'A plan' }, read: everybody, topics: ['users'], replies: ['users'], postQueue: false,
};

/** The structure of the forum (clause 5). */
export const categoryRows: Rows = {
	'POST /admin/categories/plan': row(adminOnly, {
		body: () => ({ blueprint: { blueprint: 1, categories: [place] } }),
	}),
	'POST /admin/categories/apply': row('---- --- --! --', {
		body: () => ({ plan: 'no-such-plan' }), stopped: ['blueprint-plan-unknown'],
	}),
	'GET /admin/categories/run': row(adminOnly),
	'GET /admin/categories/drift': row(adminOnly),
	'GET /admin/categories/rules': row(adminOnly),
	'PUT /admin/categories/rules/:cid': row(adminOnly, { body: () => ({ rules: { 'en-GB': 'One question per topic.' } }) }),
	'GET /admin/categories/blueprint': row(adminOnly),
	'file /admin/categories/blueprint.yaml': row(adminOnly),
	'file /admin/categories/preset.yaml': row(adminOnly),
	'POST /admin/categories/undo': row(adminOnly),
};
