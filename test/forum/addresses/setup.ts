import { row, type Rows } from './row';

const adminOnly = '---- --- --+ --';

/** What is left to do before the terms hold here (clause 2). */
export const setupRows: Rows = {
	'PUT /admin/setup': row(adminOnly, { body: () => ({ isShown: true }) }),
	'PUT /admin/setup/aside': row(adminOnly, { body: () => ({ step: 'partners', isAside: false }) }),
	'POST /admin/setup/navigation': row(adminOnly),
	'GET /me/pages': row('-+++ +++ +++ -+'),
};
