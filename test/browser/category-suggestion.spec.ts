import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { at, panel } from './checklist-stage';
import { assertSound, describeInBrowser, tabTo, type Stage } from './stage';

const box = '.forum-terms-suggestion:not(.d-none)';
const inEnglish = (text: string) => ({ 'en-GB': text });
const item = { key: 'right-category', kind: 'confirm', required: false, prompt: inEnglish('This is the right category.') };

/** Categories 3 and 4 of the seed become places of a blueprint, and both ask whether they are the right one. */
async function applyWords(stage: Stage): Promise<void> {
	const admin = await stage.terms('admin');
	const visitor = await stage.visitor('admin');
	const names = await Promise.all([3, 4].map(async cid => String((await visitor.get(`/api/category/${cid}`)).json.name)));
	const place = (key: string, name: string, words: string[]) => ({
		key, name: inEnglish(name), read: ['everybody'], topics: ['users'], replies: ['users'], words,
	});
	const blueprint = { blueprint: 1, categories: [
		place('here', names[0] ?? '', ['trunk']), place('there', names[1] ?? '', ['handset', 'ip phone']),
	] };
	const { response } = await admin.call('POST', '/admin/categories/plan', { blueprint, adopt: { here: 3, there: 4 } });
	assert.equal((await admin.call('POST', '/admin/categories/apply', { plan: response.plan })).status, 200);
	assert.equal((await admin.call('PUT', '/admin/checklists/right', { items: [item] })).status, 200);
	await admin.call('PUT', '/admin/checklist-places', { topics: { 3: 'right', 4: 'right' } });
}

async function write(page: Page, title: string): Promise<void> {
	await page.goto('/category/3');
	await page.click('[component="category/post"]');
	await page.waitForSelector(`${panel}:not(.d-none)`);
	await page.click(`${panel} [data-action="write"]`);
	await page.fill('#composer-content', 'Half an hour of typing that nobody wants to do again.');
	await page.fill('#composer-title', title);
	await page.waitForSelector(box);
}

/** The id of the topic that it became. */
async function sent(page: Page): Promise<string> {
	await Promise.all([page.waitForURL(/\/topic\//), page.click('[component="composer"] button[type=submit]')]);
	return /\/topic\/(\d+)/.exec(page.url())?.[1] ?? '';
}

describeInBrowser('a better category beside a new topic', (stage) => {
	before(async () => applyWords(stage()));

	const recordOf = async (tid: string) => {
		const { response } = await (await stage().terms('admin')).call('GET', `/topics/${tid}/checklist`);
		const [record] = response.records as { answers: { text: string; verdict: string }[] }[];
		return (record?.answers ?? []).map(({ text, verdict }) => [text, verdict]);
	};
	const cidOf = async (tid: string) =>
		Number((await (await stage().visitor('admin')).get(`/api/topic/${tid}`)).json.cid);

	it('is offered while the title is written, said to screen readers, and taken with the keyboard', async () => {
		const page = await stage().page('customer');
		await write(page, 'No audio on an IP phone');
		const status = page.locator('[component="composer"] [role="status"]', { hasText: 'This sounds like' });
		assert.equal(await status.count(), 1);
		await assertSound(page);
		await tabTo(page, `${box} .btn-primary`);
		await page.keyboard.press('Enter');
		await page.waitForFunction(shown => !document.querySelector(shown), box);
		assert.equal(await page.inputValue('#composer-category'), '4');
		assert.equal(await page.evaluate(() => document.activeElement?.id), 'composer-title');
		await page.waitForSelector(`${at('right-category')} input:checked`, { state: 'attached' });
		const tid = await sent(page);
		assert.equal(await cidOf(tid), 4);
		const [[text, verdict] = []] = await recordOf(tid);
		assert.match(text ?? '', /^The author changed to /);
		assert.equal(verdict, 'ok');
	});

	it('is let be with one press, does not come again for that, and stops nothing', async () => {
		const page = await stage().page('customer');
		await write(page, 'No audio on an IP phone');
		await page.click(`${box} .btn-outline-secondary`);
		assert.equal(await page.locator(`${at('right-category')} input:checked`).count(), 1);
		await Promise.all([page.fill('#composer-title', 'No audio on an IP phone at all'), page.waitForTimeout(1500)]);
		assert.equal(await page.locator(box).count(), 0);
		const tid = await sent(page);
		assert.equal(await cidOf(tid), 3);
		const [[text, verdict] = []] = await recordOf(tid);
		assert.match(text ?? '', /kept this category$/);
		assert.equal(verdict, 'warn');
	});

	it('goes away with its reason, and a text may be sent while it is there', async () => {
		const page = await stage().page('customer');
		await write(page, 'No audio on an IP phone');
		await page.fill('#composer-title', 'No audio in the morning');
		await page.waitForFunction(shown => !document.querySelector(shown), box);
		await page.fill('#composer-title', 'No audio on a handset');
		await page.waitForSelector(box);
		const tid = await sent(page);
		assert.deepEqual(await recordOf(tid), []);
	});
});
