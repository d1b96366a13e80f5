import assert from 'node:assert/strict';
import { at, answerAll, compose, panel, placeChecklists, send } from './checklist-stage';
import { describeInBrowser } from './stage';

describeInBrowser('what is wrong', (stage) => {
	before(() => placeChecklists(stage()));

	it('goes as it is mended: red field, sentence, line of the list, and the toast with the last of it', async () => {
		const page = await stage().page('customer');
		await compose(page, 'Mended one by one');
		await send(page);
		await page.waitForSelector(`${panel} .alert:focus`);
		await page.waitForSelector('.toast[data-kind="danger"]');
		const input = page.locator(`${at('happened')} input`);
		await input.fill('They');
		assert.match(await page.textContent(`${at('happened')} .invalid-feedback`) ?? '', /too short.*10/);
		await input.fill('They end after 30 minutes.');
		assert.equal(await input.getAttribute('aria-invalid'), null);
		assert.equal(await page.locator(`${at('happened')} .invalid-feedback`).count(), 0);
		assert.match(await page.textContent(`${panel} .alert`) ?? '', /and 2 more/);
		await answerAll(page);
		assert.equal(await page.isVisible(`${panel} .alert`), false);
		assert.equal(await page.locator('.is-invalid, [aria-invalid], .invalid-feedback').count(), 0);
		assert.equal(await page.locator('.toast[data-kind="danger"]').count(), 0);
	});

	it('is never below a word that all is answered', async () => {
		const page = await stage().page('customer');
		await compose(page, 'Behind');
		await answerAll(page);
		await page.fill(`${at('version')} input`, 'V20 Update 8');
		await send(page);
		await page.waitForSelector(`${at('version')} [aria-invalid="true"]`);
		assert.doesNotMatch(await page.textContent(`${panel}-toggle`) ?? '', /All answered/);
		await page.fill(`${at('version')} input`, 'V20 Update 9');
		assert.match(await page.textContent(`${panel}-toggle`) ?? '', /All answered/);
		assert.equal(await page.isVisible(`${panel} .alert`), false);
	});

	it('is told with the title, which is mended in its own place', async () => {
		const admin = await stage().terms('admin');
		const items = [{ key: 'done', kind: 'confirm', prompt: { 'en-GB': 'I read the manual' } }];
		assert.equal((await admin.call('PUT', '/admin/checklists/spec-title', { items, titleRule: 'telling' })).status, 200);
		await admin.call('PUT', '/admin/checklist-places', { topics: { 3: 'spec-trunk', 4: 'spec-title' } });
		await admin.call('PUT', '/admin/checklist-knowledge', { vagueWords: ['help'] });
		const page = await stage().page('customer');
		await page.goto('/category/4');
		await page.click('[component="category/post"]');
		await page.check(`${at('done')} input`);
		await page.fill('#composer-title', 'Help');
		await send(page);
		await page.waitForSelector(`${panel} .alert:focus`);
		assert.match(await page.textContent(`${panel} .alert`) ?? '', /Title Say in the title what does not work/);
		assert.equal(await page.getAttribute('#composer-title', 'aria-invalid'), 'true');
		await page.click(`${panel} .alert a`);
		await page.keyboard.type(' with an empty fax');
		assert.equal(await page.getAttribute('#composer-title', 'aria-invalid'), null);
		assert.equal(await page.isVisible(`${panel} .alert`), false);
	});

	it('is told of a whole form at once, and goes where another choice settles it', async () => {
		const page = await stage().page('admin');
		await page.goto('/forum-terms/restrictions?new=1');
		await page.waitForLoadState('networkidle');
		await page.check('#restriction-begins-later');
		await page.fill('#restriction-hours', '');
		await page.click('form[data-role="planner"] button[type="submit"]');
		await page.waitForSelector('#restriction-member[aria-invalid="true"]:focus');
		await page.waitForSelector('#restriction-hours[aria-invalid="true"]');
		await page.fill('#restriction-member', 'customer');
		assert.equal(await page.getAttribute('#restriction-member', 'aria-invalid'), null);
		await page.check('#restriction-begins-now');
		assert.equal(await page.getAttribute('#restriction-hours', 'aria-invalid'), null);
	});
});
