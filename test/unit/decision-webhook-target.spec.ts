import assert from 'node:assert/strict';
import { done } from '../../lib/kernel/refusals/outcome';
import { codeOf } from '../builders/customers';
import { hookSecret, hookUrl, webhookInMemory } from '../builders/decision-webhook';

const minute = 60_000;
const address = '93.184.216.34';

describe('where decisions are sent', () => {
	it('is not set to what is private, unknown, not HTTPS or without a secret', async () => {
		const { webhook, outside } = await webhookInMemory({ isOn: false });
		outside.names.set('inside.partner.example', ['93.184.216.34', '10.1.2.3']);
		const codes: Record<string, string> = {
			'https://10.1.2.3/': 'webhook-private url', 'https://0x7f.1/': 'webhook-private url', 'https://localhost/': 'webhook-private url',
			'https://nas.local./': 'webhook-private url', 'https://[::ffff:8.8.8.8]/': 'webhook-private url',
			'https://inside.partner.example/': 'webhook-private url', 'https://nobody.partner.example/': 'webhook-unknown url',
			'http://hooks.partner.example/': 'body-invalid url', 'http://localhost/': 'body-invalid url', 'hooks.partner.example': 'body-invalid url',
			'https://user:word@hooks.partner.example/': 'body-invalid url', '': 'body-invalid url',
		};
		for (const [target, code] of Object.entries(codes)) {
			assert.equal(codeOf(await webhook.set({ url: target, secret: hookSecret })), code, target);
		}
		assert.equal(codeOf(await webhook.set({ url: hookUrl })), 'webhook-secret secret');
		assert.deepEqual([codeOf(await webhook.test()), codeOf(await webhook.tryAgain())], ['webhook-off', 'webhook-off']);
		const { url: none, secret: kept } = await webhook.state();
		assert.deepEqual([none, kept.isSet, outside.received], ['', false, []]);
	});

	it('sends nothing once its name leads inside, and shows that as failing', async () => {
		const { decide, webhook, outside, time } = await webhookInMemory();
		await decide();
		for (const inside of ['127.0.0.1', 'fd00::1', '169.254.169.254']) {
			outside.names.set('hooks.partner.example', [inside]);
			await webhook.tryAgain();
			assert.equal((await webhook.state()).failing?.reason, 'private');
		}
		outside.names.delete('hooks.partner.example');
		await webhook.tryAgain();
		assert.equal((await webhook.state()).failing?.reason, 'unknown');
		assert.deepEqual(outside.received, []);
		outside.names.set('hooks.partner.example', [address]);
		time.at += minute;
		assert.equal(await webhook.deliver(), 1);
	});

	it('keeps its secret when the address changes, and what waits goes to the new one at once', async () => {
		const { decide, webhook, outside, answers } = await webhookInMemory();
		answers({ status: 404 });
		await decide();
		await webhook.deliver();
		outside.names.set('other.partner.example', ['93.184.216.35']);
		assert.equal(codeOf(await webhook.set({ url: 'https://other.partner.example/' })), 'ok');
		assert.equal(await webhook.deliver(), 1);
		assert.equal(outside.received.at(-1)?.href, 'https://other.partner.example/');
	});

	it('forgets secret and list when it is turned off, and never sends what was decided meanwhile', async () => {
		const { decide, webhook, database, answers, ids, announced } = await webhookInMemory();
		answers({ status: 500 });
		await decide();
		await webhook.deliver();
		await webhook.remove();
		assert.equal(database.everything().includes(hookSecret), false);
		await decide();
		assert.deepEqual([await webhook.deliver(), (await webhook.state()).waiting, announced.length], [0, 0, 2]);
		// What a process that did not know yet left.
		await database.sortedSetAdd('forum-terms:decision-webhook-due', 2, '2');
		assert.equal((await webhook.state()).waiting, 0);
		answers();
		await webhook.set({ url: hookUrl, secret: hookSecret });
		await decide();
		assert.equal(await webhook.deliver(), 1);
		assert.equal(ids(), '1 3');
	});

	it('is tested by a request that is no decision and changes nothing', async () => {
		const { decide, webhook, answers, bodies, time } = await webhookInMemory();
		await decide();
		const before = await webhook.state();
		answers({ status: 302 });
		assert.deepEqual(await webhook.test(), done({ isTaken: false, failure: 'redirect', status: 302 }));
		answers();
		assert.deepEqual(await webhook.test(), done({ isTaken: true }));
		assert.deepEqual(bodies(), [{ event: 'test', at: time.at }, { event: 'test', at: time.at }]);
		assert.deepEqual(await webhook.state(), before);
	});
});
