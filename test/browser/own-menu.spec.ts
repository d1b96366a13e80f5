import assert from 'node:assert/strict';
import { assertSound, describeInBrowser, tabTo } from './stage';

describeInBrowser('the menu of the avatar', (stage) => {
	const avatar = '[component="header/avatar"]';
	const entries = '[component="header/usercontrol"] [data-forum-terms-pages]';

	it('leads whoever moderates to their pages by keyboard, and a member to their own alone', async () => {
		const page = await stage().page('moderator');
		await page.goto('/categories');
		await tabTo(page, avatar);
		await page.waitForSelector(entries, { state: 'attached' });
		await page.keyboard.press('Enter');
		await page.waitForSelector(`${entries} >> text=Restrictions`);
		assert.deepEqual(await page.locator(entries).allInnerTexts(),
			['All checklists', 'Restrictions', 'Waiting for a decision', 'My agreements']);
		await assertSound(page);
		await page.click(`${entries} >> text=Restrictions`);
		await page.waitForSelector('[data-role="restrictions"]');
		const customer = await stage().page('customer');
		await customer.goto('/categories');
		await customer.click(avatar);
		await customer.waitForSelector(entries);
		assert.deepEqual(await customer.locator(entries).allInnerTexts(), ['My agreements']);
	});
});
