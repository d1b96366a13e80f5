import { AsyncLocalStorage } from 'node:async_hooks';

/** One store for the process: every promise of the forum pays for each that there is. */
const scopes = new AsyncLocalStorage<ReadonlyMap<symbol, unknown>>();

/** A value that holds for one call and whatever that starts, and for nobody who runs beside it. */
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
