import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { scheduleCustomerJobs } from '../../lib/partners/licence-jobs';
import { isSigned, signatureOf, vendorDigest } from '../../lib/partners/licence-seal';
import { codeOf, customersInMemory, licenceKey as key, no, sharedSecret as shared, yes } from '../builders/customers';

describe('what the vendor says of a key', () => {
	const digest = vendorDigest(shared, key);

	it('settles a claim, once, and as often as it is said', async () => {
		const { claimed, licences, stored, inGroup, sent } = customersInMemory();
		stored.licenceWebhookSecret = shared;
		await claimed(2);
		assert.deepEqual(await licences.hear(digest, yes), { ok: true, value: { changed: 1, held: 0 } });
		assert.deepEqual(await licences.hear(digest, yes), { ok: true, value: { changed: 0, held: 0 } });
		assert.deepEqual([inGroup.get('Customers'), sent.length], [[2], 1]);
		await licences.hear(digest, no);
		assert.deepEqual(inGroup.get('Customers'), []);
	});

	it('leaves to staff what is claimed twice and what they decided', async () => {
		const { claimed, licences, stored, store } = customersInMemory();
		stored.licenceWebhookSecret = shared;
		const { id } = await claimed(2);
		await licences.decide(id, no, 1);
		assert.deepEqual(await licences.hear(digest, yes), { ok: true, value: { changed: 0, held: 1 } });
		await claimed(3);
		await claimed(4);
		assert.deepEqual(await licences.hear(digest, yes), { ok: true, value: { changed: 0, held: 3 } });
		assert.deepEqual((await store.ofDigest(digest)).map(({ state }) => state), ['refused', 'claimed', 'claimed']);
	});

	it('is nothing about a key that nobody claims, or that was claimed before there was a shared secret', async () => {
		const { claimed, licences, stored } = customersInMemory();
		await claimed(2);
		stored.licenceWebhookSecret = shared;
		assert.equal(codeOf(await licences.hear(digest, yes)), 'licence-unknown digest');
		assert.equal(vendorDigest('too short', key), '');
	});

	it('law: a signature fits its own text and secret only', () => {
		const text = fc.record({ timestamp: fc.stringMatching(/^\d{10}$/), nonce: fc.stringMatching(/^[a-z0-9-]{16,20}$/), body: fc.string() });
		fc.assert(fc.property(text, text, fc.string(), (one, other, secret) => {
			const signature = signatureOf(shared, one);
			assert.equal(isSigned(shared, one, signature), true);
			const isSame = one.timestamp === other.timestamp && one.nonce === other.nonce && one.body === other.body;
			assert.equal(isSigned(shared, other, signature), isSame);
			assert.equal(isSigned(secret, one, signature), secret === shared);
			assert.equal(isSigned(shared, one, signature.slice(0, -1)), false);
		}));
	});

	it('uses each nonce once, and forgets it when its time is over', async () => {
		const { customers, store, jobs, time } = customersInMemory();
		const nonce = randomBytes(12).toString('hex');
		assert.deepEqual([await store.useNonce(nonce, time.at), await store.useNonce(nonce, time.at)], [true, false]);
		await scheduleCustomerJobs(customers);
		time.at += 3_600_001;
		await jobs.get('forum-terms-licence-nonces')?.();
		assert.equal(await store.dropNonces(time.at), 0);
	});
});
