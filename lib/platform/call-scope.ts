import type { CallScopes } from '../kernel/host/call-scope';

/** The part of `AsyncLocalStorage` that is needed. */
export interface CallStorage {
	run<T>(store: object, work: () => T): T;
	getStore(): object | undefined;
}

/** All scopes share one storage, because every promise of the forum pays for each storage that exists. */
export function callScopes(storage: () => CallStorage): CallScopes {
	return function callScope<Value>(name: string) {
		const key = Symbol(name);
		return {
			during: (value, work) => storage().run({ ...storage().getStore(), [key]: value }, work),
			note: value => void Object.assign(storage().getStore() ?? {}, { [key]: value }),
			value: () => (storage().getStore() as Partial<Record<symbol, Value>> | undefined)?.[key],
		};
	};
}
