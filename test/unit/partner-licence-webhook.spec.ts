import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
// Of what is in a request alone: fast-check makes some without a prototype.
import { isEqual } from 'lodash';
import { customerJobs } from '../../lib/customers/jobs';
import { scheduled } from '../builders/handlers';
import { vendorFingerprint } from '../../lib/customers/claims/seal';
import { isSigned, signatureHeaders, signatureOf } from '../../lib/platform/exchange/signed-request';
import { codeOf, customersInMemory, licenceKey as key, no, sharedSecret as shared, yes } from '../builders/customers';
import { packageRoot } from '../sandbox/server/sandbox';

describe('what the vendor says of a key', () => {
	const digest = vendorFingerprint(shared, key);

	it('settles a claim, once, and as often as it is said', async () => {
		const { claimed, licences, secret, inGroup, sent } = customersInMemory();
		await secret.set(shared);
		await claimed(2);
		assert.deepEqual(await licences.applyVendorVerdict(digest, yes), { ok: true, value: { changed: 1, held: 0 } });
		assert.deepEqual(await licences.applyVendorVerdict(digest, yes), { ok: true, value: { changed: 0, held: 0 } });
		assert.deepEqual([inGroup.get('Customers'), sent.length], [[2], 1]);
		await licences.applyVendorVerdict(digest, no);
		assert.deepEqual(inGroup.get('Customers'), []);
	});

	it('leaves to staff what is claimed twice and what they decided', async () => {
		const { claimed, licences, secret, store } = customersInMemory();
		await secret.set(shared);
		const { id } = await claimed(2);
		await licences.decide(id, no, 1);
		assert.deepEqual(await licences.applyVendorVerdict(digest, yes), { ok: true, value: { changed: 0, held: 1 } });
		await claimed(3);
		await claimed(4);
		assert.deepEqual(await licences.applyVendorVerdict(digest, yes), { ok: true, value: { changed: 0, held: 3 } });
		assert.deepEqual((await store.ofVendorFingerprint(digest)).map(({ state }) => state), ['refused', 'claimed', 'claimed']);
	});

	it('leaves to staff what they refused and the member claims again, withdrawn in between or not', async () => {
		for (const isWithdrawn of [true, false]) {
			const { claimed, licences, secret, inGroup } = customersInMemory();
			await secret.set(shared);
			const { id } = await claimed(2);
			await licences.decide(id, no, 1);
			await (isWithdrawn ? licences.withdraw(2, id) : undefined);
			const again = await claimed(2);
			assert.notEqual(again.id, id);
			const said = await licences.applyVendorVerdict(digest, yes);
			assert.deepEqual([said.ok && said.value.changed, inGroup.get('Customers') ?? []], [0, []]);
			await licences.decide(again.id, yes, 1);
			assert.deepEqual(inGroup.get('Customers'), [2]);
		}
	});

	it('is decided with one look at the history of each claim, however often it was claimed', async () => {
		const { claimed, licences, secret, host } = customersInMemory();
		await secret.set(shared);
		for (let i = 0; i < 3; i += 1) {
			await claimed(2);
			await licences.applyVendorVerdict(digest, no);
		}
		await claimed(2);
		const looks: string[] = [];
		const { database } = host;
		const { sortedSetPage } = database;
		database.sortedSetPage = async (listed, page) => {
			looks.push(listed);
			return sortedSetPage(listed, page);
		};
		await licences.applyVendorVerdict(digest, yes);
		const histories = looks.filter(one => one.includes('licence-events-of'));
		assert.deepEqual([histories.length > 0, histories.length], [true, new Set(histories).size]);
	});

	it('is nothing about a key that nobody claims, or that was claimed before there was a shared secret', async () => {
		const { claimed, licences, secret } = customersInMemory();
		await claimed(2);
		await secret.set(shared);
		assert.equal(codeOf(await licences.applyVendorVerdict(digest, yes)), 'licence-unknown digest');
		assert.equal(vendorFingerprint('too short', key), '');
	});

	it('law: a signature fits its own request and secret only', () => {
		const request = fc.record({
			timestamp: fc.stringMatching(/^\d{10}$/), nonce: fc.stringMatching(/^[a-z0-9-]{16,20}$/),
			method: fc.constantFrom('GET', 'POST'), address: fc.constantFrom('/a', '/a?after=1', '/forum/a'),
			body: fc.uint8Array({ maxLength: 20 }).map(bytes => Buffer.from(bytes)),
		});
		fc.assert(fc.property(request, request, fc.string(), (one, other, secret) => {
			const signature = signatureOf(shared, one);
			assert.equal(isSigned(shared, one, signature), true);
			assert.equal(isSigned(shared, other, signature), isEqual(one, other));
			assert.equal(isSigned(secret, one, signature), secret === shared);
			assert.equal(isSigned(shared, one, signature.slice(0, -1)), false);
			assert.equal(isSigned(shared, one, signature.toUpperCase()), false);
		}));
	});

	it('law: no part of a request can be moved into another part', () => {
		const line = fc.constantFrom('', '1', 'POST', '/a', '1\nPOST', '\n', '/a\n');
		const request = fc.record({
			timestamp: line, nonce: line, method: line, address: line, body: line.map(text => Buffer.from(text)),
		});
		fc.assert(fc.property(request, request, (one, two) => {
			const isWhole = [two.timestamp, two.nonce, two.method, two.address].every(part => !part.includes('\n'));
			assert.equal(isSigned(shared, two, signatureOf(shared, one)), isEqual(one, two) && isWhole);
		}), { numRuns: 500, examples: [[
			{ timestamp: '1', nonce: '1', method: 'POST', address: '/a', body: Buffer.from('1\n') },
			{ timestamp: '1', nonce: '1\nPOST', method: '/a', address: '1', body: Buffer.alloc(0) },
		]] });
	});

	it('is signed by nothing while no secret, or too short a one, is set', () => {
		const request = { timestamp: '1', nonce: 'n', method: 'GET', address: '/', body: Buffer.alloc(0) };
		for (const weak of ['', 'too short']) {
			assert.equal(isSigned(weak, request, signatureOf(weak, request)), false);
		}
	});

	it('uses each nonce once, and forgets it when its time is over', async () => {
		const { customers, store, jobs, time, database } = customersInMemory();
		const nonce = randomBytes(12).toString('hex');
		const now = () => Math.floor(time.at / 1000);
		assert.deepEqual([await store.useNonce(nonce, now()), await store.useNonce(nonce, now())], [true, false]);
		await scheduled(customerJobs(customers), customers.host);
		const sweep = async () => jobs.get('forum-terms-licence-nonces')?.();
		await sweep();
		assert.equal(await store.useNonce(nonce, now()), false);
		time.at += 2 * 3_600_000;
		await sweep();
		assert.ok(!database.everything().includes(nonce));
	});

	it('is documented with an example that works', () => {
		const text = readFileSync(join(packageRoot, 'docs', 'vendor-webhook.md'), 'utf8');
		const [, program = ''] = /```js\n([\s\S]*?)```/.exec(text) ?? [];
		const [, secret = ''] = /secret `([^`]+)`/.exec(text) ?? [];
		const [, result = ''] = /`(v2=[0-9a-f]{64})`/.exec(text) ?? [];
		assert.equal(secret.length >= 32 && result !== '', true);
		const example = {
			timestamp: '1764230400', nonce: '4f1c2a9e-0b7d-4c55-9a51', method: 'POST',
			address: '/forum/api/v3/plugins/forum-terms/licences/webhook',
		};
		const body = /^\{"digest":.*\}$/m.exec(text)?.[0] ?? '';
		Object.values(example).forEach(value => assert.ok(text.includes(value), value));
		assert.equal(signatureOf(secret, { ...example, body: Buffer.from(body) }), result);
		const module = { exports: {} as { sign(secret: string, request: object): Record<string, string> } };
		runInNewContext(program, { module, require, Buffer });
		const headers = module.exports.sign(secret, { ...example, body });
		assert.deepEqual({ ...headers }, {
			[signatureHeaders.timestamp]: example.timestamp, [signatureHeaders.nonce]: example.nonce,
			[signatureHeaders.signature]: result,
		});
	});
});
