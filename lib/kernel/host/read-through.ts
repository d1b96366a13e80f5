import type { Cache } from './ports';
import type { Soon } from './soon';

/** A value per key, loaded on first use and forgotten in every process when it changes. */
export interface ReadThrough<T> {
	get(key: string): Soon<T>;
	forget(key: string): void;
	/** Every key, in every process. */
	forgetAll(): void;
}

/** Stands in the cache for a value that is being loaded. */
class Loading {}

/**
 * Read-through over a host cache. A value that was forgotten while it was loaded is returned but not cached: a slow
 * reader would otherwise restore the old value for a whole time-to-live. What is being loaded has its place in the
 * cache itself: there the host drops what another process has changed, and tells nobody else.
 */
export function readThrough<T extends object>(cache: Cache, load: (key: string) => Promise<T>): ReadThrough<T> {
	async function loaded(key: string, begun: unknown): Promise<T> {
		// Loads that run at the same time share a place: the first to end fills it.
		const mine = begun instanceof Loading ? begun : new Loading();
		if (mine !== begun) {
			cache.set(key, mine);
		}
		const value = await load(key);
		if (cache.get(key) === mine) {
			cache.set(key, value);
		}
		return value;
	}

	return {
		get(key) {
			const kept = cache.get(key);
			return kept === undefined || kept instanceof Loading ? loaded(key, kept) : kept as T;
		},
		forget: key => cache.del(key),
		forgetAll: () => cache.clear(),
	};
}
