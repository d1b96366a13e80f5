import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import { ask, eventually, makeCompanies, type Company } from '../driver/partner-ground';
import type { Visitor } from '../driver/visitor';

describe('suspension of a partner account (clause 4.12)', () => {
	let forum: Forum;
	let companies: Company[] = [];
	const heard = async (who: Visitor) => (await who.get('/api/notifications')).text;

	before(async () => {
		forum = await openForum();
		companies = await makeCompanies(forum);
	});
	after(() => forum.close());

	/** Those who are not told read the reason nowhere: by no address, on no page, in no file. */
	async function readsNothing({ id, owner, staff }: Company, why: string): Promise<void> {
		const base = '/api/v3/plugins/forum-terms';
		const pages = ['', '?tab=strikes', '?tab=people', '?tab=terms'].map(tab => `/forum-terms/partner${tab}`);
		for (const who of [owner, staff]) {
			for (const path of [
				...['', '/timeline', '/strikes', '/people'].map(part => `${base}/partners/${id}${part}`), `${base}/me`, `${base}/me/export`, ...pages,
			]) {
				assert.ok(!(await who.get(path)).text.includes(why), `${who.username} reads ${path}`);
			}
		}
		assert.ok((await ask(forum.admin, 'GET', `/partners/${id}/timeline`)).text.includes(why), 'staff read it');
	}

	it('tells owner and staff clause and reason, then and when it is lifted, and nobody else', async () => {
		const [{ id, owner, staff } = assert.fail(), other = assert.fail()] = companies;
		const [why, whyNot] = [`Invented praise ${unique()}`, `Mended all of it ${unique()}`];
		const path = `/admin/partners/${id}/suspension`;
		assert.equal((await ask(forum.admin, 'PUT', path, { clause: '4.12', reason: why })).status, 200);
		for (const who of [owner, staff]) {
			assert.ok(await eventually(async () => (await heard(who)).includes(why)), `${who.username} hears why`);
		}
		assert.equal((await ask(forum.admin, 'DELETE', path, { reason: whyNot })).status, 200);
		for (const who of [owner, staff]) {
			assert.ok(await eventually(async () => (await heard(who)).includes(whyNot)), `${who.username} hears of its end`);
		}
		assert.ok(!(await heard(other.owner)).includes(why));
	});

	it('tells nobody when the administrator says so', async () => {
		const { id, owner, staff } = companies[2] ?? assert.fail();
		const why = `Quiet reason ${unique()}`;
		const path = `/admin/partners/${id}/suspension`;
		assert.equal((await ask(forum.admin, 'PUT', path, { clause: '1', reason: why, notice: 'none' })).status, 200);
		await readsNothing(companies[2] ?? assert.fail(), why);
		await ask(forum.admin, 'DELETE', path, { reason: why });
		await readsNothing(companies[2] ?? assert.fail(), why);
		assert.deepEqual([(await heard(owner)).includes(why), (await heard(staff)).includes(why)], [false, false]);
	});
});
