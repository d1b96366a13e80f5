import { createHash, createHmac, generateKeyPairSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database, Host } from '../kernel/ports';
import { textOf } from '../kernel/text';
import { keys } from './keys';

/** The forum's own key pair and secret, made on first use and the same in every process. */
export interface Keyring {
	/** Id of the key, the start of the hash of its public half. */
	id: string;
	publicKey: string;
	privateKey: string;
	secret: string;
}

function fresh(): Keyring {
	const pair = generateKeyPairSync('ed25519', {
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
	return {
		id: createHash('sha256').update(pair.publicKey).digest('hex').slice(0, 16),
		publicKey: pair.publicKey,
		privateKey: pair.privateKey,
		secret: randomBytes(32).toString('hex'),
	};
}

/** Loads the keyring; of several processes that start at once exactly one makes it. */
export function keyring(database: Database, pause: Host['pause']): () => Promise<Keyring> {
	let loaded: Promise<Keyring> | null = null;

	async function stored(): Promise<Keyring | null> {
		const row = await database.getObject(keys.keyring);
		return row?.privateKey ? {
			id: textOf(row.id), publicKey: textOf(row.publicKey), privateKey: textOf(row.privateKey),
			secret: textOf(row.secret),
		} : null;
	}

	async function load(): Promise<Keyring> {
		const existing = await stored();
		if (existing) {
			return existing;
		}
		const isFirst = await database.incrObjectField(keys.keyring, 'claims') === 1;
		for (let i = 0; !isFirst && i < 40; i += 1) {
			await pause(50);
			const made = await stored();
			if (made) {
				return made;
			}
		}
		const made = fresh();
		await database.setObject(keys.keyring, { ...made });
		return made;
	}

	return () => {
		loaded ??= load().catch((error: unknown) => {
			loaded = null;
			throw error;
		});
		return loaded;
	};
}

/** A keyed hash of a text, hex. */
export function seal(secret: string, text: string): string {
	return createHmac('sha256', secret).update(text).digest('hex');
}

/** Whether a seal belongs to a text; takes the same time for every wrong one. */
export function isSealed(secret: string, text: string, given: string): boolean {
	const expected = Buffer.from(seal(secret, text), 'hex');
	const actual = Buffer.from(given, 'hex');
	return expected.length === actual.length && timingSafeEqual(expected, actual);
}
