import assert from 'node:assert/strict';
import { answerAll, at, compose, panel, placeChecklists, send, text } from './checklist-stage';
import { assertSound, describeInBrowser, tabTo } from './stage';

describeInBrowser('checklist while writing', (stage) => {
	before(() => placeChecklists(stage()));

	it('comes to a composer that was open before the script for it had arrived, with the notices', async () => {
		const page = await stage().page('customer');
		let release: () => void = assert.fail;
		const isReleased = new Promise<void>((resolve) => {
			release = resolve;
		});
		await page.route('**/forum-terms/every-page.js', async (route) => {
			await isReleased;
			await route.continue();
		});
		await page.goto('/category/3');
		await page.click('[component="category/post"]');
		await page.fill('#composer-title', 'Faster than the network');
		assert.equal(await page.locator(panel).count(), 0);
		release();
		await page.waitForSelector(`${panel}:not(.d-none)`);
		await page.waitForSelector('.forum-terms-notices', { state: 'attached' });
		assert.equal(await page.locator(panel).count(), 1);
		assert.equal(await page.inputValue('#composer-title'), 'Faster than the network');
	});

	it('says what is missing, item by item, with the focus on the list; nothing typed is lost', async () => {
		const page = await stage().page('customer');
		await compose(page, 'Something is missing');
		await page.fill(`${at('happened')} input`, 'short');
		await page.click(`${panel}-toggle`);
		await send(page);
		await page.waitForSelector(`${panel} .alert:focus`);
		await page.waitForSelector('.toast[data-kind="danger"] >> text=clause 3');
		await assertSound(page);
		const said = await page.locator(`${panel} .alert li`).allTextContents();
		assert.equal(said.length, 4);
		assert.match(said.join('\n'), /Version and update.*and 3 more$/s);
		const input = page.locator(`${at('version')} input`);
		assert.equal(await input.getAttribute('aria-invalid'), 'true');
		const described = (await input.getAttribute('aria-describedby') ?? '').split(' ');
		const problem = await page.textContent(`#${described.at(-1)}`);
		assert.match(problem ?? '', /Enter it like V20 Update 9/);
		await page.click(`${panel} .alert a >> text=Version and update`);
		assert.equal(await input.evaluate(node => node === document.activeElement), true);
		assert.equal(await page.inputValue('#composer-content'), text);
		assert.equal(await page.inputValue(`${at('happened')} input`), 'short');
	});

	it('shows an item when an answer or a tag brings it up, and what an option says', async () => {
		const page = await stage().page('customer');
		await compose(page, 'Shown when');
		assert.equal(await page.isVisible(at('trunk')), false);
		await page.selectOption(`${at('used')} select`, 'yes');
		assert.equal(await page.isVisible(at('trunk')), true);
		assert.ok(await page.locator(`${at('trunk')} option`).count() > 200);
		await page.fill('#composer-tags', 'network');
		await page.press('#composer-tags', 'Tab');
		assert.equal(await page.isVisible(at('ports')), true);
		await page.check(`${at('checked')} input[value="logs"]`);
		assert.match(await page.textContent(`${at('checked')} [role=status]`) ?? '', /Keep the logs private/);
		assert.match(await page.textContent(at('asked')) ?? '', /Only staff can see this answer/);
	});

	it('shows a version that is behind at its item, before anything is sent, and sends it then', async () => {
		const page = await stage().page('customer');
		await compose(page, 'Behind at first');
		await answerAll(page);
		await page.fill(`${at('version')} input`, 'V20 Update 8');
		await send(page);
		await page.waitForSelector(`${panel} .alert:focus`);
		assert.match(await page.textContent(`${panel} .alert`) ?? '', /cannot help with this answer/);
		await assertSound(page);
		assert.equal(await page.getAttribute(`${at('version')} input`, 'aria-invalid'), 'true');
		assert.equal(await page.inputValue('#composer-content'), text);
		await page.fill(`${at('version')} input`, 'V20 Update 9');
		assert.match(await page.textContent(`${panel}-toggle`) ?? '', /All answered/);
		await send(page);
		await page.waitForURL('**/topic/**');
		const kept = await page.evaluate(() => String((globalThis as unknown as {
			ajaxify: { data: Record<string, unknown> };
		}).ajaxify.data.forumTermsChecklist));
		assert.match(kept, /Telekom/);
	});

	it('begins the next topic with what stays the same in one line, to be changed behind it', async () => {
		const page = await stage().page('customer');
		await compose(page, 'The next one');
		assert.equal(await page.isVisible('.forum-terms-remembered'), false);
		assert.match(await page.textContent('.forum-terms-same') ?? '', /^Same as last time: V20 Update 9Change$/);
		await page.click('.forum-terms-same [data-action="change"]');
		const group = page.locator('.forum-terms-remembered');
		assert.equal(await group.locator(`${at('version')} input`).evaluate(node => node === document.activeElement), true);
		assert.equal(await group.locator(`${at('version')} input`).inputValue(), 'V20 Update 9');
		assert.equal(await page.isChecked(`${at('done')} input`), false);
		await page.selectOption(`${at('used')} select`, 'yes');
		assert.equal(await page.inputValue(`${at('trunk')} select`), 'DE');
		await assertSound(page);
		await page.fill(`${at('version')} input`, 'V20 Update 10');
		assert.equal(await page.inputValue(`${at('version')} input`), 'V20 Update 10');
	});

	it('keeps what matches when the category changes', async () => {
		const page = await stage().page('customer');
		await compose(page, 'In the wrong place');
		await page.click('.forum-terms-same [data-action="change"]');
		await page.fill(`${at('version')} input`, 'V20 Update 9.1');
		await page.check(`${at('done')} input`);
		await page.selectOption('#composer-category', '4');
		await page.waitForSelector(at('model'));
		assert.equal(await page.locator(at('used')).count(), 0);
		assert.equal(await page.inputValue(`${at('version')} input`), 'V20 Update 9.1');
		assert.equal(await page.isChecked(`${at('done')} input`), true);
		await page.selectOption('#composer-category', '5');
		await page.waitForSelector(panel, { state: 'hidden' });
		await page.selectOption('#composer-category', '3');
		await page.waitForSelector(`${panel} ${at('used')}`, { state: 'attached' });
		assert.equal(await page.isChecked(`${at('done')} input`), true);
		assert.equal(await page.inputValue('#composer-content'), text);
	});

	it('can be answered and sent with the keyboard only', async () => {
		const page = await stage().page('owner');
		await page.goto('/category/4');
		await tabTo(page, '[component="category/post"]');
		await page.keyboard.press('Enter');
		await page.waitForSelector(at('model'));
		await page.keyboard.type('Keyboard only');
		await tabTo(page, `${panel}-toggle`);
		await tabTo(page, `${at('model')} input`);
		await page.keyboard.type('T54W');
		await page.keyboard.press('Tab');
		await page.keyboard.type('V20 Update 9');
		await tabTo(page, '[data-action="continue"]');
		await page.keyboard.press('Enter');
		await page.waitForSelector(`${panel} .alert:focus`);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		assert.equal(await page.evaluate(wanted => document.activeElement?.matches(wanted), `${at('done')} input`), true);
		await page.keyboard.press('Space');
		await tabTo(page, '[data-action="continue"]');
		await page.keyboard.press('Enter');
		await page.waitForSelector('#composer-content:focus');
		await page.keyboard.type(text);
		await tabTo(page, '[component="composer"] button[type=submit]');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/topic/**');
	});
});
