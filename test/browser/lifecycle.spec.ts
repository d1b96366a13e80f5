import assert from 'node:assert/strict';
import { assertSound, describeInBrowser } from './stage';

describeInBrowser('terms over time', (stage) => {
	it('tells of a change that there is still time to accept, and stops nobody', async () => {
		await stage().publish({ graceDays: 3 });
		const page = await stage().page('customer');
		await page.goto('/topic/2');
		await page.waitForSelector('.forum-terms-banner');
		assert.match(await page.textContent('.forum-terms-banner') ?? '', /accept it by/);
		await assertSound(page);
		await page.fill('#quick-reply', 'Written within the days of grace.');
		await page.click('[component="topic/quickreply/button"]');
		await page.waitForSelector('[component="post/content"] >> text=Written within the days of grace.');
		await page.click('.forum-terms-banner .alert-link');
		await page.waitForURL('**/forum-terms/accept**');
		assert.match(await page.textContent('main') ?? '', /You can post without accepting it until/);
		await assertSound(page);
	});

	it('has a sheet for each agreement', async () => {
		const page = await stage().page('customer');
		await page.goto('/me/forum-terms');
		await page.click('[data-role="records"] >> text=Receipt >> nth=0');
		await page.waitForSelector('dl');
		await assertSound(page);
		assert.match(await page.textContent('pre') ?? '', /"iso27560"/);
	});

	it('shows right-to-left text from right to left', async () => {
		const version = await stage().publish({ text: { he: '## 2. הסכמה\n\nמי שכותב מסכים.' } });
		const page = await stage().page(null);
		await page.goto(`/forum-terms/${version}`);
		const direction = await page.evaluate(() => {
			const body = document.querySelector('.forum-terms-body');
			return body ? getComputedStyle(body).direction : '';
		});
		assert.equal(direction, 'rtl');
		assert.match(await page.textContent('main') ?? '', /not available in your language/);
		await assertSound(page);
	});

	it('previews a draft as member and guest, in each language', async () => {
		const page = await stage().page('admin');
		await (await stage().terms('admin')).saveDraft({
			text: { 'en-GB': '## 2. English words', de: '## 2. Deutsche Worte' }, change: 'significant', notice: 're-accept',
			changelog: 'Both.',
		});
		await page.goto('/forum-terms/preview/forum');
		await assertSound(page);
		await page.click('text=Guest registering');
		await page.click('nav >> text=de');
		await page.waitForSelector('text=Deutsche Worte');
		assert.equal(await page.isDisabled('#preview-agree'), true);
	});

	it('draws decisions by day, with the same numbers in a table', async () => {
		const page = await stage().page('admin');
		await page.goto('/admin/plugins/forum-terms#members');
		await page.waitForSelector('[data-document][data-ready]');
		await page.waitForFunction(() => {
			const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-role="decisions"]');
			const pixels = canvas && canvas.width > 0 ?
				canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data : undefined;
			return pixels?.some(value => value > 0) ?? false;
		});
		await page.click('text=As a table');
		assert.match(await page.textContent('details table') ?? '', /20\d\d-\d\d-\d\d/);
		await assertSound(page);
	});
});
