import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { openForum, unique, type Forum } from '../driver/forum';

const path = '/api/v3/plugins/forum-terms/admin/webhook';
const secret = 'forum spec: a secret that nobody shows again';
const url = 'https://hooks.outside.example/forum?key=1';
const addresses = ['93.184.216.34'];

interface State {
	url: string; secret: { isSet: boolean }; delivered: { id: number } | null; waiting: number;
	failing: { reason: string; status: number } | null;
}

describe('every decision is told to another system and to other plugins, without content', () => {
	let forum: Forum;
	const set = (body: object) => forum.admin.send('PUT', path, body);
	const state = async () => (await forum.admin.get(path)).response as unknown as State;
	const retry = async () => (await forum.admin.send('POST', `${path}/retry`, {})).response as unknown as State;
	const outside = (status = 200, led = addresses) => forum.host.outside({ status, addresses: led });
	before(async () => {
		forum = await openForum();
		await outside();
		await forum.host.heard();
	});
	beforeEach(async () => {
		await outside();
		const answer = await set({ url, secret });
		assert.equal(answer.status, 200, answer.text);
	});
	afterEach(async () => {
		assert.equal((await forum.admin.send('DELETE', path, {})).status, 200);
	});
	after(() => forum.close());

	it('is signed like the requests that the forum takes', async () => {
		const topic = unique();
		const id = await forum.host.decide(topic);
		await retry();
		const [{ href, headers, body, addresses: led } = assert.fail(), ...more] = await outside();
		assert.deepEqual([more, href, led], [[], url, addresses]);
		const said = JSON.parse(body) as Record<string, unknown>;
		const { at, ...rest } = said;
		assert.deepEqual(rest, {
			event: 'decision', id, act: 'hold', subject: { kind: 'topic', id: topic }, about: 0, ground: 'cause', clause: '4.1',
			termsVersion: '', by: 'person',
		});
		assert.ok(Math.abs(Number(at) - Date.now()) < 600_000);
		const [timestamp = '', nonce = ''] = [headers['x-forum-terms-timestamp'], headers['x-forum-terms-nonce']];
		assert.match(nonce, /^[A-Za-z0-9-]{16,64}$/);
		const lines = ['v2', timestamp, nonce, 'POST', '/forum?key=1', body].join('\n');
		assert.equal(headers['x-forum-terms-signature'], `v2=${createHmac('sha256', secret).update(lines).digest('hex')}`);
		const { delivered, waiting, failing } = await state();
		assert.deepEqual([delivered?.id, waiting, failing], [id, 0, null]);
	});

	it('is heard by other plugins once, without whoever decided', async () => {
		await forum.host.heard();
		const id = await forum.host.decide(unique());
		const heard = await forum.host.heard();
		assert.deepEqual(heard.map(facts => facts.id), [id]);
		assert.deepEqual(Object.keys(heard[0] ?? {}).sort(),
			['about', 'act', 'at', 'by', 'caller', 'clause', 'ground', 'id', 'subject', 'termsVersion']);
		assert.equal(heard[0]?.caller, null);
	});

	it('waits, in order, while the other system refuses, redirects, or its name leads inside, and says why', async () => {
		const first = await forum.host.decide(unique());
		const failures = [
			[503, addresses, 'status'], [307, addresses, 'redirect'], [200, ['127.0.0.1'], 'private'],
			[200, [...addresses, 'fd00::1'], 'private'], [200, [], 'unknown'],
		] as const;
		for (const [status, led, reason] of failures) {
			await outside(status, [...led]);
			const { failing, waiting } = await retry();
			assert.deepEqual([failing?.reason, waiting], [reason, 1]);
			assert.equal((await outside(status, [...led])).length, Number(String(led) === String(addresses)), reason);
		}
		const second = await forum.host.decide(unique());
		assert.equal((await state()).waiting, 2);
		await outside();
		const { failing, waiting, delivered } = await retry();
		assert.deepEqual([failing, waiting, delivered?.id], [null, 0, second]);
		assert.deepEqual((await outside()).map(({ body }) => (JSON.parse(body) as { id: number }).id), [first, second]);
	});

	it('is tested by a request that is no decision', async () => {
		const test = async () => (await forum.admin.send('POST', `${path}/test`, {})).response;
		assert.deepEqual(await test(), { taken: true });
		const [{ body } = assert.fail()] = await outside(302);
		assert.equal((JSON.parse(body) as { event: string }).event, 'test');
		assert.deepEqual(await test(), { taken: false, reason: 'redirect', status: 302 });
		assert.equal((await state()).failing, null);
	});

	it('goes nowhere private, and says at the field what is wrong', async () => {
		await outside(200, ['10.0.0.8']);
		const wrong: Record<string, string> = {
			'https://10.0.0.8/': 'webhook-private', 'https://2130706433/': 'webhook-private', 'https://0x7f.1/': 'webhook-private',
			'https://[::1]/': 'webhook-private', 'https://[::ffff:8.8.8.8]/': 'webhook-private', 'https://localhost/': 'webhook-private',
			'https://metadata.google.internal/': 'webhook-private', 'https://nas.local./': 'webhook-private', [url]: 'webhook-private',
			'https://nobody.invalid/': 'webhook-unknown', 'http://hooks.outside.example/': 'body-invalid',
			'http://localhost/': 'body-invalid', 'https://me@hooks.outside.example/': 'body-invalid', 'no address': 'body-invalid',
		};
		for (const [target, code] of Object.entries(wrong)) {
			const { status, response, message } = await set({ url: target, secret });
			assert.deepEqual([status, response.code, response.field], [400, code, 'url'], target);
			assert.ok(!message.includes('[['), message);
		}
		const misshapen = [
			[{ url, secret: 'short' }, 'secret'], [{ secret }, 'url'], [{ url: [url], secret }, 'url'], [{ url, on: 1 }, 'on'],
		] as const;
		for (const [body, field] of misshapen) {
			const { status, response } = await set(body);
			assert.deepEqual([status, response.field], [400, field]);
		}
		assert.equal((await state()).url, url);
	});

	it('shows its secret nowhere, and forgets it when it is turned off', async () => {
		await forum.host.decide(unique());
		await retry();
		const places = await Promise.all([
			path, '/admin/plugins/forum-terms', '/api/admin/plugins/forum-terms', '/api/config', '/api/admin/advanced/events',
			'/admin/advanced/logs', '/api/v3/plugins/forum-terms/me/export',
		].map(async place => [place, (await forum.admin.get(place)).text] as const));
		const settings = await forum.socket(forum.admin, 'admin.settings.get', { hash: 'forum-terms' });
		const texts = [
			...places, ['settings', JSON.stringify(settings)], ['put', (await set({ url, secret })).text], ['log', forum.log()],
		] as const;
		assert.deepEqual(texts.filter(([, text]) => text.includes(secret)).map(([place]) => place), []);
		assert.equal((await state()).secret.isSet, true);
		const off = (await forum.admin.send('DELETE', path, {})).response as unknown as State;
		assert.deepEqual([off.url, off.secret.isSet, off.delivered], ['', false, null]);
		assert.equal((await set({ url })).response.code, 'webhook-secret');
		assert.equal((await forum.admin.send('POST', `${path}/test`, {})).response.code, 'webhook-off');
		await outside();
		await forum.host.decide(unique());
		assert.equal((await state()).waiting, 0);
	});
});
