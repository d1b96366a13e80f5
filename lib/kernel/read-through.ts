import type { Cache } from './host/ports';

/** A value per key that is loaded on first use and forgotten everywhere when it changes. */
export interface ReadThrough<T> {
	get(key: string): Promise<T>;
	forget(key: string): void;
	/** Every key, whether this process has asked for it or another one. */
	forgetAll(): void;
}

interface Load { isOvertaken: boolean }

/**
 * Read-through over a host cache. A load that was overtaken by `forget` in this process is handed out but not kept,
 * or a slow reader would bring the old value back for a whole time-to-live. Of a key nothing stays here but the loads
 * that run.
 */
export function readThrough<T extends object>(cache: Cache, load: (key: string) => Promise<T>): ReadThrough<T> {
	const running = new Map<string, Set<Load>>();

	function begin(key: string): Load {
		const [mine, others] = [{ isOvertaken: false }, running.get(key) ?? new Set<Load>()];
		running.set(key, others.add(mine));
		return mine;
	}
	function overtake(loads: Set<Load> = new Set()): void {
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

	return {
		async get(key) {
			const kept = cache.get(key) as T | undefined;
			if (kept) {
				return kept;
			}
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
		},
		forget(key) {
			overtake(running.get(key));
			cache.del(key);
		},
		forgetAll() {
			running.forEach(overtake);
			cache.clear();
		},
	};
}
