import { randomUUID } from 'node:crypto';
import type { Context } from './context';

export interface TokenRow { token: string; uid: number; description: string; timestamp: number }

type Read<T> = T extends string ? TokenRow | null : (TokenRow | null)[];

/** NodeBB's API tokens. HOST: src/api/utils.js. */
export function apiTokens(c: Context) {
	async function read(token: string): Promise<TokenRow | null> {
		const row = await c.db.getObject(`token:${token}`);
		return row && { ...row as unknown as TokenRow, token, uid: Number(row.uid), timestamp: Number(row.timestamp) };
	}
	const self = {
		async generate({ uid, description = '' }: { uid: number; description?: string }): Promise<string> {
			return self.add({ token: randomUUID(), uid, description, timestamp: Date.now() });
		},
		async add({ token, uid, description, timestamp }: TokenRow): Promise<string> {
			await c.db.setObject(`token:${token}`, { uid, description, timestamp });
			await c.db.sortedSetAdd('tokens:createtime', timestamp, token);
			await c.db.sortedSetAdd('tokens:uid', uid, token);
			return token;
		},
		async get<T extends string | string[]>(tokens: T): Promise<Read<T>> {
			const rows = await Promise.all([tokens].flat().map(read));
			return (Array.isArray(tokens) ? rows : rows[0]) as Read<T>;
		},
		async list(): Promise<(TokenRow | null)[]> {
			return self.get(await c.db.getSortedSetRange('tokens:createtime', 0, -1));
		},
		async delete(token: string): Promise<void> {
			await c.db.delete(`token:${token}`);
			await Promise.all(['tokens:createtime', 'tokens:uid'].map(key => c.db.sortedSetRemove(key, token)));
		},
	};
	return self;
}
