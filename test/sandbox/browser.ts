/** A logged-in browser without pages, for what people of the seed do through the plugin's own API. */
export interface Browser {
	send(method: string, path: string, body?: object): Promise<{ response: unknown }>;
}

export async function browser(base: string, username: string, password: string): Promise<Browser> {
	let cookie = '';
	let csrf = '';
	async function request(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
		const answer = await fetch(base + path, {
			method,
			headers: { cookie, 'x-csrf-token': csrf, ...(body ? { 'content-type': 'application/json' } : {}) },
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
		const json = await answer.json() as Record<string, unknown>;
		if (!answer.ok) {
			throw new Error(`${method} ${path} as ${username}: ${answer.status} ${JSON.stringify(json)}`);
		}
		return json;
	}
	const fresh = async () => {
		csrf = String((await request('GET', '/api/config')).csrf_token);
	};
	await fresh();
	await request('POST', '/login', { username, password });
	await fresh();
	return {
		send: async (method, path, body) => ({ response: (await request(method, path, body)).response }),
	};
}
