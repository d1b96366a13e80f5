import type { Clock, Database } from '../kernel/host/ports';
import type { SettingsStore } from '../kernel/host/settings-store';
import { textOf } from '../kernel/formats/text';

/** What the ACP shows of a secret: whether it is set, and since when (milliseconds since 1970, 0 for none). */
export interface SecretState { isSet: boolean; since: number }

/**
 * A secret that an administrator sets, replaces and removes, and that nobody can read back. It has its own row, because
 * NodeBB shows settings in its pages and writes them to its event log.
 */
export interface KeptSecret {
	/** Empty if none is set. */
	value(): Promise<string>;
	state(): Promise<SecretState>;
	set(secret: string): Promise<SecretState>;
	remove(): Promise<SecretState>;
	/** Moves a secret that an older version kept among the settings, and removes it there. Safe to repeat. */
	migrate(settings: Pick<SettingsStore, 'read' | 'remove'>, name: string): Promise<void>;
}

/** @param name part of the stored key, for example `licence-webhook`. */
export function keptSecret(database: Database, clock: Clock, name: string): KeptSecret {
	const key = `forum-terms:secret:${name}`;
	const value = async () => textOf((await database.getObject(key))?.value);
	async function state(): Promise<SecretState> {
		const row = await database.getObject(key);
		return { isSet: textOf(row?.value) !== '', since: Number(row?.since ?? 0) };
	}
	async function set(secret: string): Promise<SecretState> {
		await database.setObject(key, { value: secret, since: clock.now() });
		return state();
	}
	return {
		value, state, set,
		async remove() {
			await database.delete(key);
			return state();
		},
		async migrate(settings, setting) {
			const stored = await settings.read();
			const old = textOf(stored[setting]);
			if (old !== '' && await value() === '') {
				await set(old);
			}
			if (stored[setting] !== undefined) {
				await settings.remove(setting);
			}
		},
	};
}
