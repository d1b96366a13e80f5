import assert from 'node:assert/strict';
import { assertSound, describeInBrowser } from './stage';

const base = '/api/v3/plugins/forum-terms';

describeInBrowser('a large partner account in the ACP', (stage) => {
	it('shows its people page by page; whoever is not on the page stays when it is saved', async () => {
		const admin = await stage().visitor('admin');
		const uids: number[] = [];
		for (let i = 0; i < 55; i += 1) {
			const made = await admin.send('POST', '/api/v3/users', { username: `person-${i}`, password: 'Long-enough-1' });
			uids.push(Number(made.response.uid));
		}
		const saved = await admin.send('PUT', `${base}/admin/partners/large`, {
			company: 'Large Telecom', owners: [1], staff: uids.map(uid => ({ uid, role: 'sales' })),
		});
		assert.equal(saved.status, 200, saved.text);

		const page = await stage().page('admin');
		await page.goto('/admin/plugins/forum-terms');
		await page.click('#tab-partners');
		await page.click('[data-partner="large"] .btn-outline-primary');
		const people = page.locator('[data-role="partner-staff"] [data-uid]');
		const more = page.locator('[data-action="more-staff"]');
		await page.waitForSelector('[data-action="more-staff"]:not(.d-none) >> text=(31 left)');
		assert.equal(await people.count(), 24, 'and the owner');
		await assertSound(page);
		await more.click();
		await page.waitForSelector('[data-action="more-staff"] >> text=(6 left)');
		assert.equal(await people.count(), 49);
		const [first, second] = await people.evaluateAll(rows =>
			rows.map(row => Number((row as HTMLElement).dataset.uid)));
		await people.nth(0).locator('[data-action]').click();
		await people.nth(0).locator('select').selectOption('support');
		await page.click('[data-role="partner-form"] button[type=submit]');
		await page.waitForSelector('.toast[data-kind="success"]');

		const found = new Map<number, string>();
		for (let after = 0, isFirst = true; isFirst || after > 0; isFirst = false) {
			const { response } = await admin.send('GET', `${base}/partners/large/people?after=${after}`);
			(response.people as { uid: number; role: string }[]).forEach(({ uid, role }) => found.set(uid, role));
			after = Number(response.next);
		}
		assert.deepEqual([found.size, found.has(first ?? 0), found.get(second ?? 0)], [55, false, 'support']);
	});
});
