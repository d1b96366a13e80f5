import { apiTokens } from '../host/api-tokens';
import type { Context } from '../host/context';
import type { Row } from '../host/database';
import { textOf } from '../host/text';

const routes = '/api/v3/plugins/forum-terms';

/** What an address answered; `response` is empty when it refused. */
interface Answered { isOk: boolean; response: Row }

/** The people of the walks and what they do through the plugin's own API when the visitor leaves it to the guide. */
export interface Cast {
	uidOf(username: string): Promise<number>;
	/** A call as somebody; throws when the forum refuses. */
	call(uid: number, method: string, path: string, body?: object): Promise<Row>;
	/** The same; null when the forum refuses. */
	attempt(uid: number, method: string, path: string, body?: object): Promise<Row | null>;
	/** Accepts what this member owes. */
	accept(uid: number): Promise<void>;
	owes(uid: number): Promise<boolean>;
	/** A new account with this name, or with a number behind it if the name is taken. */
	join(name: string): Promise<number>;
	/** The newcomer who was not asked yet: another one as soon as the last has answered. */
	newcomer(): Promise<number>;
}

export function cast(c: Context): Cast {
	const tokens = apiTokens(c);

	async function ask(uid: number, method: string, path: string, body?: object): Promise<Answered> {
		// For this call alone: forecasts count tokens, and a restriction ends them.
		const token = await tokens.generate({ uid });
		try {
			const answer = await fetch(textOf(c.settings.get('url')) + (path.startsWith('/api/') ? path : routes + path), {
				method, headers: { authorization: `Bearer ${token}`, ...body ? { 'content-type': 'application/json' } : {} },
				...body ? { body: JSON.stringify(body) } : {},
			});
			const { status, response } = await answer.json() as { status: { message: string }; response: Row };
			return answer.ok ? { isOk: true, response } : { isOk: false, response: { message: status.message } };
		} finally {
			await tokens.delete(token);
		}
	}
	async function owed(uid: number): Promise<{ version: string }[]> {
		const { terms } = await self.call(uid, 'GET', '/posting');
		return (terms as { owed: { version: string }[] }).owed;
	}

	const self: Cast = {
		uidOf: username => c.accounts.getUidByUsername(username),
		async call(uid, method, path, body) {
			const { isOk, response } = await ask(uid, method, path, body);
			if (!isOk) {
				throw new Error(`${method} ${path}: ${textOf(response.message)}`);
			}
			return response;
		},
		async attempt(uid, method, path, body) {
			const { isOk, response } = await ask(uid, method, path, body);
			return isOk ? response : null;
		},
		async accept(uid) {
			for (const { version } of await owed(uid)) {
				await self.call(uid, 'POST', `/terms/${version}/acceptance`, { language: 'en-GB' });
			}
		},
		owes: async uid => (await owed(uid)).length > 0,
		async join(name) {
			let username = name;
			for (let number = 2; await self.uidOf(username) > 0; number += 1) {
				username = `${name}${number}`;
			}
			return c.accounts.create({ username });
		},
		async newcomer() {
			let [uid, number] = [await self.uidOf('newcomer'), 2];
			while (uid > 0) {
				const { records } = await self.call(uid, 'GET', '/me');
				if ((records as { event: string }[]).every(({ event }) => event === 'shown')) {
					return uid;
				}
				uid = await self.uidOf(`newcomer${number}`);
				number += 1;
			}
			return self.join('newcomer');
		},
	};
	return self;
}
