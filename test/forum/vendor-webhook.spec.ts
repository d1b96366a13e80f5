import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import { digestOf, newKey, vendorSecret, vendorSystem, type SignedOptions } from '../driver/vendor';
import type { Answer, Visitor } from '../driver/visitor';

const base = '/api/v3/plugins/forum-terms';

describe('the vendor\'s system verifies licences by signed requests (definition of Customer)', () => {
	let forum: Forum;
	let vendor: ReturnType<typeof vendorSystem>;
	const ask = (who: Visitor, method: string, path: string, body?: object) => who.send(method, base + path, body);
	const claim = (who: Visitor, key: string) => ask(who, 'POST', '/me/licences', { key });
	const own = async (who: Visitor) => (await ask(who, 'GET', '/me/licences')).response.licences as { state: string }[];

	before(async () => {
		forum = await openForum();
		vendor = vendorSystem(forum);
		assert.equal((await vendor.share()).status, 200);
	});
	after(async () => {
		await vendor.unshare();
		await forum.close();
	});

	it("is verified by the vendor's system without anybody sending it the key", async () => {
		const [member, key] = [await forum.member(), newKey()];
		await claim(member, key);
		let open: { digest: string }[] = [];
		for (let after = 0, isFirst = true; isFirst || after > 0; isFirst = false) {
			const { response } = await vendor.signed('GET', `/licences/claims?after=${after}`);
			open = [...open, ...response.claims as { digest: string }[]];
			after = Number(response.next);
		}
		assert.ok(open.some(({ digest }) => digest === digestOf(key)));
		const said = await vendor.say(key, 'verified');
		assert.deepEqual([said.status, said.response], [200, { changed: 1, held: 0 }], said.text);
		assert.deepEqual((await vendor.say(key, 'verified')).response, { changed: 0, held: 0 });
		assert.equal((await own(member))[0]?.state, 'verified');
	});

	it('leaves to staff what two members claim', async () => {
		const [one, other, key] = [await forum.member(), await forum.member(), newKey()];
		await claim(one, key);
		await claim(other, key);
		assert.deepEqual((await vendor.say(key, 'verified')).response, { changed: 0, held: 2 });
	});

	it('takes no signed request that is wrong, old, from tomorrow or repeated', async () => {
		const [member, key] = [await forum.member(), newKey()];
		await claim(member, key);
		const codes = async (answer: Answer) => [answer.status, answer.response.code];
		const wrong = { key: 'another secret, as long as the right one' };
		assert.deepEqual(await codes(await vendor.say(key, 'verified', wrong)), [401, 'webhook-unsigned']);
		assert.deepEqual(await codes(await vendor.say(key, 'verified', { nonce: 'short' })), [401, 'webhook-unsigned']);
		for (const minutes of [-6, 6]) {
			const late = await vendor.say(key, 'verified', { at: Date.now() + (minutes * 60_000) });
			assert.deepEqual(await codes(late), [401, 'webhook-late']);
		}
		assert.equal((await own(member))[0]?.state, 'claimed');
		const nonce = unique() + unique();
		assert.equal((await vendor.say(key, 'verified', { nonce })).status, 200);
		assert.deepEqual(await codes(await vendor.say(key, 'refused', { nonce })), [409, 'webhook-replayed']);
		assert.equal((await own(member))[0]?.state, 'verified');
		assert.equal((await vendor.signed('POST', '/licences/webhook', '{"digest":"x","verdict":"verified"}')).response.field, 'digest');
		assert.equal((await vendor.say(newKey(), 'verified')).status, 404);
	});

	it('takes a signature for the very request only: method, address with query, every byte of the body', async () => {
		const [member, key] = [await forum.member(), newKey()];
		await claim(member, key);
		const verdict = JSON.stringify({ digest: digestOf(key), verdict: 'verified' });
		const lies: SignedOptions['as'][] = [
			{ method: 'GET' }, { method: 'PUT' }, { path: '/licences/claims' }, { path: '/licences/webhook?x=1' },
			{ path: '/licences/webhook/' }, { body: '' }, { body: `${verdict} ` }, { body: verdict.replace('verified', 'refused') },
		];
		for (const as of lies) {
			const answer = await vendor.signed('POST', '/licences/webhook', verdict, { as });
			assert.deepEqual([answer.status, answer.response.code], [401, 'webhook-unsigned'], JSON.stringify(as));
		}
		const page = await vendor.signed('GET', '/licences/claims?after=5', '', { as: { path: '/licences/claims' } });
		assert.equal(page.status, 401);
		assert.equal((await own(member))[0]?.state, 'claimed');
	});

	it('reads no form, file or plain text, whatever is signed', async () => {
		const [member, key] = [await forum.member(), newKey()];
		await claim(member, key);
		const form = `digest=${digestOf(key)}&verdict=verified`;
		for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', 'application/ld+json', '']) {
			for (const as of [{ body: '' }, {}]) {
				// HOST: src/webserver.js `configureBodyParser` reads `application/ld+json` before anybody is asked.
				const body = type.endsWith('json') ? JSON.stringify({ digest: digestOf(key), verdict: 'verified' }) : form;
				const answer = await vendor.signed('POST', '/licences/webhook', body, { type, as });
				assert.deepEqual([answer.status, answer.response.code], [415, 'body-not-json'], type);
			}
		}
		assert.equal((await own(member))[0]?.state, 'claimed');
	});

	it('tells whoever cannot sign nothing: not the shape, not whether there is a secret', async () => {
		const answers = [await vendor.signed('POST', '/licences/webhook', '{}', { key: 'x'.repeat(40) })];
		await vendor.unshare();
		answers.push(await vendor.signed('POST', '/licences/webhook', '{}', { key: 'x'.repeat(40) }), await vendor.signed('POST', '/licences/webhook', '{}'));
		await vendor.share();
		answers.push(await vendor.signed('POST', '/licences/webhook', '{"digest":5}', { key: 'x'.repeat(40) }));
		assert.deepEqual(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size, 1, JSON.stringify(answers.map(({ text }) => text)));
	});

	it('keeps the secret to itself: it is in no page, no settings, no log, no export and no answer', async () => {
		const told = await ask(forum.admin, 'GET', '/admin/licences/secret');
		assert.equal(told.response.isSet, true);
		assert.ok(Math.abs(Number(told.response.since) - Date.now()) < 600_000);
		const settings = await forum.socket(forum.admin, 'admin.settings.get', { hash: 'forum-terms' });
		const old = await forum.socket(forum.admin, 'admin.settings.set', {
			hash: 'forum-terms', values: { licenceWebhookSecret: vendorSecret, licenceClaimsPerHour: '30' },
		});
		assert.equal(old.error, '');
		const places = await Promise.all([
			'/admin/plugins/forum-terms', '/api/admin/plugins/forum-terms', '/api/config', '/api/admin/advanced/events',
			'/api/admin/advanced/events?type=settings-change', '/admin/advanced/logs', `${base}/me/export`, `${base}/keys`,
			`${base}/admin/ledger`, `${base}/admin/licences`, `${base}/admin/categories/blueprint`,
		].map(async path => [path, (await forum.admin.get(path)).text]));
		const texts = [
			...places, ['told', told.text], ['settings', JSON.stringify(settings)], ['set', (await vendor.share()).text],
			['settings after', JSON.stringify(await forum.socket(forum.admin, 'admin.settings.get', { hash: 'forum-terms' }))],
		];
		for (const [place, text] of texts) {
			assert.ok(!text?.includes(vendorSecret), place);
		}
	});

	it('takes no secret that is too short or too long, and does not repeat it', async () => {
		for (const wrong of ['short-and-secret', 'x'.repeat(201), '', 5, null]) {
			const answer = await vendor.share(wrong);
			assert.deepEqual([answer.status, answer.response.field], [400, 'secret']);
			assert.ok(wrong === '' || wrong === 5 || !answer.text.includes(String(wrong ?? '?')));
		}
	});
});
