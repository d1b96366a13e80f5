import assert from 'node:assert/strict';
import { assertSound, describeInBrowser } from './stage';

describeInBrowser('reading the terms', (stage) => {
	it('shows the text, its history and what changed, to everybody', async () => {
		await stage().publish();
		const page = await stage().page(null);
		for (const path of ['/forum-terms', '/forum-terms/forum-1', '/forum-terms/forum-1/diff/forum-2', '/topic/2']) {
			await page.goto(path);
			await page.waitForLoadState('networkidle');
			await assertSound(page);
		}
		await page.goto('/forum-terms');
		await page.click('a[href*="/diff/"] >> nth=0');
		await page.waitForURL('**/diff/**');
		assert.ok(await page.isVisible('ins'));
		assert.ok(await page.isVisible('del'));
	});

	it('breaks no word of the history on a phone, whose longest are German', async () => {
		await stage().publish();
		const page = await stage().page(null, { viewport: { width: 375, height: 800 } });
		await page.goto('/forum-terms?lang=de');
		const broken = await page.locator('table tbody').first().evaluate((table) => {
			const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
			const found: string[] = [];
			while (texts.nextNode()) {
				const { currentNode: node } = texts;
				for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\d]+/gu)) {
					const range = document.createRange();
					range.setStart(node, index);
					range.setEnd(node, index + word.length);
					found.push(...new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? [word] : []);
				}
			}
			return found;
		});
		assert.deepEqual(broken, []);
		await assertSound(page);
	});

	it('unfolds an unchanged clause for those who come by its address, however they come', async () => {
		const page = await stage().page(null);
		const text = (words: string) => ({ 'en-GB': `## 2. Accepting\n\n${words}\n\n## 6. Ending\n\nThe same as ever.` });
		const [from, to] = [await stage().publish({ text: text('One.') }), await stage().publish({ text: text('Two.') })];
		const clause = '#clause-6';
		await page.goto(`/forum-terms/${from}/diff/${to}`);
		await page.waitForLoadState('networkidle');
		assert.equal(await page.isVisible(clause), false);
		// As after a page that came by script: the address changes, and the browser goes nowhere.
		await page.evaluate((hash) => {
			history.replaceState(null, '', hash);
			window.dispatchEvent(new HashChangeEvent('hashchange'));
		}, clause);
		assert.equal(await page.isVisible(clause), true);
		await page.goto('about:blank');
		await page.goto(`/forum-terms/${from}/diff/${to}${clause}`);
		await page.waitForSelector(`${clause} >> visible=true`);
	});

	it('links to a single clause', async () => {
		const page = await stage().page(null);
		await page.goto('/forum-terms/forum-1#clause-4-5');
		assert.equal(await page.evaluate(() => document.querySelector(':target')?.id), 'clause-4-5');
	});

	it('gives a member their receipts to copy', async () => {
		const page = await stage().page('moderator');
		if (page.url().includes('/accept')) {
			await page.check('#forum-terms-agree');
			await page.click('button[value="accept"]');
		}
		await page.goto('/me/forum-terms');
		await assertSound(page);
		await page.click('details summary >> nth=0');
		await page.click('[data-action="copy"] >> visible=true');
		await page.waitForSelector('.toast');
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		const checked = await (await stage().terms('moderator')).checkReceipt(JSON.parse(copied));
		assert.equal(checked.response.verdict, 'valid');
	});

	it('checks a receipt that somebody shows', async () => {
		const page = await stage().page(null);
		await page.goto('/forum-terms/check');
		await assertSound(page);
		await page.fill('#forum-terms-receipt', '{"not": "a receipt"}');
		await page.click('main button[type=submit]');
		await page.waitForSelector('[data-verdict="altered"]');
		await assertSound(page);
	});

	it('tells of a change that asks nobody, until it is dismissed', async () => {
		await stage().publish({ change: 'editorial', notice: 'banner', changelog: 'A comma moved.' });
		const guest = await stage().page(null);
		await guest.goto('/');
		await guest.waitForLoadState('networkidle');
		assert.equal(await guest.$('.forum-terms-banner'), null);
		const page = await stage().page('customer');
		await page.goto('/user/customer');
		await page.waitForSelector('#content .forum-terms-banner');
		assert.match(await page.textContent('.forum-terms-banner') ?? '', /A comma moved/);
		await assertSound(page);
		await page.click('.forum-terms-banner .btn-close');
		await page.reload();
		await page.waitForLoadState('networkidle');
		assert.equal(await page.$('.forum-terms-banner'), null);
	});
});
