type Listener = (data: unknown) => unknown;

const listeners = new Map<string, Listener[]>();

/** NodeBB's client hooks: filters wait for each other, actions do not. */
export function on(name: string, listener: Listener): void {
	listeners.set(name, [...listeners.get(name) ?? [], listener]);
}

export async function fire<T>(name: string, data: T): Promise<T> {
	let current: unknown = data;
	for (const listener of listeners.get(name) ?? []) {
		if (name.startsWith('filter:')) {
			current = await listener(current) ?? current;
		} else {
			listener(current);
		}
	}
	return current as T;
}
