import { lookup } from 'node:dns/promises';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { NoAnswer, Outbound } from '../../kernel/host/outbound';

/** Answers these addresses for every name, so that a connection cannot lead elsewhere than what was checked. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
	const found = addresses.map(address => ({ address, family: isIP(address) }));
	return (_name, { all }, answer) => {
		const [first] = found;
		if (all || !first) {
			answer(first ? null : new Error('no address'), found);
		} else {
			answer(null, first.address, first.family);
		}
	};
}

/** Codes of OpenSSL (`UNABLE_TO_VERIFY_LEAF_SIGNATURE`) and Node (`ERR_TLS_CERT_ALTNAME_INVALID`). */
const aboutCertificate = /CERT|UNABLE_TO_|^ERR_TLS|^ERR_SSL|^EPROTO$|^HOSTNAME_MISMATCH$|^INVALID_/;

function failureOf(error: NodeJS.ErrnoException, until: AbortSignal): NoAnswer {
	return until.aborted ? 'timeout' : aboutCertificate.test(error.code ?? '') ? 'certificate' : 'connection';
}

const aborted = (signal: AbortSignal) => new Promise<void>((resolve) => {
	void (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true }));
});

/** Outgoing requests by Node's own client, each over a connection of its own. */
export function nodebbOutbound(request?: typeof httpsRequest): Outbound {
	return {
		deadline: milliseconds => AbortSignal.timeout(milliseconds),
		async addresses(name, until) {
			const found = lookup(name, { all: true }).then(rows => rows.map(({ address }) => address), () => []);
			// A resolver cannot be interrupted.
			return Promise.race([found, aborted(until).then(() => [])]);
		},
		post: (url, { addresses, headers, body, until }) => new Promise((resolve) => {
			const sent = (request ?? httpsRequest)(url, {
				method: 'POST', agent: false, rejectUnauthorized: true, maxHeaderSize: 8192, lookup: pinnedTo(addresses),
				headers: { ...headers, 'content-length': String(body.length) }, signal: until,
			}, (response) => {
				resolve({ status: response.statusCode ?? 0 });
				response.on('error', () => undefined).destroy();
			});
			sent.on('error', error => resolve({ failure: failureOf(error, until) }));
			// A connection that changes its protocol (101) is closed without an error.
			sent.on('close', () => resolve({ failure: until.aborted ? 'timeout' : 'connection' }));
			sent.end(body);
		}),
	};
}
