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
		await admin.fill('#setting-vendorLink',
			'Free for you https://example.org/free\nde: Kostenlos für dich https://example.org/de/free\nfr: https://example.org/fr');
		await admin.click('[data-action="save-settings"]');
		await admin.waitForSelector('text=Settings saved');

		const page = await stage().page(null);
		await page.goto('/categories');
		await page.waitForSelector(banner);
		assert.match(await page.innerText(banner), /^V20 Update 10 is out Learn more/);
		assert.equal(await page.getAttribute(`${banner} a`, 'href'), 'https://example.org/v20');
		assert.match(await page.innerText('#content .forum-terms-vendor'), /^Free for you Learn more$/);
		await assertSound(page);
		await page.click(`${banner} .btn-close`);
		await page.goto('/category/3');
		await page.waitForSelector('.forum-terms-vendor');
		assert.equal(await page.locator(banner).count(), 0);
	});

	for (const [language, line, href] of [
		['de', /^Kostenlos für dich Mehr erfahren$/, 'https://example.org/de/free'],
		['fr', /^3CX is free for up to ten users/, 'https://example.org/fr'], ['it', /^Free for you /, 'https://example.org/free'],
	] as const) {
		it(`is in the reader's language if it was written in it (${language})`, async () => {
			const customer = await stage().visitor('customer');
			const { uid } = (await customer.get('/api/self')).json;
			await customer.send('PUT', `/api/v3/users/${Number(uid)}/settings`, { settings: { userLang: language } });
			const page = await stage().page('customer');
			await page.goto('/categories');
			await page.waitForSelector('.forum-terms-vendor a');
			assert.match(await page.innerText('#content .forum-terms-vendor'), line);
			assert.equal(await page.getAttribute('.forum-terms-vendor a', 'href'), href);
		});
	}
});
