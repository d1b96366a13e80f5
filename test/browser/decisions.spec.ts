import assert from 'node:assert/strict';
import { assertSound, describeInBrowser } from './stage';

describeInBrowser('the record of decisions', (stage) => {
	before(async () => {
		const version = await stage().publish();
		const uid = Number((await (await stage().visitor('customer')).get('/api/self')).json.uid);
		const moderator = await stage().terms('moderator');
		const made = await moderator.call('POST', '/admin/restrictions', {
			uid, scope: 'chat', clause: '4.1', reason: 'Three advertisements.', note: 'The third one.',
		});
		assert.deepEqual([made.status, made.response.termsVersion], [200, version], made.text);
		await stage().publish({ text: { 'en-GB': '## 2. Acceptance\n\nAgreed.\n\n## 4. Posting\n\n1. Another sentence.' } });
		const lifted = await moderator.call('DELETE', `/admin/restrictions/${String(made.response.id)}`, { reason: 'Paid.' });
		assert.equal(lifted.status, 200, lifted.text);
	});

	it('is a list for staff, filtered by what was decided, and one decision with the sentence of its day', async () => {
		const page = await stage().page('moderator');
		await page.goto('/forum-terms/decisions');
		await page.waitForSelector('[data-role="decision-list"] >> text=Lifted');
		await assertSound(page);
		await page.selectOption('#decision-act', 'restrict');
		await page.click('[data-role="decision-filter"] [type="submit"]');
		await page.waitForSelector('[data-role="decision-list"] >> text=Restricted');
		assert.equal(await page.isVisible('[data-role="decision-list"] >> text=Lifted'), false);
		await page.click('[data-role="decision-list"] a >> text=Restricted');
		await page.waitForSelector('[data-role="sentence"] >> text=Be kind.');
		for (const text of ['Three advertisements.', 'The third one.', 'Lifted']) {
			assert.ok(await page.isVisible(`[data-role="decisions"] >> text=${text}`), text);
		}
		await assertSound(page);
	});

	it('leads from a decision about a partner to its page', async () => {
		const admin = await stage().terms('admin');
		const owner = Number((await (await stage().visitor('owner')).get('/api/self')).json.uid);
		for (const [path, body] of [
			['/admin/partners/acme', { company: 'Acme Telecom', level: 'Gold', owners: [owner], staff: [] }],
			['/admin/partners/acme/suspension', { clause: '4.12', reason: 'Unpaid.', notice: 'sent' }],
		] as const) {
			const saved = await admin.call('PUT', path, body);
			assert.equal(saved.status, 200, saved.text);
		}
		const page = await stage().page('admin');
		await page.goto('/forum-terms/decisions?act=suspend');
		await page.click('[data-role="decision-list"] a');
		await page.click('dd a >> text=acme');
		await page.waitForSelector('h1 >> text=Acme Telecom');
	});

	it('is not there for members', async () => {
		const page = await stage().page('staff1');
		assert.equal((await page.goto('/forum-terms/decisions'))?.status(), 403);
	});
});
