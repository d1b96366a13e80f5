import { isIP } from 'node:net';
import type { NoAnswer } from '../../kernel/host/outbound';
import type { Host } from '../../kernel/host/ports';
import { hostIn, isPublicAddress, isPublicHost } from './public-address';
import { signedHeaders } from './signed-request';

/** Why another system did not take what the forum sent: `private` and `unknown` are about its address. */
export const postFailures = ['private', 'unknown', 'connection', 'certificate', 'timeout', 'redirect', 'status'] as const;
export type PostFailure = typeof postFailures[number];

/** `status`: of the response; 0 if there was none. */
export type PostResult = { isTaken: true } | { isTaken: false; failure: PostFailure; status: number };

/** Sends to other systems, never into the forum's own network. */
export interface OutsidePosts {
	/** Null if the host has public addresses only. */
	refusalOf(url: URL): Promise<'private' | 'unknown' | null>;
	/**
	 * A signed `POST` of JSON, taken if the answer is 2xx within five seconds, looking up the name included. All
	 * addresses are checked again, and the connection goes to a checked one, because a name can change its address in
	 * between.
	 */
	send(url: URL, secret: string, body: object): Promise<PostResult>;
}

/** For a request, and for a look-up alone. */
const deadlineMs = 5000;

export function outsidePosts({ outbound, clock, nonce }: Pick<Host, 'outbound' | 'clock' | 'nonce'>): OutsidePosts {
	async function addressesOf(url: URL, until: AbortSignal): Promise<readonly string[] | 'private' | 'unknown'> {
		const host = hostIn(url);
		if (!isPublicHost(host)) {
			return 'private';
		}
		const found = isIP(host) > 0 ? [host] : await outbound.addresses(host, until);
		return found.length === 0 ? 'unknown' : found.every(isPublicAddress) ? found : 'private';
	}
	function resultOf(answer: { status: number } | { failure: NoAnswer }): PostResult {
		if ('failure' in answer) {
			return { isTaken: false, failure: answer.failure, status: 0 };
		}
		const { status } = answer;
		const isRedirect = status >= 300 && status < 400;
		return status >= 200 && status < 300 ? { isTaken: true } :
			{ isTaken: false, failure: isRedirect ? 'redirect' : 'status', status };
	}
	return {
		async refusalOf(url) {
			const found = await addressesOf(url, outbound.deadline(deadlineMs));
			return typeof found === 'string' ? found : null;
		},
		async send(url, secret, content) {
			const until = outbound.deadline(deadlineMs);
			const addresses = await addressesOf(url, until);
			if (typeof addresses === 'string') {
				return { isTaken: false, failure: until.aborted ? 'timeout' : addresses, status: 0 };
			}
			const body = Buffer.from(JSON.stringify(content), 'utf8');
			const signed = signedHeaders(secret, {
				timestamp: String(Math.floor(clock.now() / 1000)), nonce: nonce(), method: 'POST',
				address: url.pathname + url.search, body,
			});
			return resultOf(await outbound.post(url, {
				addresses, body, until, headers: { 'content-type': 'application/json', ...signed },
			}));
		},
	};
}
