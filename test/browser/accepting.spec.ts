import assert from 'node:assert/strict';
import { assertSound, describeInBrowser, tabTo } from './stage';

describeInBrowser('accepting', (stage) => {
	it('leads a member who owes an acceptance to the text, with nothing ticked, and back to where they were going', async () => {
		const page = await stage().page('newcomer');
		await page.goto('/topic/2');
		assert.match(page.url(), /\/forum-terms\/accept\?next=/);
		assert.equal(await page.isChecked('#forum-terms-agree'), false);
		await assertSound(page);

		await tabTo(page, 'button[value="accept"]');
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-role="problem"]:not(.d-none)');
		assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-role')), 'problem');
		assert.match(page.url(), /accept/);

		await tabTo(page, '#forum-terms-agree');
		await page.keyboard.press('Space');
		await tabTo(page, 'button[value="accept"]');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/topic/2');
	});

	it('lets somebody decline with one press and read on', async () => {
		await stage().publish();
		const page = await stage().page('customer');
		await page.goto('/');
		await page.click('button[value="decline"]');
		await page.waitForURL(`${stage().url}/`);
		await page.goto('/topic/2');
		assert.match(await page.textContent('h1') ?? '', /Calls drop/);
	});

	it('shows the reader\'s own language, which is the one on record', async () => {
		await stage().publish();
		const page = await stage().page('staff1');
		await page.goto('/forum-terms/accept?lang=de');
		assert.match(await page.textContent('.forum-terms-text') ?? '', /Wer schreibt, stimmt zu/);
		assert.equal(await page.getAttribute('.forum-terms-text', 'lang'), 'de');
		await page.check('#forum-terms-agree');
		await page.click('button[value="accept"]');
		await page.waitForURL(`${stage().url}/`);
		await page.waitForSelector('text=You have accepted the terms.');
		const [record] = (await (await stage().terms('staff1')).records()).filter(({ event }) => event === 'accepted');
		assert.equal(record?.language, 'de');
	});

	it('stands in the registration form, unticked, before there is an account', async () => {
		const page = await stage().page(null);
		await page.goto('/register');
		await page.fill('#username', 'visitor');
		await page.fill('#password', 'A-long-one-1');
		await page.fill('#password-confirm', 'A-long-one-1');
		await page.click('main button[type=submit]');
		await page.waitForURL('**/register/complete');
		assert.equal(await page.isChecked('#forumTermsAgree'), false);
		await assertSound(page);
		await page.check('#gdpr_agree_data');
		await page.check('#gdpr_agree_email');
		await page.click('main button[type=submit] >> nth=0');
		assert.match(await page.textContent('[role=alert]') ?? '', /tick the box/i);
		await page.check('#forumTermsAgree');
		for (const box of ['#gdpr_agree_data', '#gdpr_agree_email']) {
			if (await page.$(box)) {
				await page.check(box);
			}
		}
		await page.click('main button[type=submit] >> nth=0');
		await page.waitForURL(`${stage().url}/`);
		await page.goto('/me/forum-terms');
		assert.match(await page.textContent('[data-role="records"]') ?? '', /accepted/);
	});
});
