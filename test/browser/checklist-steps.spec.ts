import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { answerAll, at, panel, placeChecklists, send, text } from './checklist-stage';
import { assertSound, describeInBrowser, tabTo } from './stage';

async function open(page: Page, cid: number): Promise<void> {
	await page.goto(`/category/${cid}`);
	await page.click('[component="category/post"]');
	await page.waitForSelector(`${panel}:not(.d-none)`);
}

const heightOf = async (page: Page, selector: string) => (await page.locator(selector).boundingBox())?.height ?? 0;

/** How many boxes around an element really scroll. */
function scrollsAround(page: Page, selector: string): Promise<number> {
	return page.locator(selector).evaluate((node) => {
		let found = 0;
		for (let box = node.parentElement; box && box !== document.documentElement; box = box.parentElement) {
			const isScrolling = /auto|scroll/.test(getComputedStyle(box).overflowY);
			found += Number(isScrolling && box.scrollHeight > box.clientHeight + 1);
		}
		return found;
	});
}

describeInBrowser('the two steps of a composer', (stage) => {
	before(async () => {
		await placeChecklists(stage());
		const admin = await stage().terms('admin');
		const items = [{ key: 'where', kind: 'text', prompt: { 'en-GB': 'Which part is affected?' } }];
		assert.equal((await admin.call('PUT', '/admin/checklists/spec-alert', { kind: 'security', items })).status, 200);
		await admin.call('PUT', '/admin/checklist-places', { topics: { 3: 'spec-trunk', 5: 'spec-alert' } });
	});

	it('give the questions all the room first, then the text, with a line of answers that opens again', async () => {
		const page = await stage().page('customer');
		await open(page, 3);
		assert.match(await page.textContent(`${panel}-toggle`) ?? '', /Step 1 of 2: Check.*0 of 7 answered/);
		assert.equal(await page.isVisible('#composer-content'), false);
		assert.equal(await page.isVisible('#composer-title'), true);
		assert.ok(await heightOf(page, panel) > await heightOf(page, '[component="composer"]') * 0.6);
		await assertSound(page);
		await page.click('[data-action="continue"]');
		await page.waitForSelector(`${panel} .alert:focus`);
		await answerAll(page);
		await page.click('[data-action="continue"]');
		await page.waitForSelector('#composer-content:focus');
		assert.match(await page.textContent(`${panel}-toggle`) ?? '', /Telekom \(DE\) · V20 Update 9 · firewall .*All answered.*Change/);
		await assertSound(page);
		await tabTo(page, `${panel}-toggle`);
		assert.equal(await page.locator(`${panel}-toggle`).evaluate(node => getComputedStyle(node).outlineStyle), 'solid', 'the focus is seen');
		await page.keyboard.press('Enter');
		assert.equal(await page.getAttribute(`${panel}-toggle`, 'aria-expanded'), 'true');
		assert.equal(await page.locator(`${at('used')} select`).evaluate(node => node === document.activeElement), true);
		await page.fill('#composer-title', 'Sent from step one');
		await page.click('[data-action="continue"]');
		await page.keyboard.type(text);
		await page.click(`${panel}-toggle`);
		await send(page);
		await page.waitForURL('**/topic/**');
	});

	it('never make a scroll inside a scroll on a phone, and keep the title in view', async () => {
		const page = await stage().page('staff1', { viewport: { width: 390, height: 700 } });
		await open(page, 3);
		assert.equal(await scrollsAround(page, `${at('version')} input`), 1);
		await page.locator(`${at('done')} input`).scrollIntoViewIfNeeded();
		const title = await page.locator('#composer-title').boundingBox();
		assert.ok(title && title.y >= 0 && title.y + title.height <= 700);
		await page.click('[data-action="write"]');
		assert.equal(await scrollsAround(page, '#composer-content'), 0);
		assert.ok(await heightOf(page, '#composer-content') >= 200);
		assert.equal(await page.isVisible('#composer-title'), true);
	});

	it('let a security report pass by at either of them, with nothing answered', async () => {
		const page = await stage().page('owner');
		await open(page, 5);
		await page.fill('#composer-title', 'A hole in the web client');
		await page.click(`${panel} button >> text=Report without answering`);
		await page.fill('#composer-content', text);
		await page.click(`${panel}-toggle`);
		assert.equal(await page.isVisible(`${panel} button >> text=Report without answering`), true);
		await send(page);
		await page.waitForURL('**/topic/**');
	});

	it('are not there where nothing is asked', async () => {
		const page = await stage().page('customer');
		await page.goto('/category/4');
		await page.click('[component="category/post"]');
		await page.waitForSelector('#composer-content');
		await page.waitForLoadState('networkidle');
		assert.equal(await page.isVisible(panel), false);
		assert.equal(await page.isVisible('#composer-content'), true);
	});
});
