import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertSound, describeInBrowser, tabTo } from './stage';

const claim = async (page: Page, key: string) => {
	await page.fill('#licence-key', key);
	await page.press('#licence-key', 'Enter');
};
const rows = '[data-role="licences"] [data-licence]';

describeInBrowser('licences', (stage) => {
	it('are claimed with the keyboard, listed by their last four characters and taken back', async () => {
		const page = await stage().page('customer');
		await page.goto('/user/customer/licences');
		await tabTo(page, '#licence-key');
		await page.keyboard.type('ab12 cd34 ef56 gh78');
		await page.keyboard.press('Enter');
		await page.waitForSelector(rows);
		const text = await page.textContent('main') ?? '';
		assert.match(text, /GH78/);
		assert.doesNotMatch(text, /EF56/i);
		assert.equal(await page.inputValue('#licence-key'), '');
		await assertSound(page);
		await page.click(`${rows} [data-role="withdraw"] button`);
		await page.click('.modal.show .btn-primary');
		await page.waitForSelector('[data-role="none"]');
	});

	it('say at the field what is wrong, and leave what was typed', async () => {
		const page = await stage().page('customer');
		await page.goto('/user/customer/licences');
		await claim(page, 'AB12-CD34');
		await page.waitForFunction(() => (document.getElementById('licence-key-problem')?.textContent ?? '') !== '');
		assert.match(await page.textContent('#licence-key-problem') ?? '', /A key looks like this: XXXX-XXXX-XXXX-XXXX/);
		assert.deepEqual(await page.evaluate(() => [document.activeElement?.id,
			document.activeElement?.getAttribute('aria-invalid')]), ['licence-key', 'true']);
		assert.equal(await page.inputValue('#licence-key'), 'AB12-CD34');
		await assertSound(page);
	});

	it('are claimed and taken back without script', async () => {
		const page = await stage().page('staff2', { javaScriptEnabled: false });
		await page.goto('/user/staff2/licences');
		await claim(page, 'ZZ12-CD34-EF56-NO0S');
		await page.waitForSelector(rows);
		assert.match(await page.textContent('[role="status"]') ?? '', /waiting for verification/);
		await page.click(`${rows} [data-role="withdraw"] button`);
		await page.waitForSelector('[data-role="none"]');
	});

	it('are verified or refused by staff with a reason, those that are claimed twice first', async () => {
		for (const [who, key] of [
			['customer', 'AA11-BB22-CC33-ONE1'], ['staff1', 'AA11-BB22-CC33-TWO2'], ['owner', 'AA11-BB22-CC33-TWO2'],
		] as const) {
			await (await stage().terms(who)).call('POST', '/me/licences', { key });
		}
		const page = await stage().page('admin');
		await page.goto('/admin/plugins/forum-terms');
		await page.waitForSelector('[data-document][data-ready]');
		await page.click('#tab-customers');
		await page.waitForSelector(rows);
		const listed = await page.locator(`${rows} [data-field="who"]`).allTextContents();
		assert.deepEqual(listed, ['staff1', 'owner', 'customer']);
		assert.match(await page.textContent(`${rows} [data-field="double"]`) ?? '', /owner \(waiting\)/);
		await page.click(`${rows} [data-action="decide"]`);
		assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'reason');
		await assertSound(page);
		await page.keyboard.press('Enter');
		await page.waitForSelector(`${rows} .invalid-feedback`);
		await page.keyboard.type('The invoice names him.');
		await page.keyboard.press('Enter');
		await page.waitForFunction(() => document.querySelectorAll('[data-role="licence-list"] > li').length === 2);
		await page.click(`${rows} >> nth=0 >> [data-action="decide"]`);
		await page.fill(`${rows} >> nth=0 >> [name="reason"]`, 'The key is registered to somebody else.');
		await page.click(`${rows} >> nth=0 >> button[value="refuse"]`);
		await page.waitForFunction(() => document.querySelectorAll('[data-role="licence-list"] > li').length === 1);
		await page.selectOption('#licence-state', 'verified');
		await page.waitForSelector(`${rows} >> text=The invoice names him.`);
		assert.deepEqual(await page.locator(`${rows} [data-field="who"]`).allTextContents(), ['staff1']);
	});

	it('have a secret that goes in and never comes out: set, replaced, removed', async () => {
		const secret = 'a secret of a browser, nobody shows it';
		const page = await stage().page('admin');
		await page.goto('/admin/plugins/forum-terms');
		await page.waitForSelector('[data-document][data-ready]');
		await page.click('#tab-customers');
		const says = (text: string) => page.waitForSelector(`[data-role="secret-state"] >> text=${text}`);
		await says('No secret is set');
		await page.fill('#licence-secret', 'too short');
		await page.press('#licence-secret', 'Enter');
		await page.waitForSelector('#licence-secret-problem');
		assert.equal(await page.inputValue('#licence-secret'), 'too short');
		await page.fill('#licence-secret', secret);
		await page.press('#licence-secret', 'Enter');
		await says('Secret set on');
		await assertSound(page);
		await page.reload();
		await page.waitForSelector('[data-document][data-ready]');
		await page.click('#tab-customers');
		await says('Secret set on');
		assert.ok(!(await page.content()).includes(secret));
		assert.equal(await page.inputValue('#licence-secret'), '');
		await page.click('[data-action="remove-secret"]');
		await page.click('.modal.show .btn-primary');
		await says('No secret is set');
	});
});
