import { AsyncLocalStorage } from 'node:async_hooks';

/** One store per process: every promise of the forum pays for each store that exists. */
const scopes = new AsyncLocalStorage<ReadonlyMap<symbol, unknown>>();

/** A value that is visible to one call and everything it starts, and to nothing that runs concurrently. */
export interface CallScope<Value> {
	during<T>(value: Value, work: () => Promise<T>): Promise<T>;
	value(): Value | undefined;
}

export function callScope<Value>(name: string): CallScope<Value> {
	const key = Symbol(name);
	return {
		during: (value, work) => scopes.run(new Map(scopes.getStore()).set(key, value), work),
		value: () => scopes.getStore()?.get(key) as Value | undefined,
	};
}
