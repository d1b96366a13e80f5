import assert from 'node:assert/strict';
import { assertSound, describeInBrowser } from './stage';

describeInBrowser('where topics of a category went', (stage) => {
	it('stands below its list, with links to the topic and to the place where it is now', async () => {
		const [customer, moderator] = [await stage().visitor('customer'), await stage().visitor('admin')];
		const title = 'A trunk among the phones';
		const { tid } = (await customer.send('POST', '/api/v3/topics', {
			cid: 4, title, content: 'A text that is long enough to be taken.',
		})).response;
		assert.equal((await moderator.send('PUT', `/api/v3/topics/${String(tid)}/move`, { cid: 3 })).status, 200);
		const page = await stage().page(null);
		await page.goto('/category/4');
		await page.waitForSelector('.forum-terms-moved li');
		assert.match(await page.locator('.forum-terms-moved li').first().innerText(), new RegExp(`^${title} is now in `));
		await assertSound(page);
		await page.click('.forum-terms-moved li a >> nth=0');
		await page.waitForURL(/\/topic\//);
		assert.equal(await page.locator('h1').innerText(), title);
	});
});
