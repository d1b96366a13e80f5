import assert from 'node:assert/strict';
import { assertAccessible, assertFits, describeInBrowser, tabTo, widths } from './stage';

for (const [device, width] of widths) {
	describeInBrowser(`checklist before posting, on the ${device}`, (stage) => {
		it('is chosen for a category in the ACP', async () => {
			const page = await stage().page('admin', width);
			await page.goto('/admin/plugins/forum-terms');
			await page.waitForSelector('[data-document][data-ready]');
			await page.click('#tab-checklists');
			await page.waitForSelector('select[data-cid="3"]');
			await page.fill('#checklist-latest', 'V20 Update 9');
			await page.selectOption('select[data-cid="3"]', 'app');
			await page.click('form[data-role="checklist-places"] button[type=submit]');
			await page.waitForSelector('.toast[data-kind="success"]');
			await assertAccessible(page);
			await assertFits(page);
			await page.fill('#checklist-items', '[{"key": "Not a key"}]');
			await page.click('form[data-role="checklist-profile"] button[type=submit]');
			await page.waitForSelector('[data-role="checklist-problem"]:not(.d-none)');
			assert.match(await page.textContent('[data-role="checklist-problem"]') ?? '', /items\.0/);
		});

		it('says what is missing, takes the answers with the keyboard, and shows them below the topic', async () => {
			const page = await stage().page('customer', width);
			await page.goto('/category/3');
			await page.click('[component="category/post"]');
			await page.fill('#composer-title', 'Calls drop on the phone app');
			await page.fill('#composer-content', 'The app loses its calls when the screen goes dark.');
			await page.click('[component="composer"] button[type=submit]');
			await page.waitForSelector('dialog.forum-terms-gate[open] .forum-terms-checklist');
			await assertAccessible(page);
			await assertFits(page);

			await tabTo(page, '.forum-terms-gate .btn-primary');
			await page.keyboard.press('Enter');
			await page.waitForSelector('.forum-terms-checklist .alert:not(.d-none)');
			await assertAccessible(page);
			assert.equal(await page.inputValue('#composer-content'), 'The app loses its calls when the screen goes dark.');

			await page.selectOption('#forum-terms-item-client', 'android');
			await page.fill('#forum-terms-item-latest-version', 'V20 Update 9');
			for (const key of ['description', 'no-confidential', 'terms-understood']) {
				await tabTo(page, `#forum-terms-item-${key}`);
				await page.keyboard.press('Space');
			}
			await page.fill('#forum-terms-item-latest-version', 'V20 Update 8');
			await tabTo(page, '.forum-terms-gate .btn-primary');
			await page.keyboard.press('Enter');
			await page.waitForSelector('.toast[data-kind="danger"] >> text=Version and update of your system');
			await page.waitForSelector('dialog.forum-terms-gate', { state: 'detached' });
			await page.click('[component="composer"] button[type=submit]');
			await page.waitForSelector('dialog.forum-terms-gate[open]');
			assert.equal(await page.isChecked('#forum-terms-item-description'), true);
			await page.fill('#forum-terms-item-latest-version', 'V20 Update 9');
			await tabTo(page, '.forum-terms-gate .btn-primary');
			await page.keyboard.press('Enter');
			await page.waitForURL('**/topic/**');
			await page.waitForSelector('.forum-terms-answers');
			await page.click('.forum-terms-answers summary');
			assert.match(await page.textContent('.forum-terms-answers') ?? '', /Android/);
			await assertAccessible(page);
			await assertFits(page);
		});

		it('remembers what stays the same, and asks the rest again', async () => {
			const page = await stage().page('customer', width);
			await page.goto('/category/3');
			await page.evaluate(() => localStorage.setItem('forum-terms:checklist:app',
				JSON.stringify({ client: 'ios', 'latest-version': 'V20 Update 9' })));
			await page.click('[component="category/post"]');
			await page.fill('#composer-title', 'Another one');
			await page.click('[component="composer"] button[type=submit]');
			await page.waitForSelector('dialog.forum-terms-gate[open] .forum-terms-checklist');
			assert.equal(await page.inputValue('#forum-terms-item-client'), 'ios');
			assert.equal(await page.isChecked('#forum-terms-item-description'), false);
			await page.check('#forum-terms-item-description');
			await page.keyboard.press('Escape');
			assert.equal(await page.inputValue('#composer-title'), 'Another one');
			await page.click('[component="composer"] button[type=submit]');
			await page.waitForSelector('dialog.forum-terms-gate[open] .forum-terms-checklist');
			assert.equal(await page.isChecked('#forum-terms-item-description'), true);
		});
	});
}
