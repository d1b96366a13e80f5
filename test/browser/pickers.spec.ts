import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertSound, describeInBrowser } from './stage';

describeInBrowser('groups and categories in the ACP', (stage) => {
	const stored = async () => ((await (await stage().terms('admin')).call('GET', '/admin/terms')).response
		.documents as { id: string; groups: string[]; cids: number[]; renewal: string }[]).find(({ id }) => id === 'forum');
	async function opened(page: Page): Promise<void> {
		await page.goto('/admin/plugins/forum-terms?document=forum');
		await page.click('[data-ready] #tab-terms');
		await page.click('#tab-document');
		await page.waitForSelector('#document-groups');
	}
	const badges = (page: Page, name: string) => page.locator(`[name="${name}"] + ul [data-value]`)
		.evaluateAll(all => all.map(one => one.textContent));
	const save = '[data-role="document-settings"] button[type=submit]';

	it('are found by name, shown by name, and taken out again', async () => {
		const page = await stage().page('admin');
		await opened(page);
		await page.locator('#document-groups').pressSequentially('global');
		await page.click('.ui-autocomplete >> text=Global Moderators');
		await page.locator('#document-groups').pressSequentially('administrators');
		await page.keyboard.press('Enter');
		assert.deepEqual(await badges(page, 'groups'), ['Global Moderators', 'administrators']);
		await page.click('#document-cids');
		await page.click('.modal.show [data-answer="ok"]');
		await page.waitForSelector('[name="cids"] + ul [data-value]');
		await page.selectOption('#document-renewal', 'quarter');
		await assertSound(page);
		await page.click(save);
		await page.waitForSelector('.toast[data-kind="success"]');
		const { groups = [], cids = [], renewal } = await stored() ?? {};
		assert.deepEqual([groups, cids.length, renewal], [['Global Moderators', 'administrators'], 1, 'quarter']);

		await opened(page);
		await page.waitForSelector('[name="cids"] + ul [data-value]');
		assert.doesNotMatch((await badges(page, 'cids'))[0] ?? '', /^\d*$/);
		await page.click('[data-value="administrators"] button');
		await page.waitForSelector('#document-groups:focus');
		assert.deepEqual(await badges(page, 'groups'), ['Global Moderators']);
	});
});
