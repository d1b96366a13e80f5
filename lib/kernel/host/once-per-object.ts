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
