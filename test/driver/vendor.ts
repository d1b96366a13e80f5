import { createHmac, randomInt } from 'node:crypto';
import { unique, type Forum } from './forum';
import type { Answer } from './visitor';

const base = '/api/v3/plugins/forum-terms';

/** What the vendor's system of the specs shares with the forum. */
export const vendorSecret = 'forum spec: a secret that both sides know';

export interface SignedOptions {
	nonce?: string; at?: number; key?: string; type?: string;
	/** What is signed instead of what is sent. */
	as?: Partial<Record<'method' | 'path' | 'body', string>> | undefined;
}

/** A key that no other spec has. */
export function newKey(): string {
	const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
	return Array.from({ length: 4 }, () =>
		Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')).join('-');
}
export const digestOf = (key: string) => createHmac('sha256', vendorSecret).update(`licence.${key}`).digest('hex');

/** As the vendor's system speaks: no session, no token, no CSRF. */
export function vendorSystem(forum: Forum) {
	async function signed(
		method: string, path: string, body = '',
		{ nonce = unique() + unique(), at = Date.now(), key = vendorSecret, as = {}, type = 'application/json' }: SignedOptions = {},
	): Promise<Answer> {
		const timestamp = String(Math.floor(at / 1000));
		const said = { method, path, body, ...as };
		const prefix = new URL(forum.url).pathname.replace(/\/$/, '') + base;
		const text = ['v2', timestamp, nonce, said.method, prefix + said.path, said.body].join('\n');
		return forum.guest().request(method, base + path, body === '' ? undefined : body, {
			...body === '' ? {} : { 'content-type': type }, 'x-forum-terms-timestamp': timestamp,
			'x-forum-terms-nonce': nonce, 'x-forum-terms-signature': `v2=${createHmac('sha256', key).update(text).digest('hex')}`,
		});
	}
	return {
		signed,
		say: (key: string, verdict: string, options: SignedOptions = {}) =>
			signed('POST', '/licences/webhook', JSON.stringify({ digest: digestOf(key), verdict }), options),
		share: (secret: unknown = vendorSecret) => forum.admin.send('PUT', `${base}/admin/licences/secret`, { secret }),
		unshare: () => forum.admin.send('DELETE', `${base}/admin/licences/secret`, {}),
	};
}
