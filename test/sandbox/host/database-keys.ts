interface Parts {
	keys: Map<string, { kind: string }>;
	expiries: Map<string, number>;
	tick(): Promise<void>;
	stats: { commands: number; writes: number };
	/** Keys that are in memory until they are written to. */
	kept: Set<string>;
}

/** What the sandbox's database does with keys, whatever they hold. */
export function keyFunctions({ keys, expiries, tick, stats, kept }: Parts) {
	return {
		async exists(key: string): Promise<boolean> {
			await tick();
			return keys.has(key);
		},
		/** HOST: src/database/redis/main.js: `match` is a pattern that ends with an asterisk here. */
		async scan({ match }: { match: string }): Promise<string[]> {
			await tick();
			return [...keys.keys()].filter(key => key.startsWith(match.slice(0, -1)));
		},
		/** HOST: src/database/redis/main.js `type`. */
		async type(key: string): Promise<string | undefined> {
			await tick();
			const kind = keys.get(key)?.kind;
			return kind === 'text' ? 'string' : kind;
		},
		async delete(key: string): Promise<void> {
			await tick();
			kept.delete(key);
			stats.writes += 1;
			keys.delete(key);
			expiries.delete(key);
		},
		async pexpireAt(key: string, timestamp: number): Promise<void> {
			await tick();
			stats.writes += 1;
			expiries.set(key, timestamp);
		},
		async deleteAll(list: readonly string[]): Promise<void> {
			await tick();
			stats.writes += 1;
			list.forEach(key => void (keys.delete(key), kept.delete(key)));
		},
	};
}
