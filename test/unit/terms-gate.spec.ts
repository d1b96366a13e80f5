import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isReachable, pageGate, safeReturnPath } from '../../lib/terms/acceptance/gate';
import { termsHooks } from '../../lib/terms/hooks';
import { called } from '../builders/handlers';
import { termsInMemory } from '../builders/terms';

async function gate() {
	const terms = await termsInMemory();
	await terms.publish();
	const judge = pageGate(terms.acceptance, terms.settings, terms.clock, terms.isExempt);
	return { ...terms, visit: (uid: number, path: string) => judge(uid, () => ({ path, returnTo: path })) };
}

describe('page gate (clause 2)', () => {
	it('leads a member who owes an acceptance to it and back again', async () => {
		const { visit } = await gate();
		assert.equal(await visit(7, '/topic/3/hello'), '/forum-terms/accept?next=%2Ftopic%2F3%2Fhello');
	});

	it('lets whoever accepted pass, and whoever declined read', async () => {
		const terms = await gate();
		await terms.accept(7, 'forum-1');
		await terms.decline(8, 'forum-1');
		assert.equal(await terms.visit(7, '/'), null);
		assert.equal(await terms.visit(8, '/'), null);
	});

	it('never stops an administrator, unless the forum decided otherwise', async () => {
		const terms = await gate();
		assert.equal(await terms.visit(1, '/'), null);
		terms.stored.exemptAdministrators = 'off';
		assert.notEqual(await terms.visit(1, '/'), null);
	});

	for (const path of [
		'/forum-terms', '/forum-terms/accept', '/forum-terms/forum-1/diff/forum-2', '/register/complete', '/login',
		'/logout', '/confirm/abc', '/reset/abc', '/user/bob/consent', '/user/bob/edit/email', '/user/bob/2factor',
		'/user/bob/forum-terms', '/admin', '/admin/plugins/forum-terms', '/assets/client.css', '/me/consent',
	]) {
		it(`leaves ${path} reachable, or two gates would send a member back and forth`, () => {
			assert.equal(isReachable(path, []), true);
		});
	}

	for (const path of ['/', '/topic/1', '/category/2/x', '/user/bob', '/forum-terms-fake', '/registered', '/user/bob/topics']) {
		it(`gates ${path}`, () => {
			assert.equal(isReachable(path, []), false);
		});
	}

	it('keeps paths reachable that the forum names, and never the whole forum by a lone slash', () => {
		assert.equal(isReachable('/support/contact', ['/support']), true);
		assert.equal(isReachable('/topic/1', ['/', 'topic', '']), false);
	});

	it('law: the way back stays inside the forum', () => {
		fc.assert(fc.property(fc.string(), (wanted) => {
			const url = new URL(safeReturnPath(wanted), 'https://forum.example');
			assert.equal(url.origin, 'https://forum.example');
		}));
		for (const evil of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example', '/a\nb']) {
			assert.equal(safeReturnPath(evil), '/');
		}
		assert.equal(safeReturnPath('/forum-terms/accept?next=/x'), '/');
		assert.equal(safeReturnPath('/topic/3?page=2#7'), '/topic/3?page=2#7');
	});
});

describe('page hook', () => {
	async function visit(request: object) {
		const terms = await gate();
		const res: { to?: string; headersSent?: boolean } = {};
		await called(termsHooks(terms, terms.host), terms.host, 'terms').page({ req: { uid: 7, method: 'GET', headers: {}, ...request }, res });
		return res.to;
	}

	it('reads the path of a page, of its ajaxify twin and of a mounted router alike', async () => {
		const to = '/forum-terms/accept?next=%2Ftopic%2F3';
		assert.equal(await visit({ path: '/topic/3', originalUrl: '/topic/3' }), to);
		assert.equal(await visit({ path: '/api/topic/3', originalUrl: '/api/topic/3?_=1690000000000' }), to);
		assert.equal(await visit({ baseUrl: '/topic', path: '/3', originalUrl: '/topic/3' }), to);
	});

	it('leaves guests, writes, the API and bearer tokens alone', async () => {
		assert.equal(await visit({ uid: 0, path: '/topic/3' }), undefined);
		assert.equal(await visit({ method: 'POST', path: '/topic/3' }), undefined);
		assert.equal(await visit({ baseUrl: '/api/v3/topics', path: '/3' }), undefined);
		assert.equal(await visit({ path: '/api/topic/3', headers: { authorization: 'Bearer x' } }), undefined);
	});

	it('lets the page through when the plugin itself fails', async () => {
		const terms = await gate();
		const broken = { ...terms, acceptance: { ...terms.acceptance, debts: () => Promise.reject(new Error('gone')) } };
		const res = {};
		await called(termsHooks(broken, terms.host), terms.host, 'terms').page({ req: { uid: 7, method: 'GET', path: '/topic/3' }, res });
		assert.deepEqual(res, {});
		assert.deepEqual(terms.errors, [{ slice: 'terms', event: 'page' }]);
	});
});
