import assert from 'node:assert/strict';
import { isSigned, signatureHeaders } from '../../lib/platform/exchange/signed-request';
import { outsidePosts } from '../../lib/platform/exchange/outside-post';
import { hostInMemory } from '../builders/host';

const secret = 'what both sides know, and is long enough';
const url = new URL('https://hooks.partner.example:8443/forum?key=a%20b');
const body = { id: 7, word: 'Größe' };

function ground(addresses: string[] = ['93.184.216.34']) {
	const { host, outside, time } = hostInMemory();
	outside.names.set('hooks.partner.example', addresses);
	return { ...outside, time, posts: outsidePosts(host) };
}

describe('what the forum sends to another system', () => {
	it('is signed by the scheme of the requests that it takes, with the time and a nonce of its own each time', async () => {
		const { posts, received, time } = ground();
		assert.deepEqual(await posts.send(url, secret, body), { isTaken: true });
		await posts.send(url, secret, body);
		const nonces = received.map(({ href, headers, body: text }) => {
			assert.deepEqual([href, JSON.parse(text), headers['content-type']], [url.href, body, 'application/json']);
			const [timestamp = '', nonce = ''] = [headers[signatureHeaders.timestamp], headers[signatureHeaders.nonce]];
			assert.equal(timestamp, String(time.at / 1000));
			const request = { timestamp, nonce, method: 'POST', address: '/forum?key=a%20b', body: Buffer.from(text) };
			assert.ok(isSigned(secret, request, headers[signatureHeaders.signature] ?? ''));
			return nonce;
		});
		assert.equal(new Set(nonces).size, 2);
	});

	it('goes to the addresses that were checked, and nowhere else', async () => {
		const { posts, received, names, events } = ground(['93.184.216.34', '2606:4700::1111']);
		events.lookedUp = name => void names.set(name, ['127.0.0.1']);
		await posts.send(url, secret, body);
		assert.deepEqual(received.map(({ addresses }) => addresses), [['93.184.216.34', '2606:4700::1111']]);
	});

	it('is not sent if the name means a private address by now, even beside public ones', async () => {
		const inside = [['127.0.0.1'], ['93.184.216.34', '10.0.0.8'], ['::1'], ['::ffff:10.0.0.8'], ['93.184.216.34', 'fe80::1%eth0']];
		for (const addresses of inside) {
			const { posts, received } = ground(addresses);
			assert.equal(await posts.refusalOf(url), 'private');
			assert.deepEqual(await posts.send(url, secret, body), { isTaken: false, failure: 'private', status: 0 });
			assert.deepEqual(received, []);
		}
	});

	it('is not sent to a private name or number, which is not even looked up', async () => {
		const { posts, received, names } = ground();
		for (const host of ['nas.local', 'metadata.internal', 'localhost', '10.0.0.8', '0x7f.1', '[::1]', '[::ffff:8.8.8.8]']) {
			names.set(host, ['93.184.216.34']);
			assert.equal(await posts.refusalOf(new URL(`https://${host}/`)), 'private', host);
			assert.equal((await posts.send(new URL(`https://${host}/`), secret, body)).isTaken, false);
		}
		assert.deepEqual(received, []);
		await posts.send(new URL('https://93.184.216.34/'), secret, body);
		assert.deepEqual(received.map(({ addresses }) => addresses), [['93.184.216.34']]);
	});

	it('is not sent if nobody knows the name', async () => {
		const { posts } = ground([]);
		assert.equal(await posts.refusalOf(url), 'unknown');
		assert.deepEqual(await posts.send(url, secret, body), { isTaken: false, failure: 'unknown', status: 0 });
	});

	it('counts as taken with any 2xx; a redirect is no way on', async () => {
		const { posts, answers } = ground();
		const with_ = async (answer: Parameters<typeof answers.set>[1]) => {
			answers.set('93.184.216.34', answer);
			const { isTaken, ...rest } = await posts.send(url, secret, body);
			return isTaken ? 'taken' : Object.values(rest).join(' ');
		};
		assert.deepEqual(await Promise.all([200, 201, 202, 204, 299].map(async status => with_({ status }))), Array(5).fill('taken'));
		for (const status of [301, 302, 303, 307, 308, 300, 304]) {
			assert.equal(await with_({ status }), `redirect ${status}`);
		}
		for (const status of [0, 101, 400, 401, 404, 410, 429, 500, 503, 999]) {
			assert.equal(await with_({ status }), `status ${status}`);
		}
		for (const failure of ['timeout', 'connection', 'certificate'] as const) {
			assert.equal(await with_({ failure }), `${failure} 0`);
		}
	});
});
