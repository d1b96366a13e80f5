import assert from 'node:assert/strict';
import { outsideWorld } from '../nodebb/outside-world';
import { assertSound, describeInBrowser } from './stage';

describeInBrowser('the webhook of decisions in the ACP', (stage) => {
	const outside = outsideWorld();
	/** A strike for a post of a partner. */
	async function decide(): Promise<void> {
		const [admin, writer] = [await stage().terms('admin'), await stage().visitor('staff1')];
		const uid = Number((await writer.get('/api/self')).json.uid);
		const owner = Number((await (await stage().visitor('owner')).get('/api/self')).json.uid);
		await admin.call('PUT', '/admin/partners/acme', {
			company: 'Acme', level: 'Gold', owners: [owner], staff: [{ uid, role: 'support' }],
		});
		const { response } = await writer.send('POST', '/api/v3/topics', {
			cid: 3, title: 'The best offer of the year', content: 'Buy your phones from us, the best there are.',
		});
		const given = await admin.call('POST', '/partners/acme/strikes', {
			pid: Number(response.mainPid), clause: '4.1', points: 1, reason: 'An advertisement.',
		});
		assert.equal(given.status, 200, given.text);
	}
	const answers = (status: number) => outside({ status, addresses: ['93.184.216.34'] });

	it('is set with an address and a secret, tested, seen failing, tried again and turned off', async () => {
		await answers(200);
		const page = await stage().page('admin');
		await page.goto('/admin/plugins/forum-terms');
		await page.click('#tab-records');
		const says = (text: string, role = 'state') => page.waitForSelector(`[data-role="webhook-${role}"] >> text=${text}`);
		await says('No webhook is set');
		assert.deepEqual(await page.isVisible('[data-action="test-webhook"]'), false);

		await page.fill('#webhook-url', 'https://10.0.0.8/hook');
		await page.fill('#webhook-secret', 'a secret of a browser, nobody shows it');
		await page.press('#webhook-secret', 'Enter');
		await page.waitForSelector('#webhook-url-problem >> text=10.0.0.8');
		assert.equal(await page.inputValue('#webhook-url'), 'https://10.0.0.8/hook');
		await page.fill('#webhook-url', 'https://hooks.outside.example/forum');
		await page.click('[data-role="webhook"] [type="submit"]');
		await says('Nothing has been delivered yet. Decisions waiting: 0.');
		await says('Secret set on', 'secret-since');
		assert.equal(await page.inputValue('#webhook-secret'), '');
		await page.click('[data-action="test-webhook"]');
		await page.waitForSelector('text=The other system accepted the test.');

		await answers(503);
		await page.click('[data-action="test-webhook"]');
		await says('The test failed: the answer had status 503.', 'problem');
		await decide();
		await page.reload();
		await page.click('#tab-records');
		await says('Decisions waiting: 1.');
		assert.equal(await page.isVisible('[data-action="retry-webhook"]'), true);
		await page.click('[data-action="retry-webhook"]');
		await says('/Decision \\d+ has been failing since .*: the answer had status 503\\. Next attempt: /', 'failing');
		await assertSound(page);
		await answers(204);
		await page.click('[data-action="retry-webhook"]');
		await says('/Last delivered: decision \\d+ on .* Decisions waiting: 0\\./');
		assert.equal(await page.isVisible('[data-role="webhook-failing"]'), false);

		await answers(422);
		await decide();
		await page.reload();
		await page.click('#tab-records');
		await says('Decisions waiting: 1.');
		for (const action of ['retry', 'retry', 'retry']) {
			await page.click(`[data-action="${action}-webhook"]:enabled`);
			await page.waitForSelector(`[data-action="${action}-webhook"]:enabled, [data-action="${action}-webhook"].d-none`, { state: 'attached' });
		}
		await says('The other system keeps refusing these decisions', 'aside');
		await says('/Decision \\d+ \\(status 422\\)/', 'aside');
		await assertSound(page);
		await page.click('[data-aside="skip"]');
		await page.click('.modal.show .btn-primary');
		await page.waitForSelector('[data-role="webhook-aside"]', { state: 'hidden' });

		await page.click('[data-action="remove-webhook"]');
		await page.click('.modal.show .btn-primary');
		await says('No webhook is set');
		assert.equal(await page.inputValue('#webhook-url'), '');
		await assertSound(page);
	});
});
