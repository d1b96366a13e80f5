import { createHash, generateKeyPairSync } from 'node:crypto';
import * as v from 'valibot';
import type { Cache, Clock, Database, Host } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/host/read-through';
import { json, storedRow, text, type RowOf } from '../stored-row';

/** Hash: the forum's own signing key, and the public halves of retired keys. */
const key = 'forum-terms:keyring';

/** The public half of a current or retired key that signs receipts and seals. */
export interface PublicKey {
	/** First characters of the key's hash. */
	id: string;
	/** PEM, SubjectPublicKeyInfo, Ed25519. */
	publicKey: string;
	/** When it was retired, milliseconds since 1970; 0 for the current key. */
	retiredAt: number;
}

/** The forum's own key pair, created on first use and shared by all processes. */
export interface Keyring {
	id: string;
	publicKey: string;
	privateKey: string;
	/** All keys, the current one first: receipts can be checked after their key is retired. */
	all: readonly PublicKey[];
}

export interface Keys {
	(): Promise<Keyring>;
	/** Creates a new pair; deletes the old private key. */
	rotate(): Promise<PublicKey>;
}

function freshPair() {
	const pair = generateKeyPairSync('ed25519', {
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
	return { id: createHash('sha256').update(pair.publicKey).digest('hex').slice(0, 16), ...pair };
}

const retired = json<PublicKey[]>(v.array(v.object({
	id: v.string(), publicKey: v.string(), retiredAt: v.number(),
})), []);
const keyRow = storedRow({
	id: text, publicKey: text, privateKey: text, secret: text,
	// Even if this list is damaged, pair and secret must stay readable: nothing may replace them.
	retired: { ...retired, schema: v.fallback(retired.schema, []) },
});

function keyringFrom(row: RowOf<typeof keyRow> | null): Keyring | null {
	if (!row || row.privateKey === '') {
		return null;
	}
	const { retired: before, ...pair } = row;
	return { ...pair, all: [{ id: pair.id, publicKey: pair.publicKey, retiredAt: 0 }, ...before] };
}

/** Loads the keyring; if several processes start at once, exactly one creates it. */
export function keyring(database: Database, pause: Host['pause'], clock: Clock, cache: Cache): Keys {
	const rows = keyRow.in(database);
	const stored = async (): Promise<Keyring | null> => keyringFrom(await rows.get(key));

	async function load(): Promise<Keyring> {
		const existing = await stored();
		if (existing) {
			return existing;
		}
		const isFirst = await database.incrObjectField(key, 'claims') === 1;
		for (let i = 0; !isFirst && i < 40; i += 1) {
			await pause(50);
			const made = await stored();
			if (made) {
				return made;
			}
		}
		await database.setObject(key, freshPair());
		return await stored() ?? Promise.reject(new Error('the keyring was not kept'));
	}

	const ring = readThrough<Keyring>(cache, load);
	const get = async () => ring.get('ring');
	return Object.assign(get, {
		async rotate(): Promise<PublicKey> {
			const { all } = await get();
			const pair = freshPair();
			const over = all.map(one => (one.retiredAt > 0 ? one : { ...one, retiredAt: clock.now() }));
			// One write, so that a retired key is listed at every moment.
			await rows.set(key, { ...pair, retired: over });
			ring.forget('ring');
			return { id: pair.id, publicKey: pair.publicKey, retiredAt: 0 };
		},
	});
}
