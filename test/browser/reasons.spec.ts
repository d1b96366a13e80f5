import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertSound, describeInBrowser } from './stage';

describeInBrowser('reasons before they are given', (stage) => {
	/** A picture for whoever wants to look; nothing without a folder for it. */
	async function look(page: Page, name: string): Promise<void> {
		await assertSound(page);
		if (process.env.PICTURES) {
			await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
		}
	}
	const small = { viewport: { width: 390, height: 800 } };
	let restricted = 0;

	before(async () => {
		const [owner, customer] = [await stage().visitor('owner'), await stage().visitor('customer')];
		const uidOf = async (who: typeof owner) => Number((await who.get('/api/self')).json.uid);
		restricted = await uidOf(customer);
		const saved = await (await stage().terms('admin')).call('PUT', '/admin/partners/acme', {
			company: 'Acme Telecom', owners: [await uidOf(owner)],
			staff: [{ uid: await uidOf(await stage().visitor('staff1')), role: 'support' }],
		});
		assert.equal(saved.status, 200, saved.text);
		const german = await owner.send('PUT', `/api/v3/users/${await uidOf(owner)}/settings`, { settings: { userLang: 'de' } });
		assert.equal(german.status, 200, german.text);
	});

	it('are previewed in the suspension form in the owner\'s language; fields show when they apply', async () => {
		const page = await stage().page('admin');
		await page.goto('/admin/plugins/forum-terms');
		await page.waitForSelector('[data-document][data-ready]');
		await page.click('#tab-partners');
		await page.click('[data-partner="acme"] [data-action="open-partner"] >> nth=0');
		await page.waitForSelector('[data-role="partner-account"]:not(.d-none)');
		for (const hidden of ['#decision-target', '#decision-notice-reason', '#decision-notice-at']) {
			assert.equal(await page.isVisible(hidden), false, hidden);
		}
		await page.selectOption('#partner-clause', '1');
		assert.equal(await page.isVisible('#decision-target'), true);
		await page.selectOption('#decision-target', 'team');
		await page.fill('#partner-reason', 'Spoke ill of the team, again.');
		await page.check('#decision-notice-none');
		await page.click('[data-role="suspend-button"]');
		await page.waitForSelector('#decision-notice-reason.is-invalid');
		await page.selectOption('#decision-notice-reason', 'safety');
		await page.waitForSelector('#decision-notice-reason:not(.is-invalid)');
		await page.click('[data-role="suspend-button"]');
		await page.waitForSelector('#decision-notice-at.is-invalid');
		await page.selectOption('#decision-notice-reason', 'legal-hold');
		await page.waitForSelector('#decision-notice-at:not(.is-invalid)');
		await page.click('[data-role="partner-suspension"] [data-action="preview"]');
		const preview = '[data-role="partner-suspension"] [data-role="preview"]';
		await page.waitForSelector(`${preview} [data-language="de"] [data-line="reason"] >> text=Spoke ill of the team`);
		assert.match(await page.innerText(`${preview} [data-language="de"]`), /Gerichtet gegen\s+das Team[\s\S]*Bis\s+zur Aufhebung/);
		await look(page, 'suspension');
		await page.fill('#partner-reason', 'Spoke ill of the team.');
		assert.equal(await page.locator(`${preview} [data-language]`).count(), 0, 'an old preview is gone');
		await page.click('[data-role="suspend-button"]');
		await page.waitForSelector('[data-role="partner-suspended"] >> text=Spoke ill of the team.');
		const { response } = await (await stage().visitor('admin')).send('GET', '/api/v3/plugins/forum-terms/admin/decisions?act=suspend');
		const { decisions } = response as { decisions: { notice: object; target: string }[] };
		assert.deepEqual([decisions[0]?.notice, decisions[0]?.target], [{ kind: 'none', why: 'legal-hold', at: 0 }, 'team']);
	});

	it('are read by the person concerned on their own page, in their zone', async () => {
		const admin = await stage().visitor('admin');
		const account = '/api/v3/plugins/forum-terms/admin/partners/acme/suspension';
		await admin.send('DELETE', account, { reason: 'To be told of it.' });
		const suspended = await admin.send('PUT', account, {
			clause: '1', target: 'team', reason: 'Spoke ill of the team.', notice: 'sent',
		});
		assert.equal(suspended.status, 200, JSON.stringify(suspended));
		const page = await stage().page('staff1', small);
		await page.goto('/forum-terms/partner');
		await page.waitForSelector('[data-role="reasons"][data-kind="suspension"] [data-line="reason"] >> text=Spoke ill of the team.');
		assert.equal(await page.innerText('[data-line="by"]'), 'the forum’s staff');
		await look(page, 'person');
	});

	it('are previewed in the planner beside the effects, with the reason for no notice and what was spoken against', async () => {
		const page = await stage().page('admin');
		await page.goto(`/forum-terms/restrictions?uid=${restricted}`);
		await page.check('#restriction-scope-chat');
		assert.equal(await page.isVisible('#decision-target'), false);
		await page.selectOption('#restriction-clause', '1');
		await page.selectOption('#decision-target', 'policies');
		await page.fill('#restriction-reason', 'Against the rules of the house.');
		await page.check('#decision-notice-none');
		await page.click('[data-role="planner"] [type="submit"]');
		await page.waitForSelector('#decision-notice-reason.is-invalid');
		await page.selectOption('#decision-notice-reason', 'duplicate');
		await page.click('[data-role="planner"] [type="submit"]');
		await page.waitForSelector('[data-role="effects"]:not(.d-none) [data-role="preview"] [data-line="target"] >> text=the policies');
		await look(page, 'planner');
		await page.click('[data-action="end"]');
		await page.click('[data-answer="yes"]');
		await page.waitForSelector('[data-role="case"]');
	});
});
