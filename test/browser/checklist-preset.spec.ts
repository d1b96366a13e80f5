import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { at, panel } from './checklist-stage';
import { assertSound, describeInBrowser } from './stage';

const shown = (page: Page) => page.locator(`${panel} [data-item]:visible`).evaluateAll(nodes =>
	nodes.map(node => (node as HTMLElement).dataset.item ?? ''));
const choose = (page: Page, key: string, value: string) => page.selectOption(`${at(key)} select`, value);

describeInBrowser('the preset’s questions about a system', (stage) => {
	before(async () => {
		const admin = await stage().terms('admin');
		const saved = await admin.call('PUT', '/admin/checklist-places', { topics: { 3: 'full' } });
		assert.equal(saved.status, 200, saved.text);
	});

	for (const [language, note, retest] of [
		['en-GB', /Not supported: Docker\. Please remove it and test again/, 'I removed what is not supported and tested again'],
		['de', /Nicht unterstützt: Docker\. Bitte entferne es und teste erneut/, 'Ich habe entfernt, was nicht unterstützt wird'],
	] as const) {
		it(`begin with at most eight, and ask for what the deployment calls for (${language})`, async () => {
			const customer = await stage().visitor('customer');
			const { uid } = (await customer.get('/api/self')).json;
			await customer.send('PUT', `/api/v3/users/${Number(uid)}/settings`, { settings: { userLang: language } });
			const page = await stage().page('customer');
			await page.goto('/category/3');
			await page.click('[component="category/post"]');
			await page.waitForSelector(`${panel}:not(.d-none)`);
			const first = await shown(page);
			assert.ok(first.length <= 8 && first.includes('deployment'), first.join());
			await choose(page, 'deployment', 'on-premise');
			const onPremise = await shown(page);
			assert.ok(onPremise.includes('hypervisor') && !onPremise.includes('cloud'), onPremise.join());
			await choose(page, 'deployment', 'self-hosted');
			const ownCloud = await shown(page);
			assert.ok(!ownCloud.includes('hypervisor') && ownCloud.includes('cloud'), ownCloud.join());
			await choose(page, 'operating-system', 'other');
			await page.fill(`${at('operating-system-name')} input`, 'Ubuntu 24.04');
			assert.equal(await page.isVisible(at('no-unsupported-software')), false);
			await page.selectOption(`${at('container')} select`, { label: 'Docker' });
			assert.match(await page.textContent(`${at('container')} [role=status]`) ?? '', note);
			assert.ok((await page.textContent(at('no-unsupported-software')))?.includes(retest));
			await assertSound(page);
			await choose(page, 'container', 'none');
			assert.equal(await page.isVisible(at('no-unsupported-software')), false);
		});
	}
});
