import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { openForum, type Forum } from '../driver/forum';
import { ask, makeCompanies, postIn, type Company } from '../driver/partner-ground';

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
	let cid: number;
	let company: Company;
	const set = (body: object) => forum.admin.send('PUT', path, body);
	const state = async () => (await forum.admin.get(path)).response as unknown as State;
	const retry = async () => (await forum.admin.send('POST', `${path}/retry`, {})).response as unknown as State;
	const outside = (status = 200, led = addresses) => forum.host.outside({ status, addresses: led });
	/** A strike against the company; answers the number of the decision, as other plugins hear it. */
	async function decide(): Promise<number> {
		const { pid } = await postIn(forum, company.staff, cid);
		await forum.host.heard();
		const given = await ask(forum.admin, 'POST', `/partners/${company.id}/strikes`, {
			pid, clause: '4.1', points: 1, reason: 'A reason that nobody is told.',
		});
		assert.equal(given.status, 200, given.text);
		const [{ id } = assert.fail(), ...more] = await forum.host.heard();
		assert.equal(more.length, 0);
		return Number(id);
	}
	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category({ postQueue: 0 });
		[company = assert.fail()] = await makeCompanies(forum);
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
		const [id, version] = [await decide(), await forum.admin.inForce()];
		await retry();
		const [{ href, headers, body, addresses: led } = assert.fail(), ...more] = await outside();
		assert.deepEqual([more, href, led], [[], url, addresses]);
		const said = JSON.parse(body) as Record<string, unknown>;
		const { at, ...rest } = said;
		assert.deepEqual(rest, {
			event: 'decision', id, act: 'strike', subject: { kind: 'partner', id: company.id }, about: 0, ground: 'cause',
			clause: '4.1', termsVersion: version, by: 'person',
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
		const { pid } = await postIn(forum, company.staff, cid);
		await forum.host.heard();
		const strike = { pid, clause: '4.1', points: 1, reason: 'A reason that nobody is told.' };
		await ask(forum.admin, 'POST', `/partners/${company.id}/strikes`, strike);
		await ask(forum.admin, 'POST', `/partners/${company.id}/strikes`, strike);
		const [{ id, at, ...facts } = assert.fail(), ...more] = await forum.host.heard();
		assert.deepEqual([more, typeof id, typeof at], [[], 'number', 'number']);
		assert.deepEqual(facts, {
			act: 'strike', subject: { kind: 'partner', id: company.id }, about: 0, ground: 'cause', clause: '4.1',
			termsVersion: await forum.admin.inForce(), by: 'person', caller: null,
		});
	});

	it('waits, in order, while the other system refuses, redirects, or its name leads inside, and says why', async () => {
		// Before anything is due: a job delivers every minute.
		await outside(503);
		const first = await decide();
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
		const second = await decide();
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
		await decide();
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
		await decide();
		assert.equal((await state()).waiting, 0);
	});
});
