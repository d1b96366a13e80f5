import assert from 'node:assert/strict';
import { assertSound, describeInBrowser } from './stage';

const banner = '.forum-terms-banner[data-kind="vendor"]';

describeInBrowser('what stands around the pages for the vendor', (stage) => {
	it('is a banner until it is closed and a line below, set in the ACP', async () => {
		const admin = await stage().page('admin');
		await admin.goto('/admin/plugins/forum-terms#settings');
		await admin.waitForSelector('[data-document][data-ready]');
		await admin.fill('#setting-vendorBanner', 'V20 Update 10 is out');
		await admin.click('[data-action="save-settings"]');
		await admin.waitForSelector('#setting-vendorBanner.is-invalid');
		await admin.fill('#setting-vendorBanner', 'V20 Update 10 is out https://example.org/v20');
		await admin.fill('#setting-vendorLink', 'https://example.org/free');
		await admin.click('[data-action="save-settings"]');
		await admin.waitForSelector('text=Settings saved');

		const page = await stage().page(null);
		await page.goto('/categories');
		await page.waitForSelector(banner);
		assert.match(await page.innerText(banner), /^V20 Update 10 is out Learn more/);
		assert.equal(await page.getAttribute(`${banner} a`, 'href'), 'https://example.org/v20');
		assert.match(await page.innerText('#content .forum-terms-vendor'), /^3CX is free for up to ten users.*Learn more$/);
		await assertSound(page);
		await page.click(`${banner} .btn-close`);
		await page.goto('/category/3');
		await page.waitForSelector('.forum-terms-vendor');
		assert.equal(await page.locator(banner).count(), 0);
	});
});
