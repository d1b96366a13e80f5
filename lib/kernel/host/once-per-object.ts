/**
 * Computes once per object and keeps the result as long as the object lives. For what arrived with one request, which
 * nobody changes while it is served.
 */
export function oncePerObject<K extends object, T>(compute: (one: K) => T): (one: K) => T {
	const kept = new WeakMap<K, { value: T }>();
	return (one) => {
		const known = kept.get(one) ?? { value: compute(one) };
		kept.set(one, known);
		return known.value;
	};
}
