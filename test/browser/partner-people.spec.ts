import assert from 'node:assert/strict';
import { assertSound, describeInBrowser, tabTo } from './stage';

const base = '/api/v3/plugins/forum-terms';

describeInBrowser('people of a company', (stage) => {
	const uids = new Map<string, number>();
	before(async () => {
		for (const name of ['owner', 'staff1', 'staff2', 'customer']) {
			uids.set(name, Number((await (await stage().visitor(name)).get('/api/self')).json.uid));
		}
		const admin = await stage().visitor('admin');
		const saved = await admin.send('PUT', `${base}/admin/partners/acme`, {
			company: 'Acme Telecom', level: 'Gold', owners: [uids.get('owner')],
			staff: [{ uid: uids.get('staff1'), role: 'support' }],
		});
		assert.equal(saved.status, 200, saved.text);
	});
	const shot = (name: string) => (process.env.SHOTS ? `${process.env.SHOTS}/people-${name}.png` : undefined);

	it('are listed for the owner, who answers requests, invites and accepts the terms for the company', async () => {
		await (await stage().visitor('customer')).send('POST', `${base}/partners/acme/requests`, { role: 'sales', words: 'I am new here' });
		const page = await stage().page('owner');
		await page.goto('/forum-terms/partner?tab=people');
		await page.waitForSelector('[data-role="people-list"] [data-uid]');
		await page.click(`[data-uid="${uids.get('owner')}"] summary`);
		await page.waitForSelector('#people-successor');
		await page.click(`[data-uid="${uids.get('staff1')}"] summary`);
		await page.waitForSelector('[data-role="people-banners"] >> text=Not confirmed yet');
		await assertSound(page);
		const path = shot('owner');
		if (path) {
			await page.screenshot({ path, fullPage: true });
		}
		await tabTo(page, '[data-role="people-open"] .btn-primary');
		await page.keyboard.press('Enter');
		await page.waitForSelector(`[data-role="people-list"] [data-uid="${uids.get('customer')}"]`);
		await page.fill('#people-whom', 'new@acme.example');
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-role="people-open"] li:has-text("new@acme.example")');
		await page.click('[data-role="people-banners"] .btn-primary');
		await page.waitForSelector('[data-role="people-banners"] .invalid-feedback >> text=tick');
		await page.check('[data-role="people-banners"] input[type="checkbox"]');
		await page.click('[data-role="people-banners"] .btn-primary');
		await page.waitForSelector('[data-role="people-banners"] .alert', { state: 'detached' });
		await page.click(`[data-uid="${uids.get('staff1')}"] summary`);
		await page.click(`[data-uid="${uids.get('staff1')}"] .btn-outline-danger`);
		await page.keyboard.type('Has left us');
		await page.keyboard.press('Enter');
		await page.waitForSelector(`[data-uid="${uids.get('staff1')}"]`, { state: 'detached' });
	});

	it('join by an invitation and leave again by themselves', async () => {
		await (await stage().visitor('owner')).send('POST', `${base}/partners/acme/invitations`, { username: 'staff2', role: 'sales' });
		const page = await stage().page('staff2');
		await page.goto('/forum-terms/partners/join');
		await page.waitForSelector('form[data-act="invitation"]');
		await assertSound(page);
		const path = shot('join');
		if (path) {
			await page.screenshot({ path, fullPage: true });
		}
		await page.click('form[data-act="invitation"] button');
		await page.waitForSelector('form[data-act="departure"]');
		await assertSound(page);
		await page.click('form[data-act="departure"] button');
		await page.waitForSelector('form[data-act="departure"]', { state: 'detached' });
	});

	it('are offered three ways to join, and ask by the name of the company or from its page', async () => {
		const page = await stage().page('newcomer');
		await page.goto('/forum-terms/partner');
		await page.click('text=Join your company');
		await page.waitForSelector('[data-way="request"]');
		assert.deepEqual(await page.locator('[data-way]').evaluateAll(all => all.map(one => (one as HTMLElement).dataset.way)),
			['invitation', 'domain', 'request']);
		await page.fill('#join-company', 'Nobody <b>Ltd</b>');
		await page.keyboard.press('Enter');
		await page.waitForSelector('#join-company-problem >> text=No company called Nobody <b>Ltd</b>');
		await assertSound(page);
		await page.fill('#join-company', ' acme  telecom');
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-way="request"] >> text=Ask to join Acme Telecom');
		await page.goto('/forum-terms/partners/acme');
		await page.click('text=You work here? Ask to join');
		await page.fill('#join-words', 'I answer the phone.');
		await page.click('[data-way="request"] [type="submit"]');
		await page.waitForSelector('text=The owners of Acme Telecom have not answered');
	});
});
