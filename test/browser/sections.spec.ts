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

	it('are two levels for an administrator: one line on a phone, changed with the arrow keys', async () => {
		const page = await stage().page('admin');
		await page.goto('/admin/plugins/forum-terms');
		await page.waitForSelector('[data-document][data-ready]');
		await onBothDevices(page, async () => {
			const tops = await page.locator('[data-role="sections"] .nav-link')
				.evaluateAll(links => links.map(link => Math.round(link.getBoundingClientRect().top)));
			assert.equal(tops.length, 8);
			assert.equal(new Set(tops).size, 1, 'they stand in one line');
		});
		await assertSound(page);
		await picture(page, 'admin');
		await tabTo(page, '#tab-overview');
		await page.keyboard.press('ArrowRight');
		await page.waitForSelector('#pane-terms.active #pane-draft.active');
		await tabTo(page, '#tab-draft');
		await page.keyboard.press('ArrowRight');
		await page.waitForSelector('#pane-versions.active');
		assert.equal(await page.getAttribute('#tab-versions', 'aria-selected'), 'true');
		assert.equal(new URL(page.url()).hash, '#versions');
	});

	for (const [old, open] of [
		['tab-draft', '#pane-terms.active #pane-draft.active'], ['pane-document', '#pane-terms.active #pane-document.active'],
		['tab-proof', '#pane-records.active'], ['effect', '#pane-checklists.active #pane-effect.active'],
		['tab-checklists', '#pane-checklists.active #checklist-pane-places.active'], ['no-such-thing', '#pane-overview.active'],
	]) {
		it(`are found by a link to #${old}`, async () => {
			const page = await stage().page('admin', { viewport: { width: 390, height: 800 } });
			await page.goto(`/admin/plugins/forum-terms#${old}`);
			await page.waitForSelector(`[data-ready] ${open}`);
			const { left, right } = await page.locator('[data-role="sections"] .active')
				.evaluate(node => node.getBoundingClientRect());
			assert.ok(left >= 0 && right <= 390, 'the open area is in sight');
		});
	}
});
