/** An answer of the forum, with whatever could be read out of it. */
export interface Answer {
	status: number;
	text: string;
	/** Parsed body; an empty object when it is not JSON. */
	json: Record<string, unknown>;
	location: string;
	/** Where NodeBB's ajaxify is sent, decoded. */
	xRedirect: string;
	/** Seconds to wait, as the header says; 0 without one. */
	retryAfter: number;
	/** `response` of NodeBB's envelope. */
	response: Record<string, unknown>;
	/** `status.message` of NodeBB's envelope. */
	message: string;
}

type Headers = Record<string, string>;
const seeOther = new Set([301, 302, 303, 307, 308]);

function record(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {};
}

function parsed(text: string): Record<string, unknown> {
	try {
		return record(JSON.parse(text));
	} catch {
		return {};
	}
}

/** One browser: cookies, a CSRF token, JSON and forms, redirects left visible. */
export class Visitor {
	readonly #cookies = new Map<string, string>();
	#csrf = '';

	constructor(readonly base: string, readonly token?: string) {}

	async request(method: string, path: string, body?: string, headers: Headers = {}): Promise<Answer> {
		const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const response = await fetch(this.base + path, {
			method,
			redirect: 'manual',
			...(body === undefined ? {} : { body }),
			headers: {
				...(cookie && !this.token ? { cookie } : {}),
				...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
				...headers,
			},
		});
		for (const line of response.headers.getSetCookie()) {
			const [pair = ''] = line.split(';');
			const at = pair.indexOf('=');
			this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
		}
		// `text()` would swallow a byte order mark.
		const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
		const json = parsed(text);
		const location = seeOther.has(response.status) ? response.headers.get('location') ?? '' : '';
		return {
			status: response.status, text, json, location,
			xRedirect: decodeURIComponent(response.headers.get('x-redirect') ?? ''),
			retryAfter: Number(response.headers.get('retry-after') ?? 0),
			response: record(json.response),
			message: (record(json.status).message ?? '') as string,
		};
	}

	/** Cookies for a socket connection of the same browser. */
	get cookie(): string {
		return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}

	async csrf(): Promise<string> {
		if (!this.#csrf) {
			this.#csrf = ((await this.request('GET', '/api/config')).json.csrf_token ?? '') as string;
		}
		return this.#csrf;
	}

	/** NodeBB makes a new session at log-in, and with it a new token. */
	forgetCsrf(): void {
		this.#csrf = '';
	}

	async send(method: string, path: string, body?: unknown, headers: Headers = {}): Promise<Answer> {
		const csrf: Headers = this.token ? {} : { 'x-csrf-token': await this.csrf() };
		return this.request(method, path, body === undefined ? undefined : JSON.stringify(body), {
			...(body === undefined ? {} : { 'content-type': 'application/json' }), ...csrf, ...headers,
		});
	}

	get(path: string): Promise<Answer> {
		return this.request('GET', path);
	}

	/** A form as a browser without script sends it; a list repeats its field. */
	async form(path: string, fields: Record<string, string | readonly string[]>): Promise<Answer> {
		const body = new URLSearchParams();
		for (const [name, value] of Object.entries({ csrf_token: await this.csrf(), ...fields })) {
			(Array.isArray(value) ? value as string[] : [value]).forEach(one => body.append(name, one));
		}
		return this.request('POST', path, body.toString(), { 'content-type': 'application/x-www-form-urlencoded' });
	}

	/** A small file, as a form sends it. */
	async upload(path: string): Promise<Answer> {
		const body = '--part\r\ncontent-disposition: form-data; name="files[]"; filename="a.txt"\r\n\r\nx\r\n--part--\r\n';
		return this.request('POST', path, body, {
			'content-type': 'multipart/form-data; boundary=part', ...this.token ? {} : { 'x-csrf-token': await this.csrf() },
		});
	}

	async login(username: string, password: string): Promise<Answer> {
		const answer = await this.send('POST', '/login', { username, password });
		this.forgetCsrf();
		return answer;
	}
}
