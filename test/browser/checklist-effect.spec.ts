import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { Visitor } from '../driver/visitor';
import { assertAccessible, assertFits, describeInBrowser, tabTo, widths } from './stage';

const shownList = '.forum-terms-similar:not(.d-none)';
for (const [device, width] of widths) {
	describeInBrowser(`similar topics below a title, on the ${device}`, (stage) => {
		before(async function ask() {
			const terms = await stage().terms('admin');
			await terms.call('PUT', '/admin/checklist-places', { topics: { 3: 'app' } });
			const admin = new Visitor(stage().url);
			await admin.login('admin', 'Browser-spec-1');
			for (const title of ['Calls drop on the phone app', 'Calls drop when the screen goes dark', 'Fax arrives empty']) {
				await admin.send('POST', '/api/v3/topics', { cid: 3, title, content: 'A text that is long enough.' });
			}
		});

		const write = async (page: Page, title: string) => {
			await page.goto('/category/3');
			await page.click('[component="category/post"]');
			await page.fill('#composer-title', title);
		};

		it('appear while it is written, are reached with the keyboard and open beside the composer', async () => {
			const page = await stage().page('customer', width);
			await write(page, 'Calls drop with the app');
			await page.waitForSelector(`${shownList} li`);
			assert.deepEqual(await page.locator(`${shownList} li a`).evaluateAll(links =>
				links.map(link => link.firstChild?.textContent)),
			['Calls drop on the phone app', 'Calls drop when the screen goes dark', 'Calls drop after half an hour on our trunk']);
			const said = await page.locator('[component="composer"] [role="status"]').allTextContents();
			assert.match(said.join(' '), /3 similar topics/);
			await assertAccessible(page);
			await assertFits(page);
			await tabTo(page, '.forum-terms-similar a');
			const [opened] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Enter')]);
			assert.match(opened.url(), /\/topic\//);
			assert.equal(await page.inputValue('#composer-title'), 'Calls drop with the app');
		});

		it('go when the title becomes another, and stay away once dismissed', async () => {
			const page = await stage().page('customer', width);
			await write(page, 'Calls drop with the app');
			await page.waitForSelector(`${shownList} li`);
			await page.fill('#composer-title', 'Nothing of the kind was ever written');
			await page.waitForSelector(shownList, { state: 'detached' }).catch(() => undefined);
			assert.equal(await page.locator(shownList).count(), 0);
			await page.fill('#composer-title', 'Calls drop with the app again');
			await page.waitForSelector(`${shownList} li`);
			await page.focus(`${shownList} .btn-close`);
			await page.keyboard.press('Enter');
			assert.equal(await page.evaluate(() => document.activeElement?.id), 'composer-title');
			await Promise.all([page.fill('#composer-title', 'Calls drop on the phone'), page.waitForTimeout(1500)]);
			assert.equal(await page.locator(shownList).count(), 0);
		});
	});
}
