import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertSound, describeInBrowser, tabTo } from './stage';

describeInBrowser(`page of a partner's owner`, (stage) => {
	let pids: string[] = [];
	before(async function ask() {
		const admin = await stage().terms('admin');
		const uidOf = async (name: string) => Number((await (await stage().visitor(name)).get('/api/config')).json.uid);
		const [owner, staff1, staff2] = [await uidOf('owner'), await uidOf('staff1'), await uidOf('staff2')];
		await admin.call('PUT', '/admin/partners/acme', {
			company: 'Acme Telecom', level: 'Gold', owners: [owner],
			staff: [{ uid: staff1, role: 'support' }, { uid: staff2, role: 'sales' }],
		});
		const writer = await stage().visitor('staff1');
		pids = [];
		for (const text of ['The session timer ends it after half an hour.', 'Port 5090 is the tunnel, open it outgoing.', 'Use SRTP on both sides.']) {
			const made = await writer.send('POST', '/api/v3/topics/2', { content: text });
			pids.push(String(Number(made.response.pid)));
		}
		await (await stage().visitor('staff2')).send('POST', '/api/v3/topics', {
			cid: 6, title: 'A first offer', content: 'We sell licences of all sizes, ask us.',
		});
		const reader = await stage().visitor('customer');
		await reader.send('POST', '/api/v3/flags', { type: 'post', id: pids[1], reason: 'Off the purpose of the forum' });
		await (await stage().visitor('moderator')).send('PUT', `/api/v3/posts/${pids[1] ?? ''}`, { content: 'Port 5090 is the tunnel, open it.' });
		const standing = async () => JSON.stringify(await (await stage().visitor('owner')).get('/api/forum-terms/partner?tab=reports'));
		for (let i = 0; i < 40 && !(await standing()).includes('post-moderated'); i += 1) {
			await new Promise(resolve => setTimeout(resolve, 50));
		}
	});

	const look = async (page: Page, name: string) => {
		if (process.env.SCREENSHOTS) {
			await page.screenshot({ path: `${process.env.SCREENSHOTS}/partner-${name}.png`, fullPage: true });
		}
		await assertSound(page);
	};

	it('says at a glance how the company stands, in every section', async () => {
		const page = await stage().page('owner');
		for (const tab of ['posts', 'waiting', 'reports', 'strikes', 'people', 'terms']) {
			await page.goto(`/forum-terms/partner?tab=${tab}`);
			assert.match(await page.innerText('h1'), /Acme Telecom/);
			assert.equal(await page.getAttribute('.forum-terms-tabs .active', 'aria-current'), 'page');
			if (tab === 'strikes') {
				await page.waitForSelector('[data-role="strikes-state"]:not(:has-text("Loading"))');
			}
			await look(page, tab);
		}
		assert.match(await page.innerText('[data-role="partner-terms"]'), /staff2/);
		await page.goto('/forum-terms/partner?tab=reports');
		assert.match(await page.innerText('[data-role="partner-acts"]'), /Edited\s+forum staff/);
		await page.goto('/forum-terms/partner?tab=waiting');
		assert.match(await page.innerText('[data-role="partner-waiting"]'), /We sell licences/);
	});

	it('finds posts with a form that needs no script', async () => {
		const page = await stage().page('owner', { javaScriptEnabled: false });
		await page.goto('/forum-terms/partner');
		await page.click('summary');
		await page.fill('#partner-who', 'staff1');
		await page.click('[data-role="partner-posts"] form [type=submit]');
		assert.equal(await page.inputValue('#partner-who'), 'staff1');
		const names = await page.locator('[data-role="partner-posts"] li .text-muted').allInnerTexts();
		assert.ok(names.length >= 3 && names.every(name => name.startsWith('staff1')), names.join());
		await page.goto('/forum-terms/partner?tab=posts&who=nobody-of-that-name');
		assert.match(await page.innerText('[role="alert"]'), /No member of this company/);
	});

	it('withdraws, brings back and corrects with the keyboard only', async () => {
		const page = await stage().page('owner');
		const item = `li[data-pid="${pids[2] ?? ''}"]`;
		await page.goto('/forum-terms/partner');
		await tabTo(page, `${item} [data-act="withdraw"]`, 120);
		await page.keyboard.press('Enter');
		await page.waitForSelector(`${item} textarea`);
		assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA');
		await look(page, 'withdrawing');
		await page.keyboard.type('It names a customer.');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.waitForSelector(`${item} [data-act="restore"]`);
		await tabTo(page, `${item} [data-act="restore"]`, 120);
		await page.keyboard.press('Enter');
		await page.waitForSelector(`${item} [data-act="correct"]`);
		await tabTo(page, `${item} [data-act="correct"]`, 120);
		await page.keyboard.press('Enter');
		await page.waitForSelector(`${item} textarea[name="content"]`);
		assert.equal(await page.inputValue(`${item} textarea[name="content"]`), 'Use SRTP on both sides.');
		await look(page, 'correcting');
		await page.keyboard.press('Control+A');
		await page.keyboard.type('Use SRTP on both sides of the trunk.');
		await page.keyboard.press('Tab');
		await page.keyboard.type('Which sides was not said.');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.waitForSelector(`${item} p:has-text("of the trunk")`);
	});

	it('tells staff for whom they speak, and others how to join', async () => {
		const staff = await stage().page('staff1');
		await staff.goto('/forum-terms/partner');
		assert.match(await staff.innerText('[data-role="partner"]'), /Acme Telecom[\s\S]*support[\s\S]*Leave the company/);
		await look(staff, 'staff');
		const nobody = await stage().page('customer');
		await nobody.goto('/forum-terms/partner');
		assert.match(await nobody.getAttribute('[data-role="partner"] a.btn', 'href') ?? '', /partners\/join$/);
		await look(nobody, 'none');
	});

	it('marks what staff write as official, and leads from the badge to the company', async () => {
		const page = await stage().page(null);
		await page.goto('/topic/2');
		await page.waitForSelector('a.forum-terms-partner');
		await look(page, 'topic');
		await page.click('a.forum-terms-partner >> nth=0');
		await page.waitForSelector('[data-role="company"]');
		assert.match(await page.innerText('[data-role="company"]'), /Acme Telecom[\s\S]*staff1/);
		await look(page, 'company');
	});
});
