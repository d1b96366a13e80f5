import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as plainRequest, createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { nodebbOutbound } from '../../lib/nodebb/web/outbound';
import { selfSigned } from '../builders/certificate';

const name = 'hooks.partner.example';
const local = ['127.0.0.1'];
const soon = () => AbortSignal.timeout(300);
const late = () => AbortSignal.timeout(20_000);
const given = (until: AbortSignal, addresses: readonly string[] = local) =>
	({ addresses, headers: { 'content-type': 'application/json', 'x-spec': 'yes' }, body: Buffer.from('{"a":"ä"}'), until });

/** Over plain sockets: what is said here is the same inside TLS. */
const plain = nodebbOutbound(plainRequest);

describe('a request to another system', () => {
	const servers: Server[] = [];
	async function served(answer: RequestListener): Promise<URL> {
		const server = createServer(answer).listen(0, '127.0.0.1');
		servers.push(server);
		await once(server, 'listening');
		return new URL(`http://${name}:${(server.address() as AddressInfo).port}/hook?a=b`);
	}
	afterEach(() => servers.splice(0).forEach((server) => {
		server.closeAllConnections();
		server.close();
	}));

	it('goes to the given address under the name of the URL, whatever a resolver would say', async () => {
		const seen: string[] = [];
		const url = await served((request, response) => {
			seen.push(`${request.method} ${request.url} ${request.headers.host} ${String(request.headers['x-spec'])} `);
			request.on('data', part => seen.push(String(part))).on('end', () => response.writeHead(204).end());
		});
		assert.deepEqual(await plain.post(url, given(late())), { status: 204 });
		assert.equal(seen.join(''), `POST /hook?a=b ${url.host} yes {"a":"ä"}`);
		assert.deepEqual(await plain.post(url, given(late(), [])), { failure: 'connection' });
	});

	it('tries the next of several addresses if one cannot be reached', async () => {
		const url = await served((_request, response) => response.writeHead(200).end());
		assert.deepEqual(await plain.post(url, given(late(), ['127.0.0.2', '127.0.0.1'])), { status: 200 });
	});

	it('follows no redirect', async () => {
		let asked = 0;
		const elsewhere = await served((_request, response) => {
			asked += 1;
			response.end();
		});
		const url = await served((_request, response) => response.writeHead(307, { location: elsewhere.href }).end());
		assert.deepEqual(await plain.post(url, given(late())), { status: 307 });
		assert.equal(asked, 0);
	});

	it('ends at its time, whether the other side says nothing or drips its headers', async () => {
		const silent = await served(() => undefined);
		assert.deepEqual(await plain.post(silent, given(soon())), { failure: 'timeout' });
		let timer: NodeJS.Timeout | undefined;
		const dripping = await served((request) => {
			request.socket.write('HTTP/1.1 200 OK\r\n');
			timer = setInterval(() => request.socket.write('x-more: 1\r\n'), 20);
			request.socket.on('close', () => clearInterval(timer));
		});
		assert.deepEqual(await plain.post(dripping, given(soon())), { failure: 'timeout' });
		clearInterval(timer);
	});

	it('reads the status and cuts the rest, however long it goes on', async () => {
		let written = 0;
		let closed: Promise<unknown> = Promise.resolve();
		const url = await served((_request, response) => {
			closed = once(response, 'close');
			response.writeHead(200);
			const pour = () => {
				for (written += 1; !response.destroyed && response.write(Buffer.alloc(65_536)); written += 1);
			};
			response.on('drain', pour).on('error', () => undefined);
			pour();
		});
		assert.deepEqual(await plain.post(url, given(late())), { status: 200 });
		await closed;
		assert.ok(written < 1000, `${written} pieces were taken`);
	});

	it('takes no headers without an end, and no answer that is none', async () => {
		const flooding = await served(request => request.socket.end(`HTTP/1.1 200 OK\r\nx-long: ${'x'.repeat(50_000)}\r\n\r\n`));
		assert.deepEqual(await plain.post(flooding, given(late())), { failure: 'connection' });
		const babbling = await served(request => request.socket.end('once upon a time'));
		assert.deepEqual(await plain.post(babbling, given(late())), { failure: 'connection' });
		const upgrading = await served(request =>
			request.socket.end('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'));
		assert.deepEqual(await plain.post(upgrading, given(late())), { failure: 'connection' });
	});

	it('trusts no certificate that nobody trusts or that is for another name, and speaks to nobody without one', async () => {
		const { key, cert } = selfSigned(name);
		let asked = 0;
		const server = createTlsServer({ key, cert }, (_request, response) => {
			asked += 1;
			response.end();
		}).listen(0, '127.0.0.1');
		servers.push(server);
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		const trusting = nodebbOutbound(((url: URL, options: object, answer: () => void) =>
			httpsRequest(url, { ...options, ca: cert }, answer)) as typeof httpsRequest);
		const target = (host: string) => new URL(`https://${host}:${port}/`);
		assert.deepEqual(await nodebbOutbound().post(target(name), given(late())), { failure: 'certificate' });
		assert.deepEqual(await trusting.post(target('other.example'), given(late())), { failure: 'certificate' });
		assert.deepEqual(await trusting.post(target('127.0.0.1'), given(late())), { failure: 'certificate' });
		assert.equal(asked, 0);
		assert.deepEqual(await trusting.post(target(name), given(late())), { status: 200 });
		const open = await served((_request, response) => response.end());
		assert.deepEqual(await trusting.post(new URL(open.href.replace('http:', 'https:')), given(late())), { failure: 'certificate' });
	});

	it('knows the addresses of a name, and none of one that nobody has or that takes too long', async () => {
		assert.ok((await plain.addresses('localhost', late())).length > 0);
		assert.deepEqual(await plain.addresses('nobody.invalid', late()), []);
		assert.deepEqual(await plain.addresses('localhost', AbortSignal.abort()), []);
	});
});
