import type { Cache } from './ports';

/** A value per key that is loaded on first use and forgotten everywhere when it changes. */
export interface ReadThrough<T> {
	get(key: string): Promise<T>;
	forget(key: string): void;
}

/**
 * Read-through over a host cache. A load that was overtaken by `forget` in this process is handed out but not kept,
 * or a slow reader would bring the old value back for a whole time-to-live.
 */
export function readThrough<T extends object>(cache: Cache, load: (key: string) => Promise<T>): ReadThrough<T> {
	const generations = new Map<string, number>();
	return {
		async get(key) {
			const kept = cache.get(key) as T | undefined;
			if (kept) {
				return kept;
			}
			const generation = generations.get(key) ?? 0;
			const value = await load(key);
			if ((generations.get(key) ?? 0) === generation) {
				cache.set(key, value);
			}
			return value;
		},
		forget(key) {
			generations.set(key, (generations.get(key) ?? 0) + 1);
			cache.del(key);
		},
	};
}
