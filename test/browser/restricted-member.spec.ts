import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertFits, assertSound, describeInBrowser } from './stage';

describeInBrowser('a restricted member', (stage) => {
	let topic = '';
	const uidOf = async (name: string) => Number((await (await stage().visitor(name)).get('/api/self')).json.uid);
	async function restrict(name: string, scope: string): Promise<void> {
		const made = await (await stage().terms('moderator')).call('POST', '/admin/restrictions', {
			uid: await uidOf(name), scope, clause: '4.1', until: Date.UTC(2090, 0, 2),
		});
		assert.equal(made.status, 200, made.text);
	}
	const followStatement = async (page: Page, within: string) => {
		await page.click(`${within} a >> text=statement of reasons`);
		await page.waitForSelector('[data-role="statement"] >> text=Breach of clause 4.1');
	};

	before(async () => {
		const { response } = await (await stage().visitor('staff1')).send('POST', '/api/v3/topics', {
			cid: 3, title: 'Phones restart at night', content: 'Since the last update they restart at midnight.',
		});
		topic = `/topic/${String(response.slug)}`;
		await restrict('customer', 'posting');
	});

	it('sees New Topic and Reply closed before typing, until when, what is open, and the way to the statement', async () => {
		const page = await stage().page('customer');
		for (const [address, button] of [['/category/3', 'category/post'], [topic, 'topic/quickreply/button']] as const) {
			await page.goto(address);
			await page.waitForSelector(`[component="${button}"][aria-disabled="true"]`);
			await page.waitForSelector('.forum-terms-barred >> text=until 2 January 2090, 00:00 UTC');
			await page.waitForSelector('.forum-terms-barred >> text=Still open to you: reading, chat.');
			await page.dispatchEvent(`[component="${button}"]`, 'click');
			assert.equal(await page.locator('[data-role="composer"], .composer, .toast').count(), 0);
			await assertSound(page);
		}
		assert.equal(await page.getAttribute('[component="topic/quickreply/text"]', 'readonly'), '');
		await followStatement(page, '.forum-terms-barred');
		const other = await stage().page('staff2');
		await other.goto(topic);
		await other.waitForSelector('[component="topic/quickreply/button"]');
		assert.equal(await other.locator('.forum-terms-barred, [aria-disabled]').count(), 0);
	});

	it('sees the same without script', async () => {
		const page = await stage().page('customer', { javaScriptEnabled: false });
		for (const [address, button] of [['/category/3', 'category/post'], [topic, 'topic/quickreply/container']] as const) {
			await page.goto(address);
			await page.waitForSelector('.forum-terms-barred >> text=until 2 January 2090, 00:00 UTC');
			assert.equal(await page.locator(`[component="${button}"]`).evaluate(one => getComputedStyle(one).pointerEvents), 'none');
			await assertFits(page);
		}
		await page.click('.forum-terms-barred a >> text=statement of reasons');
		await page.waitForSelector('[data-role="statement"] >> text=Breach of clause 4.1');
	});

	it('is led there by the message of what was sent too late, with the text kept', async () => {
		const page = await stage().page('staff2');
		await page.goto(topic);
		await page.fill('[component="topic/quickreply/text"]', 'The same happens here every night.');
		await restrict('staff2', 'replies');
		await page.click('[component="topic/quickreply/button"]');
		await page.waitForSelector('.toast >> text=until 2 January 2090, 00:00 UTC');
		assert.equal(await page.inputValue('[component="topic/quickreply/text"]'), 'The same happens here every night.');
		await followStatement(page, '.toast');
	});
});
