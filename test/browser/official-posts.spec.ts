import assert from 'node:assert/strict';
import { assertSound, describeInBrowser } from './stage';

describeInBrowser('official posts', (stage) => {
	it('of partners and the forum\'s staff are marked and framed on every side, unlike a quotation', async () => {
		const visitor = async (name: string) => stage().visitor(name);
		const uidOf = async (name: string) => Number((await (await visitor(name)).get('/api/self')).json.uid);
		const saved = await (await stage().terms('admin')).call('PUT', '/admin/partners/acme', {
			company: 'Acme Telecom', level: 'Gold', owners: [await uidOf('owner')],
			staff: [{ uid: await uidOf('staff1'), role: 'support' }],
		});
		assert.equal(saved.status, 200, saved.text);
		const { response } = await (await visitor('customer')).send('POST', '/api/v3/topics', {
			cid: 3, title: 'Phones restart at night', content: 'Since the last update they restart at midnight.',
		});
		for (const name of ['staff1', 'moderator']) {
			const made = await (await visitor(name)).send('POST', `/api/v3/topics/${String(response.tid)}`, {
				content: `${name} has an answer to that, which helps.`,
			});
			assert.equal(made.status, 200, made.text);
		}
		const page = await stage().page(null);
		await page.goto(`/topic/${String(response.slug)}`);
		await page.waitForSelector('.forum-terms-staff >> text=Forum staff');
		await page.waitForSelector('.forum-terms-partner >> text=Acme Telecom');
		const looks = await page.locator('[component="post"]').evaluateAll(posts => posts.map((post) => {
			const content = post.querySelector('[component="post/content"]') as Element;
			const { borderTopWidth, borderRightWidth, borderLeftWidth } = getComputedStyle(content);
			const marks = post.querySelectorAll('.forum-terms-staff, .forum-terms-partner').length;
			return [marks, borderTopWidth, borderRightWidth, borderLeftWidth];
		}));
		assert.deepEqual(looks, [[0, '0px', '0px', '0px'], [1, '1px', '1px', '1px'], [1, '1px', '1px', '1px']]);
		await assertSound(page);
	});
});
