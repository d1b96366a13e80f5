/**
 * Computes once per object and keeps the result as long as the object lives. For objects that nobody changes: what
 * arrived with one request, or what a cache holds until it is read again.
 */
export function oncePerObject<K extends object, T>(compute: (one: K) => T): (one: K) => T {
	const kept = new WeakMap<K, { value: T }>();
	return (one) => {
		const known = kept.get(one);
		if (known) {
			return known.value;
		}
		const value = compute(one);
		kept.set(one, { value });
		return value;
	};
}

/** A value that holds until a moment; milliseconds since 1970. */
export interface Lasting<T> { value: T; until: number }

/** The same for what time changes too: computed again at the moment that `compute` named. */
export function oncePerObjectUntil<K extends object, T>(
	compute: (one: K, now: number) => Lasting<T>,
): (one: K, now: number) => T {
	const kept = new WeakMap<K, Lasting<T> & { from: number }>();
	return (one, now) => {
		const known = kept.get(one);
		// A clock can be set back.
		if (known && now >= known.from && now < known.until) {
			return known.value;
		}
		const computed = compute(one, now);
		kept.set(one, { ...computed, from: now });
		return computed.value;
	};
}
