import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertSound, describeInBrowser } from './stage';

const here = '.forum-terms-rules-here details';
const above = '[component="composer"] details.forum-terms-rules';

describeInBrowser('the rules of a category', (stage) => {
	before(async () => {
		const admin = await stage().terms('admin');
		const rules = { 'en-GB': 'Name the **model**.\n\n- never post a password', de: 'Nenne das Modell.' };
		assert.equal((await admin.call('PUT', '/admin/categories/rules/3', { rules })).status, 200);
	});

	const isOpen = (page: Page, selector: string) =>
		page.locator(selector).evaluate(box => (box as HTMLDetailsElement).open);

	it('stand above the topics and above the composer, until the text is written', async () => {
		const page = await stage().page('customer');
		await page.goto('/category/3');
		await page.waitForSelector(`${here} strong`);
		assert.equal(await isOpen(page, here), true);
		await assertSound(page);
		await page.click('[component="category/post"]');
		await page.waitForSelector(`${above} li`);
		assert.equal(await isOpen(page, above), true);
		await assertSound(page);
		await page.focus('#composer-content');
		await page.waitForSelector(`${above}:not([open])`);
		assert.equal(await page.locator(above).count(), 1);
		await page.selectOption('#composer-category', '4');
		await page.waitForSelector(above, { state: 'detached' });
	});

	it('are one line on a phone and above a reply, to unfold', async () => {
		const phone = await stage().page('customer', { viewport: { width: 390, height: 800 } });
		await phone.goto('/category/3');
		await phone.waitForSelector(here);
		assert.equal(await isOpen(phone, here), false);
		await phone.click(`${here} summary`);
		await phone.waitForSelector(`${here}[open] li`);
		await phone.click('[component="category/post"]');
		await phone.waitForSelector(above);
		assert.equal(await isOpen(phone, above), false);
		await assertSound(phone);

		const page = await stage().page('customer');
		const { response } = await (await stage().visitor('customer')).send('POST', '/api/v3/topics', {
			cid: 3, title: 'A handset among trunks', content: 'A text that is long enough to be taken.',
		});
		await page.goto(`/topic/${String(response.tid)}`);
		await page.click('[component="topic/reply"]');
		await page.waitForSelector(above);
		assert.equal(await isOpen(page, above), false);
	});

	it('are written in the ACP, per language, and count at once', async () => {
		const page = await stage().page('admin');
		await page.goto('/admin/plugins/forum-terms#categories');
		await page.waitForSelector('[data-role="category-rules"][data-loaded]');
		await page.selectOption('#category-rules-category', '3');
		const english = page.locator('[data-role="category-rules"] [data-path="rules.en-GB"]');
		assert.match(await english.inputValue(), /^Name the \*\*model/);
		await page.fill('#category-rules-language', 'English');
		await page.click('[data-action="add-rules-language"]');
		await page.waitForSelector('#category-rules-language.is-invalid');
		await page.fill('#category-rules-language', 'fr');
		await page.click('[data-action="add-rules-language"]');
		await page.locator('[data-path="rules.fr"]').fill('Nommez le modèle.');
		await english.fill('Name model and firmware.');
		await assertSound(page);
		await page.click('[data-role="category-rules"] button[type=submit]');
		const reader = await stage().visitor('customer');
		await page.waitForSelector('text=Rules saved.');
		assert.equal((await reader.get('/api/category/3')).json.forumTermsRules, '<p>Name model and firmware.</p>\n');
		await page.reload();
		await page.waitForSelector('[data-role="category-rules"][data-loaded]');
		await page.selectOption('#category-rules-category', '3');
		assert.equal(await page.locator('[data-path="rules.fr"]').inputValue(), 'Nommez le modèle.');
	});
});
