import assert from 'node:assert/strict';
import { assertSound, describeInBrowser, tabTo } from './stage';

describeInBrowser('a strike against a partner', (stage) => {
	let topic = '';

	before(async () => {
		const admin = await stage().terms('admin');
		const uidOf = async (name: string) => Number((await (await stage().visitor(name)).get('/api/self')).json.uid);
		const saved = await admin.call('PUT', '/admin/partners/acme', {
			company: 'Acme <b>Telecom</b>', level: 'Gold', owners: [await uidOf('owner')],
			staff: [{ uid: await uidOf('staff1'), role: 'support' }, { uid: await uidOf('staff2'), role: 'sales' }],
		});
		assert.equal(saved.status, 200, saved.text);
		const { response } = await (await stage().visitor('staff1')).send('POST', '/api/v3/topics', {
			cid: 3, title: 'The best offer of the year', content: 'Buy your phones from us, the best there are.',
		});
		topic = `/topic/${String(response.slug)}`;
	});

	it('is opened from the menu of a post by keyboard, and says what it would do before it is given', async () => {
		const page = await stage().page('moderator');
		await page.goto(topic);
		await tabTo(page, '[component="post/tools"] [data-bs-toggle="dropdown"]');
		await page.keyboard.press('Enter');
		await page.waitForSelector('[component="forum-terms/strike"] >> text=Strike against Acme <b>Telecom</b>…');
		await page.click('[component="forum-terms/strike"]');
		await page.waitForSelector('dialog.forum-terms-strike[open]');
		assert.match(await page.textContent('[data-role="standing"]') ?? '', /Now: 0 points from 0 people\. The owner is warned at 3 points from 2 different people\./);
		assert.deepEqual(await page.locator('#forum-terms-strike-clause option').evaluateAll(all => all.map(one => (one as HTMLOptionElement).value)),
			['1', '3', '4', '4.1', '4.2', '4.4', '5']);
		await page.selectOption('#forum-terms-strike-clause', '4.4');
		await page.fill('#forum-terms-strike-points', '6');
		await page.waitForSelector('[data-role="outlook"] >> text=If it counts: posts are reviewed first');
		await page.selectOption('#forum-terms-strike-clause', '4.1');
		await page.waitForSelector('[data-role="outlook"] >> text=If it counts, nothing changes (good standing).');
		await assertSound(page);
	});

	it('names what is missing at its field, is given, and gives the focus back', async () => {
		const page = await stage().page('moderator');
		await page.goto(topic);
		await page.click('[component="post/tools"] [data-bs-toggle="dropdown"]');
		await page.click('[component="forum-terms/strike"]');
		await page.waitForSelector('dialog.forum-terms-strike[open]');
		await page.fill('#forum-terms-strike-points', '11');
		await page.click('[data-action="give"]');
		await page.waitForSelector('#forum-terms-strike-points-problem:not(.d-none) >> text=from 1 to 10');
		await page.fill('#forum-terms-strike-points', '2');
		await page.click('[data-action="give"]');
		await page.waitForSelector('#forum-terms-strike-reason-problem:not(.d-none)');
		assert.equal(await page.evaluate(() => document.activeElement?.id), 'forum-terms-strike-reason');
		await assertSound(page);
		await page.keyboard.type('This is an advertisement. Please answer questions instead.');
		await page.click('[data-action="give"]');
		await page.waitForSelector('dialog.forum-terms-strike', { state: 'detached' });
		await page.waitForSelector('.toast[data-kind="success"]');
		assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-bs-toggle')), 'dropdown');
		const { response } = await (await stage().terms('admin')).call('GET', '/partners/acme/strikes');
		assert.equal((response.strikes as unknown[]).length, 1);
	});
});
