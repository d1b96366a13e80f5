import { refusalTable } from '../../lib/kernel/refusals/refusal';
import { textOf } from '../../lib/kernel/formats/text';
import type { Answer, Visitor } from '../driver/visitor';
import { wellFormed } from './hostile';
import type { FuzzRequest } from './request';

/** Answers of these say that somebody else is at work; the rest of 5xx are faults. */
const busy = Object.entries(refusalTable).filter(([code, { status }]) => status === 503 && code !== 'store-unavailable')
	.map(([code]) => code);

const isOurs = (address: string) => /^(GET|POST|PUT|DELETE|file) /.test(address);

/** What is wrong with an answer whoever asked; empty when nothing is. */
export function faultOf({ address, isReadable }: FuzzRequest, { status, response, message, text }: Answer): string {
	const code = textOf(response.code);
	// HOST: src/controllers/errors.js `handleErrors`: what body-parser cannot read is a 500 on the API.
	if (!isReadable && code === '') {
		return '';
	}
	if (status >= 500 && !(busy.includes(code)) && !(address.startsWith('guard ') && code === '')) {
		return `${status} ${code} ${text.slice(0, 300)}`;
	}
	if (status < 400 || status >= 500 || !isOurs(address)) {
		return '';
	}
	const row = refusalTable[code as keyof typeof refusalTable] as { status: number } | undefined;
	return row?.status === status && message !== '' && !message.startsWith('[[') ? '' :
		`${status} without our envelope: ${text.slice(0, 300)}`;
}

/** A request in a few lines, to find it again. */
export function said({ address, role, params, query, body, ifMatch }: FuzzRequest): string {
	const shown = body.length > 500 ? `${body.slice(0, 500)}… (${body.length})` : body;
	return [`${role}: ${address}`, JSON.stringify(params), query && `?${query}`, ifMatch && `If-Match ${ifMatch}`, shown]
		.filter(part => part !== '').join(' ');
}

const api = '/api/v3/plugins/forum-terms';

/** Sends a request as it is, past the careful client of other specs. */
export async function sent(who: Visitor, request: FuzzRequest): Promise<Answer> {
	const { address, params, query, body, contentType, ifMatch } = request;
	const [first = '', second = '', third = ''] = address.split(' ');
	const method = { file: 'GET', page: 'GET', form: 'POST', guard: second }[first] ?? first;
	const path = { page: `/api${second}`, form: second, guard: third }[first] ?? api + second;
	const filled = path.replace(/:(\w+)/g, (_whole, name: string) =>
		encodeURIComponent(wellFormed(params[name] ?? '')).replace(/^\.+$/, '%2E'));
	return who.request(method, query ? `${filled}?${query}` : filled, method === 'GET' ? undefined : body, {
		...method === 'GET' ? {} : { 'content-type': contentType },
		...who.token ? {} : { 'x-csrf-token': await who.csrf() }, ...ifMatch ? { 'if-match': ifMatch } : {},
	});
}
