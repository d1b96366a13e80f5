import { row, type Rows } from './row';

const adminOnly = '---- --- --+ --';

/** What is left to do before the terms hold here (clause 2). */
export const setupRows: Rows = {
	'PUT /admin/setup': row(adminOnly, { body: () => ({ isShown: true }) }),
	'POST /admin/setup/navigation': row(adminOnly),
	'GET /me/pages': row('-+++ +++ +++ -+'),
};
