import assert from 'node:assert/strict';
import { nodebbHost } from '../../lib/nodebb/host';
import * as forum from '../../lib/platform/forum/forum';
import * as book from '../../lib/records/decisions/book';
import * as webhook from '../../lib/records/webhook/webhook';
import { outsideWorld } from '../nodebb/outside-world';
import { specDecisions } from '../nodebb/spec-decisions';
import { assertSound, describeInBrowser } from './stage';

describeInBrowser('the webhook of decisions in the ACP', (stage) => {
	const outside = outsideWorld();
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
		await page.waitForSelector('text=The other system took the test.');

		await answers(503);
		await page.click('[data-action="test-webhook"]');
		await says('The test failed: the answer had status 503.', 'problem');
		await specDecisions(nodebbHost(), { ...book, ...webhook, ...forum })('webhook');
		await page.reload();
		await page.click('#tab-records');
		await says('Decisions waiting: 1.');
		assert.equal(await page.isVisible('[data-action="retry-webhook"]'), true);
		await page.click('[data-action="retry-webhook"]');
		await says('/Failing since .*: the answer had status 503\\. Next attempt: /', 'failing');
		await assertSound(page);
		await answers(204);
		await page.click('[data-action="retry-webhook"]');
		await says('/Last delivered: decision \\d+ on .* Decisions waiting: 0\\./');
		assert.equal(await page.isVisible('[data-role="webhook-failing"]'), false);

		await page.click('[data-action="remove-webhook"]');
		await page.click('.modal.show .btn-primary');
		await says('No webhook is set');
		assert.equal(await page.inputValue('#webhook-url'), '');
		await assertSound(page);
	});
});
