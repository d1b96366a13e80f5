import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertSound, describeInBrowser, tabTo } from './stage';

const text = 'Half an hour of typing that nobody wants to do again.';

async function compose(page: Page): Promise<void> {
	await page.goto('/category/3');
	await page.click('[component="category/post"]');
	await page.fill('#composer-title', 'Calls drop again');
	await page.fill('#composer-content', text);
}

describeInBrowser('writing when the terms have changed', (stage) => {
	it('asks in a dialog before the composer sends; "not now" leaves the text where it is', async () => {
		const page = await stage().page('customer');
		await compose(page);
		const version = await stage().publish();
		await page.click('[component="composer"] button[type=submit]');
		await page.waitForSelector('dialog.forum-terms-gate[open]');
		await assertSound(page);
		assert.equal(await page.evaluate(() => document.activeElement?.id), 'forum-terms-gate-title');

		await page.keyboard.press('Escape');
		await page.waitForSelector('dialog.forum-terms-gate', { state: 'detached' });
		assert.equal(await page.inputValue('#composer-content'), text);
		assert.deepEqual(await (await stage().terms('customer')).records().then(all => all.map(({ event }) => event)
			.filter(event => event === 'declined')), []);

		await page.click('[component="composer"] button[type=submit]');
		await page.waitForSelector('dialog.forum-terms-gate[open]');
		await tabTo(page, '.forum-terms-gate .btn-primary');
		assert.match(await page.textContent('.forum-terms-gate') ?? '', /Changed since you accepted on .*Edition.*you can read the forum, but not post/s);
		await page.keyboard.press('Enter');
		await page.waitForURL('**/topic/**');
		await page.waitForSelector('.forum-terms-stamp');
		assert.match(await page.textContent('.forum-terms-stamp') ?? '', new RegExp(`\\b${version.split('-')[1] ?? ''} of `));
		assert.match(await page.textContent('[component="post/content"]') ?? '', /Half an hour/);
	});

	it('asks before the quick reply sends, and sends it then', async () => {
		const page = await stage().page('staff1');
		// The page is open already when the new version comes: the page gate cannot catch this one.
		await (await stage().terms('staff1')).accept((await stage().publish()));
		await page.goto('/topic/2');
		await stage().publish();
		await page.fill('#quick-reply', 'A quick word on the session timer.');
		await page.click('[component="topic/quickreply/button"]');
		await page.waitForSelector('dialog.forum-terms-gate[open]');
		await page.click('.forum-terms-gate .btn-outline-secondary');
		assert.equal(await page.inputValue('#quick-reply'), 'A quick word on the session timer.');
		await page.click('[component="topic/quickreply/button"]');
		await page.click('.forum-terms-gate .btn-primary');
		await page.waitForSelector('text=A quick word on the session timer. >> visible=true');
		assert.match((await page.textContent('[component="topic"]')) ?? '', /A quick word/);
	});

	it('gives the half-written text back after the detour over the accept page', async () => {
		await (await stage().terms('staff2')).accept(await stage().publish());
		const page = await stage().page('staff2');
		await compose(page);
		await stage().publish();
		await page.goto('/category/3');
		assert.match(page.url(), /forum-terms\/accept/);
		await page.check('#forum-terms-agree');
		await page.click('button[value="accept"]');
		await page.waitForURL('**/category/3');
		await page.waitForSelector('[component="composer"]');
		assert.equal(await page.inputValue('#composer-title'), 'Calls drop again');
		assert.equal(await page.inputValue('#composer-content'), text);
	});

	it('works without script: the text comes back in a form with what is owed beside it', async () => {
		const page = await stage().page('owner', { javaScriptEnabled: false });
		await page.goto('/');
		if (page.url().includes('/accept')) {
			await page.check('#forum-terms-agree');
			await page.click('button[value="accept"]');
		}
		await page.goto('/compose?cid=3');
		await page.fill('#compose-title', 'Written without script');
		await page.fill('#compose-content', text);
		const version = await stage().publish();
		await page.click('main button[type=submit]');
		assert.equal(await page.inputValue('#forum-terms-title'), 'Written without script');
		assert.equal(await page.inputValue('#forum-terms-content'), text);
		assert.match(await page.textContent('main .lead') ?? '', /clause 2/);
		await page.check(`#accept-${version}`);
		await page.click('main button[type=submit]');
		await page.waitForURL('**/topic/**');
		assert.match(await page.textContent('[component="post/content"]') ?? '', /Half an hour/);
	});

	it('keeps responsibility and licence in view of whoever writes', async () => {
		const page = await stage().page('admin');
		await compose(page);
		await page.waitForSelector('.forum-terms-notices');
		const notices = await page.textContent('.forum-terms-notices') ?? '';
		assert.match(notices, /clause 4\.3/);
		assert.match(notices, /clause 4\.5/);
		await assertSound(page);
	});
});
