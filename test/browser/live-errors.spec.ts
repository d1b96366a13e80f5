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
