import { fire } from './hooks.js';

interface Envelope { status?: { message?: string }; response?: unknown }

/** NodeBB's client for its write API: the answer's `response`, or an error with the server's sentence. */
async function call<T>(method: string, route: string, data?: object): Promise<T> {
	const isGet = method === 'GET';
	const query = isGet && data ? `?${new URLSearchParams(data as Record<string, string>).toString()}` : '';
	// HOST: public/src/modules/api.js: plugins see the request as JSON, without its address.
	const given: { options: RequestInit & { data?: string } } = { options: {
		method,
		headers: {
			'x-csrf-token': window.config.csrf_token, ...(isGet || !data ? {} : { 'content-type': 'application/json' }),
		},
		...(isGet || !data ? {} : { data: JSON.stringify(data) }),
	} };
	const { options: { data: body, ...options } } = await fire('filter:api.options', given);
	// HOST: public/src/modules/api.js: a route that begins with /api is not one of the write API.
	const base = route.startsWith('/api/') ? '' : '/api/v3';
	const answer = await fetch(`${window.config.relative_path}${base}${route}${query}`, {
		...options, ...(body === undefined ? {} : { body }),
	});
	const json = await answer.json() as Envelope;
	const { status, response } = json;
	if (!answer.ok) {
		throw new Error(status?.message ?? answer.statusText);
	}
	return (base ? response : json) as T;
}

export const get = <T>(route: string, data?: object): Promise<T> => call<T>('GET', route, data);
export const post = <T>(route: string, data: object = {}): Promise<T> => call<T>('POST', route, data);
export const put = <T>(route: string, data: object = {}): Promise<T> => call<T>('PUT', route, data);
export const del = <T>(route: string, data?: object): Promise<T> => call<T>('DELETE', route, data);

/** What NodeBB would say over its socket. */
export async function emit<T>(event: string, params: object): Promise<T> {
	const answer = await fetch('/sandbox/socket', {
		method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf-token': window.config.csrf_token },
		body: JSON.stringify({ event, params }),
	});
	const { error, result } = await answer.json() as { error: string; result: T };
	if (error) {
		throw new Error(error);
	}
	return result;
}
