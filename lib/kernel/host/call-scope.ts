/** A value that is visible to one call and everything it starts, and to nothing that runs concurrently. */
export interface CallScope<Value> {
	during<T>(value: Value, work: () => Promise<T>): Promise<T>;
	value(): Value | undefined;
	/** Sets the value for the rest of the current call. */
	note(value: Value): void;
}

/** A scope with a name for debuggers; two of one name are two scopes. */
export type CallScopes = <Value>(name: string) => CallScope<Value>;
