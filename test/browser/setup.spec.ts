import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertSound, describeInBrowser, tabTo } from './stage';

describeInBrowser('setting the forum up', (stage) => {
	async function overview(page: Page): Promise<void> {
		await page.goto('/admin/plugins/forum-terms');
		await page.waitForSelector('[data-document][data-ready]');
	}

	it('leads from each step to where it is done, with the keyboard', async () => {
		const page = await stage().page('admin');
		await overview(page);
		await assertSound(page);
		await tabTo(page, '[data-step="terms"] button');
		await page.keyboard.press('Enter');
		await page.waitForSelector('#pane-terms.active #pane-draft.active');
		await page.click('#tab-overview');
		await page.click('[data-step="exempt"] button');
		await page.waitForSelector('#pane-settings.active #setting-exemptGroups:focus');
		await page.click('#tab-overview');
		await page.click('[data-step="checklists"] button');
		await page.waitForSelector('#pane-checklists.active #checklist-pane-places.active');
	});

	it('previews the categories at once, so that one click applies them', async () => {
		const page = await stage().page('admin');
		await overview(page);
		await page.click('[data-step="categories"] button[data-opens]');
		await page.waitForSelector('#pane-categories.active [data-action="apply-blueprint"]:enabled:visible');
		assert.equal(await page.evaluate(() => document.activeElement?.id), 'blueprint-summary');
	});

	it('sees what was done in another area meanwhile, without the page being loaded again', async () => {
		const page = await stage().page('admin');
		await overview(page);
		await page.waitForSelector('[data-step="checklists"][data-done="false"]');
		await page.click('[data-step="checklists"] button[data-opens]');
		const admin = await stage().terms('admin');
		assert.equal((await admin.call('PUT', '/admin/checklist-places', { topics: { 3: 'trunk' } })).status, 200);
		await page.click('#tab-overview');
		await page.waitForSelector('[data-step="checklists"][data-done="true"]');
		await page.click('[data-step="terms"] button');
		await page.waitForSelector('#pane-terms.active #pane-draft.active');
	});

	it('adds the pages to the navigation, and says that this is done', async () => {
		const page = await stage().page('admin');
		await overview(page);
		await page.waitForSelector('[data-step="navigation"][data-done="false"]');
		await page.click('[data-action="add-navigation"]');
		await page.waitForSelector('[data-step="navigation"][data-done="true"]');
		assert.equal(await page.locator('[data-action="add-navigation"]').count(), 0);
	});

	it('sets a step aside that this forum does not need, and puts it back', async () => {
		const page = await stage().page('admin');
		await overview(page);
		const step = '[data-role="setup"] [data-done="false"]:has([data-action="set-aside"]) >> nth=0';
		const name = await page.getAttribute(step, 'data-step');
		await page.click(`[data-step="${name}"] [data-action="set-aside"]`);
		await page.waitForSelector(`[data-step="${name}"][data-aside="true"] >> text=Not for this forum`);
		await assertSound(page);
		await page.click(`[data-step="${name}"] [data-action="put-back"]`);
		await page.waitForSelector(`[data-step="${name}"][data-aside="false"] >> text=To do`);
	});

	it('is hidden, also for the next look, and comes back from the menu', async () => {
		const page = await stage().page('admin');
		await overview(page);
		await page.click('[data-action="hide-setup"]');
		await page.waitForSelector('[data-role="setup"]', { state: 'detached' });
		await overview(page);
		assert.equal(await page.locator('[data-role="setup"]').count(), 0);
		await page.click('#pane-overview .dropdown-toggle');
		await page.click('[data-action="show-setup"]');
		await page.waitForSelector('[data-role="setup"]');
		await assertSound(page);
	});
});
