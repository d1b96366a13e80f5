import * as api from 'api';
import { PlainError, plainText } from 'forum-terms/kit/dom';

/** A refusal by the server, with the body field it is about. */
export class Refused extends PlainError {
	readonly field: string;
	readonly code: string;

	constructor(message: string, { field = '', code = '' }: { field?: string; code?: string }) {
		super(message);
		this.field = field;
		this.code = code;
	}
}

interface Envelope<T> { status?: { message?: string }; response?: T & { field?: string; code?: string } }

/**
 * Calls our API by relative path; a refusal keeps its field. HOST: public/src/modules/api.js throws only the sentence;
 * its prompt for the password still works.
 */
export async function request<T>(
	method: 'POST' | 'PUT' | 'DELETE', route: string, body?: object, headers: Record<string, string> = {},
): Promise<T> {
	const answer = await fetch(`${config.relative_path}/api/v3/plugins/forum-terms${route}`, {
		method, headers: { 'x-csrf-token': config.csrf_token, 'content-type': 'application/json', ...headers },
		...body ? { body: JSON.stringify(body) } : {},
	});
	if (answer.status === 401 && route.startsWith('/admin/')) {
		// A read with the same privilege makes NodeBB ask for the login, and changes nothing.
		await api.get('/plugins/forum-terms/admin/checklists');
	}
	const envelope = await answer.json().catch(() => ({})) as Envelope<T>;
	if (!answer.ok) {
		throw new Refused(plainText(envelope.status?.message ?? answer.statusText), envelope.response ?? {});
	}
	return envelope.response as T;
}
