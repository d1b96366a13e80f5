import assert from 'node:assert/strict';
import { openForum, type Forum } from '../driver/forum';
import { termsClient } from '../driver/terms-client';
import { Visitor, type Answer } from '../driver/visitor';

type Access = 'anyone' | 'member' | 'administrator';

/** Every route of the plugin with who may use it; a route without a row fails the last test. */
const routes: readonly [method: string, path: string, access: Access, body?: object][] = [
	['GET', '/posting', 'member'],
	['POST', '/posting/check', 'member', { content: 'x' }],
	['GET', '/terms', 'anyone'],
	['GET', '/terms/:version', 'anyone'],
	['GET', '/terms/:version/diff/:other', 'anyone'],
	['POST', '/terms/:version/acceptance', 'member', { language: 'en-GB' }],
	['POST', '/terms/:version/refusal', 'member', {}],
	['POST', '/receipts/check', 'anyone', { receipt: {} }],
	['GET', '/me', 'member'],
	['GET', '/receipts/:record', 'member'],
	['GET', '/keys', 'anyone'],
	['GET', '/me/export', 'member'],
	['GET', '/posts/:pid/stamps', 'anyone'],
	['GET', '/admin/members/:uid/records', 'administrator'],
	['GET', '/admin/checklists', 'administrator'],
	['PUT', '/admin/checklists/spec', 'administrator', {}],
	['POST', '/admin/checklists/import', 'administrator', { text: 'body: []' }],
	['GET', '/admin/checklists/full/file.yaml', 'administrator'],
	['GET', '/admin/checklists/full/file.json', 'administrator'],
	['PUT', '/admin/checklist-places', 'administrator', {}],
	['POST', '/admin/announcements', 'administrator', {}],
	['GET', '/admin/terms', 'administrator'],
	['POST', '/admin/terms', 'administrator', {}],
	['PUT', '/admin/terms/:document', 'administrator', {}],
	['PUT', '/admin/terms/:document/rollout', 'administrator', {}],
	['GET', '/admin/terms/:document/forecast', 'administrator'],
	['GET', '/admin/terms/:document/members.csv', 'administrator'],
	['GET', '/admin/terms/:document/members.json', 'administrator'],
	['POST', '/admin/members/:uid/acceptance', 'administrator', {}],
	['POST', '/admin/members/:uid/recall', 'administrator', {}],
	['POST', '/admin/keys/rotate', 'administrator', {}],
	['GET', '/admin/ledger', 'administrator'],
	['POST', '/admin/ledger/seal', 'administrator', {}],
	['POST', '/admin/ledger/verify', 'administrator', {}],
	['GET', '/admin/terms/:document/draft', 'administrator'],
	['PUT', '/admin/terms/:document/draft', 'administrator', {}],
	['DELETE', '/admin/terms/:document/draft', 'administrator'],
	['POST', '/admin/terms/:document/preview', 'administrator', { markdown: 'x' }],
	['GET', '/admin/terms/:document/draft/diff', 'administrator'],
	['POST', '/admin/terms/:document/publish', 'administrator', {}],
	['GET', '/admin/terms/:document/members', 'administrator'],
];

describe('permissions, asked of the server for every route', () => {
	let forum: Forum;
	let people: Record<'guest' | 'member' | 'token' | 'administrator', Visitor>;
	let version: string;
	before(async () => {
		forum = await openForum();
		const member = await forum.member();
		people = {
			guest: forum.guest(), member, token: await forum.withToken(member), administrator: forum.admin,
		};
		version = await forum.admin.inForce();
	});
	after(() => forum.close());

	const call = (who: Visitor, method: string, path: string, body?: object): Promise<Answer> => {
		const filled = path.replace(':version', version).replace(':other', version).replace(':document', 'forum')
			.replace(':pid', '1').replace(':record', '999999').replace(':uid', '1');
		return termsClient(who).call(method, filled, body);
	};

	for (const [method, path, access, body] of routes) {
		it(`${method} ${path} is for ${access}`, async () => {
			for (const [role, who] of Object.entries(people)) {
				const { status } = await call(who, method, path, body);
				const isMember = role !== 'guest';
				const isAllowed = access === 'anyone' || (access === 'member' && isMember) || role === 'administrator';
				if (isAllowed) {
					assert.ok(status !== 401 && status !== 403, `${role}: ${status}`);
				} else {
					assert.equal(status, isMember ? 403 : 401, role);
				}
			}
		});
	}

	it('wants a CSRF token for every write of a session', async () => {
		for (const [method, path, , body] of routes.filter(([verb]) => verb !== 'GET')) {
			const filled = path.replace(':version', version).replace(':document', 'forum');
			const answer = await people.administrator.request(method, `/api/v3/plugins/forum-terms${filled}`,
				JSON.stringify(body ?? {}), { 'content-type': 'application/json' });
			assert.equal(answer.status, 403, `${method} ${path}: ${answer.status}`);
		}
	});

	it('shows a member\'s agreements to himself and to administrators only', async () => {
		const [one, other] = [await forum.member(), await forum.member()];
		const path = `/user/${one.username}/forum-terms`;
		assert.equal((await one.get(path)).status, 200);
		assert.equal((await forum.admin.get(path)).status, 200);
		assert.ok([403, 404].includes((await other.get(path)).status));
		assert.ok([302, 307, 403].includes((await forum.guest().get(path)).status));
	});

	it('shows the ACP page to administrators only', async () => {
		const member = await forum.member();
		assert.equal((await forum.admin.get('/admin/plugins/forum-terms')).status, 200);
		assert.equal((await member.get('/admin/plugins/forum-terms')).status, 403);
	});
});
