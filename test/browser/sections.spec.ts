import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertSound, describeInBrowser, onBothDevices, tabTo } from './stage';

const base = '/api/v3/plugins/forum-terms';

describeInBrowser('sections of a page', (stage) => {
	const picture = async (page: Page, name: string) => {
		if (process.env.SHOTS) {
			await page.screenshot({ path: `${process.env.SHOTS}/sections-${name}.png`, fullPage: true });
		}
	};
	/** Every one of them is in sight, and nothing has to be pushed aside to see it. */
	const assertInSight = (page: Page, list: string, count: number) => onBothDevices(page, async (width) => {
		const boxes = await page.locator(`${list} .nav-link`).evaluateAll(links => links.map((link) => {
			const { left, right, height } = link.getBoundingClientRect();
			return { left, right, height };
		}));
		assert.ok(boxes.length >= count, `${boxes.length} sections`);
		for (const { left, right, height } of boxes) {
			assert.ok(left >= 0 && right <= width && height >= 24, `${left} to ${right}, ${height} high`);
		}
		assert.equal(await page.locator(list).evaluate(node => node.scrollWidth <= node.clientWidth), true, 'nothing scrolls');
	});

	it('are all in sight for an owner and opened by keyboard', async () => {
		const { uid } = (await (await stage().visitor('owner')).get('/api/self')).json as { uid: number };
		await (await stage().visitor('admin')).send('PUT', `${base}/admin/partners/acme`, { company: 'Acme Telecom', level: 'Gold', owners: [uid] });
		const page = await stage().page('owner');
		await page.goto('/forum-terms/partner');
		await page.waitForSelector('.forum-terms-tabs');
		await assertInSight(page, '.forum-terms-tabs', 6);
		await assertSound(page);
		await picture(page, 'owner');
		await tabTo(page, '.forum-terms-tabs a[href*="tab=people"]');
		await page.keyboard.press('Enter');
		await page.waitForSelector('.forum-terms-tabs [aria-current][href*="tab=people"]');
		await assertInSight(page, '.forum-terms-tabs', 6);
	});

	it('are all in sight for an administrator and changed with the arrow keys', async () => {
		const page = await stage().page('admin');
		await page.goto('/admin/plugins/forum-terms');
		await page.waitForSelector('[data-role="sections"] .active');
		await assertInSight(page, '[data-role="sections"]', 10);
		await assertSound(page);
		await picture(page, 'admin');
		await tabTo(page, '#tab-draft');
		await page.keyboard.press('ArrowRight');
		await page.waitForSelector('#pane-versions.active');
		assert.equal(await page.getAttribute('#tab-versions', 'aria-selected'), 'true');
	});
});
