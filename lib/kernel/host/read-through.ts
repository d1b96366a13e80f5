import type { Cache } from './ports';
import type { Soon } from './soon';

/** A value per key, loaded on first use and forgotten in every process when it changes. */
export interface ReadThrough<T> {
	get(key: string): Soon<T>;
	forget(key: string): void;
	/** Every key, in every process. */
	forgetAll(): void;
}

interface Load { isOvertaken: boolean }

/**
 * Read-through over a host cache. If `forget` runs during a load, the loaded value is returned but not cached: a slow
 * reader would otherwise restore the old value for a whole time-to-live. Only running loads take memory here.
 */
export function readThrough<T extends object>(cache: Cache, load: (key: string) => Promise<T>): ReadThrough<T> {
	const running = new Map<string, Set<Load>>();

	function begin(key: string): Load {
		const [mine, others] = [{ isOvertaken: false }, running.get(key) ?? new Set<Load>()];
		running.set(key, others.add(mine));
		return mine;
	}
	function invalidate(loads: Set<Load> = new Set()): void {
		loads.forEach((one) => {
			one.isOvertaken = true;
		});
	}
	function end(key: string, mine: Load): void {
		const loads = running.get(key);
		loads?.delete(mine);
		if (loads?.size === 0) {
			running.delete(key);
		}
	}

	async function loaded(key: string): Promise<T> {
		const mine = begin(key);
		try {
			const value = await load(key);
			if (!mine.isOvertaken) {
				cache.set(key, value);
			}
			return value;
		} finally {
			end(key, mine);
		}
	}

	return {
		get: key => cache.get(key) as T | undefined ?? loaded(key),
		forget(key) {
			invalidate(running.get(key));
			cache.del(key);
		},
		forgetAll() {
			running.forEach(invalidate);
			cache.clear();
		},
	};
}
